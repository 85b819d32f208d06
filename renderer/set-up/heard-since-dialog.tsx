import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import type { HeardOfOrder } from '../../shared/website-data.ts';
import { api } from '../ui/api.ts';
import { FailureState } from '../ui/failure-message.tsx';
import { formatInstant } from '../ui/format.ts';
import { useRead } from '../ui/queries.ts';
import { type SmallColumn, SmallTable } from '../ui/small-table.tsx';
import { t } from '../ui/texts.ts';
import { Waiting } from '../ui/waiting.tsx';

/** More is no longer read one by one. */
const mostRows = 200;

const useStyles = makeStyles({
  surface: { maxWidth: '760px', width: '90vw' },
  content: { display: 'flex', flexDirection: 'column', gap: '12px', maxHeight: '56vh', overflowY: 'auto' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  text: { margin: 0 },
});

/** What customers were told that a restored company file does not know, as My page has it. */
export function HeardSinceDialog({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const heard = useRead(['websiteData', 'heardSince'], () => api.websiteData.heardSince.query());
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
  const rows = heard.data?.orders ?? [];
  return (
    <Dialog open onOpenChange={(_event, { open }) => open || onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{t('set-up:older.heardTitle')}</DialogTitle>
          <DialogContent className={styles.content} tabIndex={0}>
            {heard.error && !heard.data ? (
              <FailureState error={heard.error} onRetry={() => void heard.refetch()} />
            ) : heard.data === undefined ? (
              <Waiting label={t('e-commerce:mail.reading')} size="small" />
            ) : (
              <>
                <p className={styles.text}>{t('set-up:older.heardLead')}</p>
                {heard.data.unanswered.length > 0 ? (
                  <p className={styles.text}>
                    {t('set-up:older.heardUnanswered', { websites: heard.data.unanswered.join(', ') })}
                  </p>
                ) : null}
                {rows.length === 0 ? (
                  <p className={styles.text}>{t('set-up:older.heardNothing')}</p>
                ) : (
                  <SmallTable
                    label={t('set-up:older.heardTitle')}
                    columns={columns}
                    rows={rows.slice(0, mostRows)}
                    rowKey={(row) => `${row.websiteName} ${row.webOrderNo}`}
                    isTopAligned
                  />
                )}
                {rows.length > mostRows ? (
                  <p className={styles.text}>{t('e-commerce:report.moreRows', { count: rows.length - mostRows })}</p>
                ) : null}
              </>
            )}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {t('common:button.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
