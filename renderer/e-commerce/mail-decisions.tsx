import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { MailListRow } from '../../shared/mails.ts';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { formatInstant } from '../ui/format.ts';
import { useCommand, useRead } from '../ui/queries.ts';
import { useQuestion } from '../ui/question.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { type SmallColumn, SmallTable } from '../ui/small-table.tsx';
import { t } from '../ui/texts.ts';
import { MailDialog } from './mail-dialog.tsx';
import { MailSubject } from './mail-subject.tsx';

type Decision = 'it-arrived' | 'tell-anew' | 'try-again';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '8px' },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', gap: '8px' },
});

/**
 * Mails that only a person can decide about: uncertain ones, refused ones, and addresses that a mail server refused. Every choice
 * is about the next run; none sends anything.
 */
export function MailDecisions() {
  const uncertain = useRead(['mails', 'list', 'uncertain'], () => api.mails.list.query({ state: 'uncertain' }));
  const refused = useRead(['mails', 'list', 'refused'], () => api.mails.list.query({ state: 'refused' }));
  return (
    <>
      {uncertain.data && uncertain.data.length > 0 ? <Uncertain mails={uncertain.data} /> : null}
      {refused.data && refused.data.length > 0 ? <Refused mails={refused.data} /> : null}
      <AddressMarks />
    </>
  );
}

function useDecision() {
  return useCommand((choice: { mailId: number; decision: Decision }) => api.mails.decide.mutate(choice));
}

function useMailColumns(): { readonly columns: readonly SmallColumn<MailListRow>[]; readonly dialog: ReactNode } {
  const [shownId, setShownId] = useState<number | null>(null);
  const columns: readonly SmallColumn<MailListRow>[] = [
    { id: 'customer', header: t('e-commerce:columns.customer'), cell: (mail) => mail.customerName },
    {
      id: 'orders',
      header: t('e-commerce:columns.order'),
      cell: (mail) => mail.orders.map((order) => order.webOrderNo).join(', '),
    },
    {
      id: 'subject',
      header: t('e-commerce:columns.mail'),
      width: 'wide',
      cell: (mail) => (
        <Link as="button" onClick={() => setShownId(mail.id)}>
          <MailSubject mail={mail} />
        </Link>
      ),
    },
    { id: 'at', header: t('e-commerce:columns.made'), cell: (mail) => formatInstant(mail.frozenAt, new Date()) },
  ];
  const dialog = shownId === null ? null : <MailDialog mailId={shownId} onClose={() => setShownId(null)} />;
  return { columns, dialog };
}

function Uncertain({ mails }: { readonly mails: readonly MailListRow[] }) {
  const styles = useStyles();
  const decision = useDecision();
  const ask = useQuestion();
  const { columns, dialog } = useMailColumns();
  const decide = async (mail: MailListRow, choice: 'it-arrived' | 'tell-anew') => {
    const words = choice === 'it-arrived' ? 'itArrived' : 'tellAnew';
    const isConfirmed = await ask({
      title: t(`e-commerce:decisions.${words}Title`, { customer: mail.customerName }),
      text: t(`e-commerce:decisions.${words}Text`),
      confirm: t(`e-commerce:decisions.${words}`),
      leave: t('e-commerce:decisions.later'),
    });
    if (isConfirmed) decision.mutate({ mailId: mail.id, decision: choice });
  };
  const choices: SmallColumn<MailListRow> = {
    id: 'choice',
    header: t('e-commerce:columns.decision'),
    cell: (mail) => (
      <div className={styles.buttons}>
        <Button size="small" onClick={() => void decide(mail, 'it-arrived')}>
          {t('e-commerce:decisions.itArrived')}
        </Button>
        <Button size="small" onClick={() => void decide(mail, 'tell-anew')}>
          {t('e-commerce:decisions.tellAnew')}
        </Button>
      </div>
    ),
  };
  return (
    <section className={styles.section} aria-label={t('e-commerce:decisions.uncertain')}>
      <SectionTitle>{t('e-commerce:decisions.uncertainTitle')}</SectionTitle>
      <p className={styles.note}>{t('e-commerce:decisions.uncertainText')}</p>
      {decision.error ? <FailureMessage error={decision.error} onDismiss={decision.reset} /> : null}
      <SmallTable
        label={t('e-commerce:decisions.uncertain')}
        columns={[...columns, choices]}
        rows={mails}
        rowKey={(mail) => mail.id}
        rowLabel={(mail) => mail.customerName}
      />
      {dialog}
    </section>
  );
}

function Refused({ mails }: { readonly mails: readonly MailListRow[] }) {
  const styles = useStyles();
  const decision = useDecision();
  const { columns, dialog } = useMailColumns();
  const more: readonly SmallColumn<MailListRow>[] = [
    {
      id: 'reply',
      header: t('e-commerce:columns.reply'),
      cell: (mail) => <span title={mail.reply}>{mail.reply.slice(0, 60)}</span>,
    },
    {
      id: 'choice',
      header: t('e-commerce:columns.decision'),
      cell: (mail) => (
        <Button size="small" onClick={() => decision.mutate({ mailId: mail.id, decision: 'try-again' })}>
          {t('common:button.tryAgain')}
        </Button>
      ),
    },
  ];
  return (
    <section className={styles.section} aria-label={t('e-commerce:decisions.refused')}>
      <SectionTitle>{t('e-commerce:decisions.refusedTitle')}</SectionTitle>
      <p className={styles.note}>{t('e-commerce:decisions.refusedText')}</p>
      {decision.error ? <FailureMessage error={decision.error} onDismiss={decision.reset} /> : null}
      <SmallTable
        label={t('e-commerce:decisions.refused')}
        columns={[...columns, ...more]}
        rows={mails}
        rowKey={(mail) => mail.id}
        rowLabel={(mail) => mail.customerName}
      />
      {dialog}
    </section>
  );
}

function AddressMarks() {
  const styles = useStyles();
  const marks = useRead(['mails', 'addressMarks'], () => api.mails.addressMarks.query());
  const lift = useCommand((address: string) => api.mails.liftAddressMark.mutate({ address }));
  if (!marks.data || marks.data.length === 0) return null;
  return (
    <section className={styles.section} aria-label={t('e-commerce:decisions.addresses')}>
      <SectionTitle>{t('e-commerce:decisions.addressesTitle')}</SectionTitle>
      {lift.error ? <FailureMessage error={lift.error} onDismiss={lift.reset} /> : null}
      <SmallTable
        label={t('e-commerce:decisions.addresses')}
        rows={marks.data}
        rowKey={(mark) => mark.address}
        rowLabel={(mark) => mark.address}
        columns={[
          { id: 'address', header: t('e-commerce:columns.address'), cell: (mark) => mark.address },
          { id: 'reply', header: t('e-commerce:columns.reply'), width: 'wide', cell: (mark) => mark.reply },
          { id: 'at', header: t('e-commerce:columns.when'), cell: (mark) => formatInstant(mark.markedAt, new Date()) },
          {
            id: 'choice',
            header: t('e-commerce:columns.decision'),
            cell: (mark) => (
              <Button size="small" onClick={() => lift.mutate(mark.address)}>
                {t('e-commerce:decisions.addressWorks')}
              </Button>
            ),
          },
        ]}
      />
    </section>
  );
}
