import { makeStyles } from '@fluentui/react-components';
import type { HeardOfOrder } from '../../shared/website-data.ts';
import { api } from '../ui/api.ts';
import { formatInstant } from '../ui/format.ts';
import { useRead } from '../ui/queries.ts';
import { ReadingDialog } from '../ui/reading-dialog.tsx';
import { type SmallColumn, SmallTable } from '../ui/small-table.tsx';
import { t } from '../ui/texts.ts';

/** More is no longer read one by one. */
const mostRows = 200;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  text: { margin: 0 },
});

/** What customers were told that a restored company file does not know, as My page has it. */
export function HeardSinceDialog({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const heard = useRead(['websiteData', 'heardSince'], () => api.websiteData.heardSince.query(), { readOnce: true });
  const columns: readonly SmallColumn<HeardOfOrder>[] = [
    { id: 'order', header: t('e-commerce:columns.order'), cell: (row) => row.webOrderNo },
    {
      id: 'customer',
      header: t('e-commerce:columns.customer'),
      cell: (row) => row.customerName ?? t('set-up:older.heardNotHere'),
    },
    {
      id: 'news',
      header: t('e-commerce:preview.news'),
      width: 'wide',
      cell: (row) => (
        <ul className={styles.list}>
          {row.news.map(({ at, sentences }) => (
            <li key={at}>
              {formatInstant(at, new Date())}: {sentences.join(' ')}
            </li>
          ))}
        </ul>
      ),
    },
  ];
  return (
    <ReadingDialog
      title={() => t('set-up:older.heardTitle')}
      query={heard}
      reading={t('set-up:older.heardReading')}
      isScrolled
      onClose={onClose}
    >
      {({ orders, unanswered }) => (
        <>
          <p className={styles.text}>{t('set-up:older.heardLead')}</p>
          {unanswered.length > 0 ? (
            <p className={styles.text}>{t('set-up:older.heardUnanswered', { websites: unanswered.join(', ') })}</p>
          ) : null}
          {orders.length === 0 ? (
            <p className={styles.text}>{t('set-up:older.heardNothing')}</p>
          ) : (
            <SmallTable
              label={t('set-up:older.heardTitle')}
              columns={columns}
              rows={orders.slice(0, mostRows)}
              rowKey={(row) => `${row.websiteName} ${row.webOrderNo}`}
              isTopAligned
            />
          )}
          {orders.length > mostRows ? (
            <p className={styles.text}>{t('e-commerce:report.moreRows', { count: orders.length - mostRows })}</p>
          ) : null}
        </>
      )}
    </ReadingDialog>
  );
}
