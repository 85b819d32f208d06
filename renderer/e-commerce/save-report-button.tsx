import { api } from '../ui/api.ts';
import { t } from '../ui/texts.ts';
import { csvInstant, reportRows } from './report-csv.ts';
import { SaveCsvButton } from './save-csv-button.tsx';

/** Saves the report of a run as CSV, with every customer told and not told. */
export function SaveReportButton({ runId, startedAt }: { readonly runId: number; readonly startedAt: string }) {
  return (
    <SaveCsvButton
      title={t('e-commerce:orderList.runTitle', { at: csvInstant(startedAt) })}
      rows={async () => reportRows(await api.websiteData.report.query({ runId }))}
    />
  );
}
