import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ImportPreview, InspectedFile, RowFault } from '../../shared/import.ts';
import { api } from '../ui/api.ts';
import { shell } from '../ui/bridge.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { formatCount } from '../ui/format.ts';
import { rowHeightPx } from '../ui/list-styles.ts';
import { type ListColumn, ListTable } from '../ui/list-table.tsx';
import { useNotices } from '../ui/notices.tsx';
import { useCommand, usePages } from '../ui/queries.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { t } from '../ui/texts.ts';
import { fieldWord, fieldWords, reasonTemplates, reasonWord } from './import-words.ts';
import type { ImportControl } from './use-import.ts';

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '8px' },
  head: { display: 'flex', gap: '12px', alignItems: 'baseline', flexWrap: 'wrap' },
  text: { color: tokens.colorNeutralForeground2 },
  save: { marginLeft: 'auto', whiteSpace: 'nowrap' },
  list: {
    display: 'flex',
    flexDirection: 'column',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

type Props = { readonly control: ImportControl; readonly file: InspectedFile; readonly preview: ImportPreview };
type FaultRow = RowFault & { readonly id: number };

/** Of the box, above and below, and of the headings: one less and it scrolls. */
const linesPx = 4;

/** As high as its rows, up to seven of them: what is to be decided below stays in sight. */
function listHeightPx(rows: number): number {
  return (Math.min(rows, 7) + 1) * rowHeightPx + linesPx;
}

/** One line for each fault, and a way to take the rows out of the program. */
export function FaultList({ control: { kind }, file, preview }: Props) {
  const styles = useStyles();
  const { notify } = useNotices();
  const { importId } = file;
  const faults = usePages(['imports', 'faults', importId, preview], (cursor: number | null) =>
    api.imports.faults.query({ importId, cursor }),
  );
  const save = useCommand(async () => {
    const path = await shell.chooseFileToSave({
      title: t('import:preview.saveDialog'),
      suggestedName: t('import:preview.savedName', { fileName: file.fileName }),
      kinds: [{ name: t('import:file.csv'), extensions: ['csv'] }],
    });
    if (path === null) return;
    const words = {
      reasonHeader: t('import:preview.reason'),
      reasons: reasonTemplates(),
      fieldNames: fieldWords(kind),
    };
    const { rows } = await api.imports.saveFaults.mutate({ importId, path, ...words });
    notify(t('import:preview.saved', { count: rows }));
  });
  const columns: readonly ListColumn<FaultRow>[] = [
    {
      id: 'line',
      header: t('import:preview.line'),
      width: '64px',
      align: 'end',
      cell: ({ line }) => formatCount(line),
    },
    {
      id: 'column',
      header: t('import:preview.column'),
      width: 'minmax(120px, 1fr)',
      cell: ({ field }) => (field === null ? t('import:preview.wholeRow') : fieldWord(kind, field)),
    },
    { id: 'value', header: t('import:preview.value'), width: 'minmax(100px, 1fr)', cell: ({ value }) => value },
    {
      id: 'reason',
      header: t('import:preview.reason'),
      width: 'minmax(220px, 3fr)',
      cell: ({ reason, otherLine }) => reasonWord(reason, otherLine),
    },
  ];
  return (
    <section className={styles.whole} aria-label={t('import:preview.faults')}>
      <div className={styles.head}>
        <SectionTitle>{t('import:preview.faults')}</SectionTitle>
        <span className={styles.text}>{t('import:preview.faultsText', { count: preview.faultyRows })}</span>
        <Button className={styles.save} disabled={save.isPending} onClick={() => save.mutate(undefined)}>
          {t('import:preview.save')}
        </Button>
      </div>
      {save.error ? <FailureMessage error={save.error} onDismiss={save.reset} /> : null}
      <div className={styles.list} style={{ height: listHeightPx(faults.rows.length || preview.faultyRows) }}>
        <ListTable
          label={t('import:preview.faults')}
          columns={columns}
          rowKey={({ id }) => id}
          onRetry={faults.retry}
          empty={{ title: t('import:preview.faults'), text: '' }}
          {...faults}
        />
      </div>
    </section>
  );
}
