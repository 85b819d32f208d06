import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { MailState, NotToldRow, ReportedMail } from '../../shared/website-data.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { type SmallColumn, SmallTable } from '../ui/small-table.tsx';
import { StatusWord } from '../ui/status-word.tsx';
import { t } from '../ui/texts.ts';
import { MailDialog } from './mail-dialog.tsx';
import { MailSubject } from './mail-subject.tsx';
import { mailReasonText, shownState } from './website-data-words.ts';

/** A run can tell thousands; what asks for a look comes first, the rest stands in the CSV file. */
const mostRows = 200;
const lookFirst: readonly MailState[] = ['uncertain', 'refused', 'waiting', 'queued', 'sending'];

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '8px' },
  note: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, margin: 0 },
  why: {
    display: 'block',
    whiteSpace: 'normal',
    padding: '4px 0',
    minWidth: '240px',
    maxWidth: '320px',
    color: tokens.colorNeutralForeground2,
  },
});

/** The mails of a run, each with where it stands now and why. */
export function ReportedMails({ mails }: { readonly mails: readonly ReportedMail[] }) {
  const styles = useStyles();
  const [shownId, setShownId] = useState<number | null>(null);
  const hasReasons = mails.some((mail) => mailReasonText(mail.reason) !== '');
  const columns: readonly SmallColumn<ReportedMail>[] = [
    { id: 'customer', header: t('e-commerce:columns.customer'), cell: (mail) => mail.customerName },
    { id: 'address', header: t('e-commerce:columns.address'), cell: (mail) => mail.address },
    {
      id: 'subject',
      header: t('e-commerce:columns.subject'),
      width: 'wide',
      cell: (mail) => (
        <Link as="button" onClick={() => setShownId(mail.mailId)}>
          <MailSubject mail={mail} />
        </Link>
      ),
    },
    {
      id: 'state',
      header: t('e-commerce:columns.state'),
      cell: (mail) => <StatusWord {...shownState(mail)} />,
    },
  ];
  const why: SmallColumn<ReportedMail> = {
    id: 'why',
    header: t('e-commerce:columns.why'),
    cell: (mail) => (
      <span className={styles.why} title={mail.reply === '' ? undefined : mail.reply}>
        {mailReasonText(mail.reason)}
      </span>
    ),
  };
  return (
    <section className={styles.section} aria-label={t('e-commerce:report.mails')}>
      <SectionTitle>{t('e-commerce:report.mails')}</SectionTitle>
      <SmallTable
        label={t('e-commerce:report.mails')}
        columns={hasReasons ? [...columns, why] : columns}
        rows={[...mails].sort((one, other) => rankOf(one) - rankOf(other)).slice(0, mostRows)}
        rowKey={(mail) => mail.mailId}
      />
      <MoreRows count={mails.length - mostRows} />
      {shownId === null ? null : <MailDialog mailId={shownId} onClose={() => setShownId(null)} />}
    </section>
  );
}

function rankOf({ state }: ReportedMail): number {
  const rank = lookFirst.indexOf(state);
  return rank === -1 ? lookFirst.length : rank;
}

/** Customers whom a run did not tell, held ones among them, each with why. */
export function NotToldCustomers({ rows }: { readonly rows: readonly NotToldRow[] }) {
  const styles = useStyles();
  const { open } = useNavigation();
  const columns: readonly SmallColumn<NotToldRow>[] = [
    { id: 'customer', header: t('e-commerce:columns.customer'), cell: (row) => row.customerName },
    {
      id: 'order',
      header: t('e-commerce:columns.order'),
      cell: (row) => (
        <Link as="button" onClick={() => open({ page: 'order', orderId: row.orderId })}>
          {row.webOrderNo}
        </Link>
      ),
    },
    {
      id: 'reason',
      header: t('e-commerce:columns.whyNot'),
      width: 'wide',
      cell: (row) => t(`e-commerce:notTold.${row.reason}`),
    },
  ];
  return (
    <section className={styles.section} aria-label={t('e-commerce:report.notTold')}>
      <SectionTitle>{t('e-commerce:report.notTold')}</SectionTitle>
      <SmallTable
        label={t('e-commerce:report.notTold')}
        columns={columns}
        rows={rows.slice(0, mostRows)}
        rowKey={(row) => row.orderId}
      />
      <MoreRows count={rows.length - mostRows} />
    </section>
  );
}

function MoreRows({ count }: { readonly count: number }) {
  const styles = useStyles();
  return count > 0 ? <p className={styles.note}>{t('e-commerce:report.moreRows', { count })}</p> : null;
}
