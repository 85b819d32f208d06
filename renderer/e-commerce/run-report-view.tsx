import {
  Link,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { NotToldRow, ProblemCode, ReportedMail, WebsiteReport } from '../../shared/website-data.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { errorTextFor } from '../ui/error-texts.ts';
import { FailureState } from '../ui/failure-message.tsx';
import { formatCount, formatInstant } from '../ui/format.ts';
import { programLocale } from '../ui/program-locale.ts';
import { useRead } from '../ui/queries.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { type SmallColumn, SmallTable } from '../ui/small-table.tsx';
import { StatusWord } from '../ui/status-word.tsx';
import { t } from '../ui/texts.ts';
import { MailDialog } from './mail-dialog.tsx';
import { langOf, mailStateTones } from './website-data-words.ts';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '8px' },
  figures: { display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: '32px' },
  list: { margin: 0 },
  figure: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: '12px',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  value: { margin: 0, fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
  note: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, margin: 0 },
});

/** The report of a run: per website what was fetched, told and published; then every mail and every customer not told. */
export function RunReportView({ runId }: { readonly runId: number }) {
  const styles = useStyles();
  const report = useRead(['websiteData', 'report', runId], () => api.websiteData.report.query({ runId }));
  if (report.error && !report.data) return <FailureState error={report.error} onRetry={() => void report.refetch()} />;
  if (!report.data) return <Spinner size="small" label={t('e-commerce:report.reading')} />;
  const { websites, mails, notTold, finishedAt, who } = report.data;
  return (
    <>
      <p className={styles.note} role="status">
        {finishedAt === null
          ? t('e-commerce:report.interrupted', { who })
          : t('e-commerce:report.finished', { who, at: formatInstant(finishedAt, new Date()) })}
      </p>
      {websites.map((website) => (
        <Website key={website.websiteId} website={website} />
      ))}
      {mails.length > 0 ? <Mails mails={mails} /> : null}
      {notTold.length > 0 ? <NotTold rows={notTold} /> : null}
    </>
  );
}

function Website({ website }: { readonly website: WebsiteReport }) {
  const styles = useStyles();
  const onWebsite: readonly Figure[] = [
    [t('e-commerce:report.ordersFetched'), website.fetchedOrders],
    [t('e-commerce:report.othersFetched'), website.fetchedRegistrations + website.fetchedOthers],
    [t('e-commerce:report.imported'), website.imported],
    [t('e-commerce:report.waitingEnquiries'), website.waitingEnquiries],
    [t('e-commerce:report.published'), website.published],
  ];
  const mails: readonly Figure[] = [
    [t('e-commerce:report.planned'), website.planned],
    [t('e-commerce:report.accepted'), website.accepted],
    [t('e-commerce:report.waiting'), website.waiting],
    [t('e-commerce:report.refused'), website.refused],
    [t('e-commerce:report.uncertain'), website.uncertain],
    ...(website.held > 0 ? ([[t('e-commerce:report.held'), website.held]] as const) : []),
  ];
  return (
    <section className={styles.section} aria-label={t('e-commerce:report.label', { website: website.websiteName })}>
      <SectionTitle>{website.websiteName}</SectionTitle>
      {problemsOf(website).map((problem) => (
        <Problem key={problem.code} {...problem} />
      ))}
      <div className={styles.figures}>
        <Figures figures={onWebsite} />
        <Figures figures={mails} />
      </div>
      {website.accepted > 0 ? <p className={styles.note}>{t('e-commerce:report.acceptedMeans')}</p> : null}
      {website.wasCancelled ? <p className={styles.note}>{t('e-commerce:report.wasCancelled')}</p> : null}
    </section>
  );
}

type Figure = readonly [name: string, value: number];

function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {figures.map(([name, value]) => (
        <div key={name} className={styles.figure}>
          <dt>{name}</dt>
          <dd className={styles.value}>{formatCount(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

type RunPart = 'fetch' | 'publish' | 'send' | 'update';
type ProblemOfParts = { readonly code: ProblemCode; readonly parts: readonly RunPart[] };

/** What went wrong, once for each cause, with every step that it stopped. */
function problemsOf(website: WebsiteReport): readonly ProblemOfParts[] {
  const parts = [
    ['fetch', website.fetchProblem],
    ['publish', website.publishProblem],
    ['send', website.sendProblem],
    ['update', website.updateProblem],
  ] as const;
  const codes = [...new Set(parts.flatMap(([, code]) => (code === null ? [] : [code])))];
  return codes.map((code) => ({ code, parts: parts.filter((part) => part[1] === code).map(([name]) => name) }));
}

const listFormat = new Intl.ListFormat(programLocale.language, { type: 'conjunction' });

function Problem({ code, parts }: ProblemOfParts) {
  const text = errorTextFor(code);
  const stopped = listFormat.format(parts.map((part) => t(`e-commerce:report.part.${part}`)));
  const steps = stopped.replace(/^./, (first) => first.toUpperCase());
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{t('e-commerce:report.problem', { steps, what: text.what })}</MessageBarTitle> {text.kept}{' '}
        {text.next}
      </MessageBarBody>
    </MessageBar>
  );
}

function Mails({ mails }: { readonly mails: readonly ReportedMail[] }) {
  const styles = useStyles();
  const [shownId, setShownId] = useState<number | null>(null);
  const columns: readonly SmallColumn<ReportedMail>[] = [
    { id: 'customer', header: t('e-commerce:columns.customer'), cell: (mail) => mail.customerName },
    { id: 'address', header: t('e-commerce:columns.address'), cell: (mail) => mail.address },
    {
      id: 'subject',
      header: t('e-commerce:columns.subject'),
      width: 'wide',
      cell: (mail) => (
        <Link as="button" lang={langOf(mail.language)} onClick={() => setShownId(mail.mailId)}>
          {mail.subject}
        </Link>
      ),
    },
    {
      id: 'state',
      header: t('e-commerce:columns.state'),
      cell: (mail) => (
        <span title={mail.reply}>
          <StatusWord word={t(`e-commerce:mailState.${mail.state}`)} tone={mailStateTones[mail.state]} />
        </span>
      ),
    },
  ];
  return (
    <section className={styles.section} aria-label={t('e-commerce:report.mails')}>
      <SectionTitle>{t('e-commerce:report.mails')}</SectionTitle>
      <SmallTable label={t('e-commerce:report.mails')} columns={columns} rows={mails} rowKey={(mail) => mail.mailId} />
      {shownId === null ? null : <MailDialog mailId={shownId} onClose={() => setShownId(null)} />}
    </section>
  );
}

function NotTold({ rows }: { readonly rows: readonly NotToldRow[] }) {
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
      <SmallTable label={t('e-commerce:report.notTold')} columns={columns} rows={rows} rowKey={(row) => row.orderId} />
    </section>
  );
}
