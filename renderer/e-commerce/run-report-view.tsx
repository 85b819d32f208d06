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
import { formatInstant } from '../ui/format.ts';
import { useRead } from '../ui/queries.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { type SmallColumn, SmallTable } from '../ui/small-table.tsx';
import { StatusWord } from '../ui/status-word.tsx';
import { MailDialog } from './mail-dialog.tsx';
import { mailStateTones, mailStateWords, notToldWords } from './website-data-words.ts';

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
  if (!report.data) return <Spinner size="small" label="Reading the report" />;
  const { websites, mails, notTold, finishedAt, who } = report.data;
  return (
    <>
      <p className={styles.note} role="status">
        {finishedAt === null ? 'Interrupted before its end' : `Finished ${formatInstant(finishedAt, new Date())}`},
        started by {who}
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
    ['Orders fetched', website.fetchedOrders],
    ['Registrations and other enquiries fetched', website.fetchedRegistrations + website.fetchedOthers],
    ['Imported', website.imported],
    ['Waiting in the comparison list', website.waitingEnquiries],
    ['Orders published to My page', website.published],
  ];
  const mails: readonly Figure[] = [
    ['Mails planned', website.planned],
    ['Accepted by the mail server', website.accepted],
    ['Waiting for the next run', website.waiting],
    ['Refused', website.refused],
    ['Uncertain', website.uncertain],
    ...(website.held > 0 ? ([['Held', website.held]] as const) : []),
  ];
  return (
    <section className={styles.section} aria-label={`Report of ${website.websiteName}`}>
      <SectionTitle>{website.websiteName}</SectionTitle>
      {problemsOf(website).map((problem) => (
        <Problem key={problem.code} {...problem} />
      ))}
      <div className={styles.figures}>
        <Figures figures={onWebsite} />
        <Figures figures={mails} />
      </div>
      {website.accepted > 0 ? (
        <p className={styles.note}>
          Accepted means that the mail server took the mail over; whether it reached the customer only the customer
          knows.
        </p>
      ) : null}
      {website.wasCancelled ? (
        <p className={styles.note}>Sending was cancelled; mails not handed over wait for the next run.</p>
      ) : null}
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
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type ProblemOfSteps = { readonly code: ProblemCode; readonly steps: readonly string[] };

/** What went wrong, once for each cause, with every step that it stopped. */
function problemsOf(website: WebsiteReport): readonly ProblemOfSteps[] {
  const steps = [
    ['Fetching', website.fetchProblem],
    ['publishing', website.publishProblem],
    ['mailing', website.sendProblem],
    ['Update Website', website.updateProblem],
  ] as const;
  const codes = [...new Set(steps.flatMap(([, code]) => (code === null ? [] : [code])))];
  return codes.map((code) => ({ code, steps: steps.filter((step) => step[1] === code).map(([name]) => name) }));
}

const listFormat = new Intl.ListFormat('en', { type: 'conjunction' });

function Problem({ code, steps }: ProblemOfSteps) {
  const text = errorTextFor(code);
  const what = listFormat.format(steps).replace(/^./, (first) => first.toUpperCase());
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>
          {what}: {text.what}
        </MessageBarTitle>{' '}
        {text.kept} {text.next}
      </MessageBarBody>
    </MessageBar>
  );
}

function Mails({ mails }: { readonly mails: readonly ReportedMail[] }) {
  const styles = useStyles();
  const [shownId, setShownId] = useState<number | null>(null);
  const columns: readonly SmallColumn<ReportedMail>[] = [
    { id: 'customer', header: 'Customer', cell: (mail) => mail.customerName },
    { id: 'address', header: 'Address', cell: (mail) => mail.address },
    {
      id: 'subject',
      header: 'Subject',
      width: 'wide',
      cell: (mail) => (
        <Link as="button" onClick={() => setShownId(mail.mailId)}>
          {mail.subject}
        </Link>
      ),
    },
    {
      id: 'state',
      header: 'State',
      cell: (mail) => (
        <span title={mail.reply}>
          <StatusWord word={mailStateWords[mail.state]} tone={mailStateTones[mail.state]} />
        </span>
      ),
    },
  ];
  return (
    <section className={styles.section} aria-label="Mails">
      <SectionTitle>Mails</SectionTitle>
      <SmallTable label="Mails" columns={columns} rows={mails} rowKey={(mail) => mail.mailId} />
      {shownId === null ? null : <MailDialog mailId={shownId} onClose={() => setShownId(null)} />}
    </section>
  );
}

function NotTold({ rows }: { readonly rows: readonly NotToldRow[] }) {
  const styles = useStyles();
  const { open } = useNavigation();
  const columns: readonly SmallColumn<NotToldRow>[] = [
    { id: 'customer', header: 'Customer', cell: (row) => row.customerName },
    {
      id: 'order',
      header: 'Order',
      cell: (row) => (
        <Link as="button" onClick={() => open({ page: 'order', orderId: row.orderId })}>
          {row.webOrderNo}
        </Link>
      ),
    },
    { id: 'reason', header: 'Why not', width: 'wide', cell: (row) => notToldWords[row.reason] },
  ];
  return (
    <section className={styles.section} aria-label="Not told, and why">
      <SectionTitle>Not told, and why</SectionTitle>
      <SmallTable label="Not told, and why" columns={columns} rows={rows} rowKey={(row) => row.orderId} />
    </section>
  );
}
