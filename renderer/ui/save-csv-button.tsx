import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { type CsvCell, writeCsv } from '../../shared/csv.ts';
import { programLocale } from './program-locale.ts';
import { t } from './texts.ts';
import { useSaveFile } from './use-save-file.ts';

type Props = {
  /** Of the dialog; with `.csv` it is the file's suggested name. */
  readonly title: string;
  readonly rows: () => Promise<readonly (readonly CsvCell[])[]>;
  readonly isDisabled?: boolean;
};

/** Saves a table as CSV where the person chooses. */
export function SaveCsvButton({ title, rows, isDisabled = false }: Props) {
  const kind = { name: t('common:file.csv'), extensions: ['csv'] };
  const file = useSaveFile(title, kind, async () => ({
    name: `${fileName(title)}.csv`,
    bytes: new TextEncoder().encode(writeCsv(await rows(), programLocale.region)),
  }));
  return (
    <Button
      icon={<ArrowDownloadRegular />}
      disabled={isDisabled}
      disabledFocusable={file.isPending}
      onClick={file.save}
    >
      {t('common:file.saveCsv')}
    </Button>
  );
}

/** Without what file systems do not take. */
function fileName(title: string): string {
  return title.replace(/[\\/:*?"<>|]/g, '');
}
