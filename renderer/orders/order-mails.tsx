import { Link, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { MailListRow } from '../../shared/mails.ts';
import { MailDialog } from '../e-commerce/mail-dialog.tsx';
import { MailSubject } from '../e-commerce/mail-subject.tsx';
import { mailReasonText, shownState } from '../e-commerce/website-data-words.ts';
import { api } from '../ui/api.ts';
import { FailureState } from '../ui/failure-message.tsx';
import { formatInstant } from '../ui/format.ts';
import { useRead } from '../ui/queries.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { type SmallColumn, SmallTable } from '../ui/small-table.tsx';
import { StatusWord } from '../ui/status-word.tsx';
import { t } from '../ui/texts.ts';

const useStyles = makeStyles({ title: { padding: '0 8px' }, reply: { overflowWrap: 'anywhere' } });

/** The mails about an order: what each said, where it stands, and what the mail server answered. */
export function OrderMails({ orderId }: { readonly orderId: number }) {
  const styles = useStyles();
  const [shownId, setShownId] = useState<number | null>(null);
  const mails = useRead(['mails', 'list', { orderId }], () => api.mails.list.query({ orderId }));
  if (mails.error && !mails.data) return <FailureState error={mails.error} onRetry={() => void mails.refetch()} />;
  if (!mails.data) return null;
  if (mails.data.length === 0) return <NotTold orderId={orderId} />;
  return (
    <>
      <SectionTitle className={styles.title}>{t('order-window:mails.title')}</SectionTitle>
      <SmallTable
        label={t('order-window:mails.title')}
        columns={mailColumns(setShownId, styles.reply)}
        rows={mails.data}
        rowKey={(mail) => mail.id}
      />
      <NotTold orderId={orderId} />
      {shownId === null ? null : <MailDialog mailId={shownId} onClose={() => setShownId(null)} />}
    </>
  );
}

/** Runs that told nothing of the order although something had changed, each with why. */
function NotTold({ orderId }: { readonly orderId: number }) {
  const styles = useStyles();
  const runs = useRead(['mails', 'notTold', orderId], () => api.mails.notTold.query({ orderId }));
  if (!runs.data || runs.data.length === 0) return null;
  return (
    <>
      <SectionTitle className={styles.title}>{t('e-commerce:mailLog.notToldTitle')}</SectionTitle>
      <SmallTable
        label={t('e-commerce:mailLog.notToldTitle')}
        columns={[
          { id: 'when', header: t('e-commerce:columns.when'), cell: (run) => formatInstant(run.at, new Date()) },
          {
            id: 'why',
            header: t('e-commerce:columns.whyNot'),
            width: 'wide',
            cell: (run) => t(`e-commerce:notTold.${run.reason}`),
          },
        ]}
        rows={runs.data}
        rowKey={(run) => run.runId}
      />
    </>
  );
}

function mailColumns(show: (mailId: number) => void, replyStyle: string): readonly SmallColumn<MailListRow>[] {
  const now = new Date();
  return [
    {
      id: 'when',
      header: t('order-window:mails.handedOver'),
      cell: (mail) => (mail.settledAt === null ? '–' : formatInstant(mail.settledAt, now)),
    },
    {
      id: 'state',
      header: t('e-commerce:columns.state'),
      cell: (mail) => <StatusWord {...shownState(mail)} />,
    },
    {
      id: 'mail',
      header: t('e-commerce:columns.mail'),
      width: 'wide',
      cell: (mail) => (
        <Link as="button" onClick={() => show(mail.id)}>
          <MailSubject mail={mail} />
        </Link>
      ),
    },
    { id: 'to', header: t('e-commerce:columns.to'), cell: (mail) => mail.address },
    {
      id: 'reply',
      header: t('e-commerce:columns.reply'),
      width: 'wide',
      cell: (mail) => <span className={replyStyle}>{mail.reply || mailReasonText(mail.reason)}</span>,
    },
  ];
}
