import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useCompany } from '../frame/company-context.tsx';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureState } from '../ui/failure-message.tsx';
import { formatInstant } from '../ui/format.ts';
import { type ListColumn, ListTable } from '../ui/list-table.tsx';
import { Page } from '../ui/page.tsx';
import { useRead } from '../ui/queries.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { t } from '../ui/texts.ts';
import { Waiting } from '../ui/waiting.tsx';
import { MailContent } from './mail-content.tsx';

type Caught = Awaited<ReturnType<typeof api.demo.inbox.query>>[number];

const useStyles = makeStyles({
  columns: { display: 'flex', flexGrow: 1, minHeight: 0 },
  list: {
    width: '420px',
    flexShrink: 0,
    display: 'flex',
    minHeight: 0,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  mail: { flexGrow: 1, minWidth: 0, padding: '12px 16px', display: 'flex', flexDirection: 'column', gap: '8px' },
  facts: { color: tokens.colorNeutralForeground2 },
});

const columns: readonly ListColumn<Caught>[] = [
  { id: 'to', header: t('e-commerce:columns.to'), width: 'minmax(0, 1fr)', cell: (mail) => mail.to },
  {
    id: 'subject',
    header: t('e-commerce:columns.subject'),
    width: 'minmax(0, 1.4fr)',
    cell: (mail) => <Subject mail={mail} />,
  },
  { id: 'at', header: t('e-commerce:columns.at'), width: '56px', cell: (mail) => formatInstant(mail.at, new Date()) },
];

const none: readonly Caught[] = [];

function Subject({ mail }: { readonly mail: Caught }) {
  if (mail.sentBy === 'desktop') return mail.subject;
  return (
    <>
      <Badge appearance="outline" color="informative">
        {t('e-commerce:inbox.myPage')}
      </Badge>{' '}
      {mail.subject}
    </>
  );
}

/** Help - Demo inbox: the mails that the demo company's customers got, caught on this computer. */
export function DemoInboxPage() {
  const { isDemo } = useCompany();
  const { back } = useNavigation();
  if (isDemo) return <Inbox />;
  return (
    <Page title={t('e-commerce:inbox.title')} onBack={back}>
      <EmptyState title={t('e-commerce:inbox.onlyDemo.title')} text={t('e-commerce:inbox.onlyDemo.text')} />
    </Page>
  );
}

function Inbox() {
  const styles = useStyles();
  const { open } = useNavigation();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const inbox = useRead(['demo', 'inbox'], () => api.demo.inbox.query(), { refetchEveryMs: 2000 });
  const shownId = chosenId ?? inbox.data?.[0]?.id ?? null;
  return (
    <Page title={t('e-commerce:inbox.title')}>
      <div className={styles.columns}>
        <div className={styles.list}>
          <ListTable
            label={t('e-commerce:inbox.title')}
            columns={columns}
            rows={inbox.data ?? none}
            rowKey={(mail) => mail.id}
            rowLabel={({ subject, to }) => t('e-commerce:inbox.rowLabel', { subject, to })}
            onOpen={(mail) => setChosenId(mail.id)}
            selectedKey={shownId}
            isLoading={inbox.isPending}
            error={inbox.error}
            onRetry={() => void inbox.refetch()}
            empty={{
              title: t('e-commerce:inbox.empty.title'),
              text: t('e-commerce:inbox.empty.text'),
              action: (
                <Button onClick={() => open({ page: 'website-data' })}>{t('e-commerce:websiteData.title')}</Button>
              ),
            }}
          />
        </div>
        {shownId === null ? null : <Mail key={shownId} id={shownId} />}
      </div>
    </Page>
  );
}

function Mail({ id }: { readonly id: string }) {
  const styles = useStyles();
  const mail = useRead(['demo', 'inboxMail', id], () => api.demo.inboxMail.query({ id }));
  return (
    <section className={styles.mail} aria-label={t('e-commerce:inbox.mail')}>
      {mail.data ? (
        <>
          <SectionTitle>{mail.data.subject}</SectionTitle>
          <span className={styles.facts}>
            {t('e-commerce:mail.fromTo', { from: mail.data.from, to: mail.data.to })}
          </span>
          {mail.data.sentBy === 'my-page' ? (
            <span className={styles.facts}>{t('e-commerce:inbox.sentByMyPage')}</span>
          ) : null}
          <MailContent html={mail.data.html} text={mail.data.plain} />
        </>
      ) : mail.error ? (
        <FailureState error={mail.error} onRetry={() => void mail.refetch()} />
      ) : (
        <Waiting label={t('e-commerce:mail.reading')} size="small" />
      )}
    </section>
  );
}
