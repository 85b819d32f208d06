import type { CsvCell } from '../../shared/csv.ts';
import {
  heldReasons,
  type NotToldRow,
  type ReportedMail,
  type RunDetails,
  type RunReport,
} from '../../shared/website-data.ts';
import { t } from '../ui/texts.ts';
import { mailFigures, returnFigures, websiteFigures } from './run-figures.ts';
import { mailReasonText, shownState } from './website-data-words.ts';

type Row = readonly CsvCell[];

/**
 * The report of a run as a table (domain.md 9.22): a row for every order told or not told, with why; below them, per website, the
 * figures that add up: planned = accepted + waiting + refused + uncertain + held; beside them how many mails came back. The figures are those of the end of the run, the
 * rows say where a mail stands now.
 */
export function reportRows(run: RunDetails): readonly Row[] {
  const totals = run.websites.map((website) => [
    website.websiteName,
    ...[...mailFigures(website), ...returnFigures(website)].map(([, value]) => value),
  ]);
  const figureNames = [...mailFigures(null), ...returnFigures(null)].map(([name]) => name);
  return [
    [
      t('e-commerce:csv.website'),
      t('e-commerce:columns.customer'),
      t('e-commerce:columns.order'),
      t('e-commerce:columns.address'),
      t('e-commerce:csv.state'),
      t('e-commerce:csv.why'),
      t('e-commerce:columns.reply'),
      t('e-commerce:csv.mailNo'),
    ],
    ...run.mails.flatMap(rowsOfMail),
    ...run.notTold.map(rowOfNotTold),
    [],
    [t('e-commerce:csv.website'), ...figureNames],
    ...totals,
    ...(totals.length > 1 ? [totalOf(totals, 1)] : []),
  ];
}

function rowsOfMail(mail: ReportedMail): readonly Row[] {
  return mail.orders.map((webOrderNo) => [
    mail.websiteName,
    mail.customerName,
    webOrderNo,
    mail.address,
    shownState(mail).word,
    mailReasonText(mail.reason),
    mail.reply,
    mail.mailId,
  ]);
}

function rowOfNotTold(row: NotToldRow): Row {
  const isHeld = heldReasons.some((reason) => reason === row.reason);
  const state = isHeld ? t('e-commerce:report.held') : t('e-commerce:csv.notTold');
  return [
    row.websiteName,
    row.customerName,
    row.webOrderNo,
    '',
    state,
    t(`e-commerce:notTold.${row.reason}`),
    '',
    null,
  ];
}

/** Show order list as a table: a row for every run and website, what it fetched and told, and the sum of all. */
export function runListRows(runs: readonly RunReport[]): readonly Row[] {
  const rows = runs.flatMap(rowsOfRun);
  const figureNames = [...websiteFigures(null), ...mailFigures(null), ...returnFigures(null)].map(([name]) => name);
  return [
    [
      t('e-commerce:orderList.date'),
      t('e-commerce:orderList.who'),
      t('e-commerce:orderList.ended'),
      t('e-commerce:csv.website'),
      ...figureNames,
    ],
    ...rows,
    ...(rows.length > 0 ? [totalOf(rows, 4)] : []),
  ];
}

function rowsOfRun(run: RunReport): readonly Row[] {
  const end = run.finishedAt === null ? t('e-commerce:orderList.interrupted') : t('e-commerce:orderList.finished');
  const head = [csvInstant(run.startedAt), run.who, end];
  if (run.websites.length === 0) return [head];
  return run.websites.map((website) => [
    ...head,
    website.websiteName,
    ...[...websiteFigures(website), ...mailFigures(website), ...returnFigures(website)].map(([, value]) => value),
  ]);
}

/** The sum of every column from the first figure on. */
function totalOf(rows: readonly Row[], firstFigure: number): Row {
  const width = Math.max(...rows.map((row) => row.length));
  const sums = Array.from({ length: width - firstFigure }, (_each, index) =>
    rows.reduce((sum, row) => sum + Number(row[firstFigure + index] ?? 0), 0),
  );
  return [t('e-commerce:csv.total'), ...Array.from({ length: firstFigure - 1 }, () => null), ...sums];
}

const spreadsheetTime = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' });

/** An instant as spreadsheets of every region read it, in this computer's time: `2026-03-03 09:12`. */
export function csvInstant(instant: string): string {
  return spreadsheetTime.format(new Date(instant));
}
