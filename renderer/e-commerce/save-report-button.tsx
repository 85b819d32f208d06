import { api } from '../ui/api.ts';
import { SaveCsvButton } from '../ui/save-csv-button.tsx';
import { t } from '../ui/texts.ts';
import { csvInstant, reportRows } from './report-csv.ts';

/** Saves the report of a run as CSV, with every customer told and not told. */
export function SaveReportButton({ runId, startedAt }: { readonly runId: number; readonly startedAt: string }) {
  return (
    <SaveCsvButton
      title={t('e-commerce:orderList.runTitle', { at: csvInstant(startedAt) })}
      rows={async () => reportRows(await api.websiteData.report.query({ runId }))}
    />
  );
}
