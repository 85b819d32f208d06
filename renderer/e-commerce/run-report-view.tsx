import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import { heldReasons, type ProblemCode, type WebsiteReport } from '../../shared/website-data.ts';
import { api } from '../ui/api.ts';
import { errorTextFor } from '../ui/error-texts.ts';
import { FailureState } from '../ui/failure-message.tsx';
import { formatCount, formatInstant } from '../ui/format.ts';
import { programLocale } from '../ui/program-locale.ts';
import { useRead } from '../ui/queries.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { t } from '../ui/texts.ts';
import { Waiting } from '../ui/waiting.tsx';
import { type Figure, mailFigures, returnFigures, websiteFigures } from './run-figures.ts';
import { NotToldCustomers, ReportedMails } from './run-report-tables.tsx';
import { sinceShownWords, stopWords } from './stop-words.ts';
import { notToldClause } from './website-data-words.ts';

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
  if (!report.data) return <Waiting label={t('e-commerce:report.reading')} size="small" />;
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
      {mails.length > 0 ? <ReportedMails mails={mails} /> : null}
      {notTold.length > 0 ? <NotToldCustomers rows={notTold} /> : null}
    </>
  );
}

function Website({ website }: { readonly website: WebsiteReport }) {
  const styles = useStyles();
  const heldBecause = heldReasons.flatMap((reason): readonly Figure[] => {
    const count = website.heldBecause[reason];
    if (count === undefined) return [];
    return [[t('e-commerce:report.heldBecause', { reason: notToldClause(reason) }), count]];
  });
  return (
    <section className={styles.section} aria-label={t('e-commerce:report.label', { website: website.websiteName })}>
      <SectionTitle>{website.websiteName}</SectionTitle>
      {website.stopped ? (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>
            <MessageBarTitle>{t('e-commerce:stop.title', { website: website.websiteName })}</MessageBarTitle>{' '}
            {stopWords(website.stopped)} {t('e-commerce:stop.waiting', { count: website.waiting })}{' '}
            {t('e-commerce:stop.afterFinish')}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      {problemsOf(website).map((problem) => (
        <Problem key={problem.code} {...problem} />
      ))}
      <div className={styles.figures}>
        <Figures figures={[...websiteFigures(website), ...(website.cameBack === null ? [] : returnFigures(website))]} />
        <Figures figures={[...mailFigures(website).slice(0, -1), ...heldBecause]} />
      </div>
      {website.accepted > 0 ? <p className={styles.note}>{t('e-commerce:report.acceptedMeans')}</p> : null}
      {website.sinceShown ? <p className={styles.note}>{sinceShownWords(website.sinceShown)}</p> : null}
      {website.wasCancelled ? <p className={styles.note}>{t('e-commerce:report.wasCancelled')}</p> : null}
    </section>
  );
}

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

type RunPart = 'fetch' | 'returns' | 'publish' | 'send' | 'update';
type ProblemOfParts = { readonly code: ProblemCode; readonly parts: readonly RunPart[] };

/** What went wrong, once for each cause, with every step that it stopped. */
function problemsOf(website: WebsiteReport): readonly ProblemOfParts[] {
  const parts = [
    ['fetch', website.fetchProblem],
    ['returns', website.returnsProblem],
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
