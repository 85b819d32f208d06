import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { type CsvCell, writeCsv } from '../../shared/csv.ts';
import { shell } from '../ui/bridge.ts';
import { errorTextOf } from '../ui/failure.ts';
import { useNotices } from '../ui/notices.tsx';
import { programLocale } from '../ui/program-locale.ts';
import { useCommand } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';

type Props = {
  /** Of the dialog; with `.csv` it is the file's suggested name. */
  readonly title: string;
  readonly rows: () => Promise<readonly (readonly CsvCell[])[]>;
  readonly isDisabled?: boolean;
};

/** Saves a table as CSV where the person chooses. */
export function SaveCsvButton({ title, rows, isDisabled = false }: Props) {
  const { notify, notifyFailure } = useNotices();
  const save = useCommand(async () => {
    const text = writeCsv(await rows(), programLocale.region);
    const kinds = [{ name: t('e-commerce:csv.kind'), extensions: ['csv'] }];
    const result = await shell.saveText({ title, suggestedName: `${fileName(title)}.csv`, kinds, text });
    if (result.kind === 'saved')
      notify(t('e-commerce:csv.saved', { file: result.path.split(/[\\/]/).at(-1) ?? title }));
    if (result.kind === 'failed') notifyFailure(t('e-commerce:csv.notSaved', { title, reason: result.reason }));
  });
  return (
    <Button
      icon={<ArrowDownloadRegular />}
      disabled={isDisabled || save.isPending}
      onClick={() => save.mutate(undefined, { onError: (error) => notifyFailure(errorTextOf(error).what) })}
    >
      {t('e-commerce:csv.save')}
    </Button>
  );
}

/** Without what file systems do not take. */
function fileName(title: string): string {
  return title.replace(/[\\/:*?"<>|]/g, '');
}
