import { Button, Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ImportPreview, InspectedFile, PreviewRow } from '../../shared/import.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatCount } from '../ui/format.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { type SmallColumn, SmallTable } from '../ui/small-table.tsx';
import { t } from '../ui/texts.ts';
import { FaultList } from './fault-list.tsx';
import { fieldWord } from './import-words.ts';
import { StepActions } from './step-actions.tsx';
import type { ImportControl } from './use-import.ts';

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '16px' },
  counts: { display: 'flex', gap: '32px', flexWrap: 'wrap', margin: 0 },
  count: { display: 'flex', flexDirection: 'column-reverse' },
  number: { margin: 0, fontSize: tokens.fontSizeBase500, fontVariantNumeric: 'tabular-nums' },
  word: { color: tokens.colorNeutralForeground2 },
  bad: { color: tokens.colorPaletteRedForeground1 },
  table: { overflowX: 'auto' },
});

const outcomes = ['new', 'changed', 'unchanged', 'faulty'] as const;

type Props = { readonly control: ImportControl; readonly file: InspectedFile; readonly preview: ImportPreview };

/** Third step: what will happen, and what is wrong. Nothing has been stored yet. */
export function PreviewStep({ control, file, preview }: Props) {
  const styles = useStyles();
  const [leaveFaulty, setLeaveFaulty] = useState(false);
  const { kind, run, read, path, back } = control;
  const { counts } = preview;
  const good = counts.new + counts.changed;
  const isReady = good > 0 && (counts.faulty === 0 || leaveFaulty);
  const { encoding, separator, hasHeader } = file;
  return (
    <div className={styles.whole}>
      <SectionTitle>{t('import:preview.title')}</SectionTitle>
      <dl className={styles.counts} aria-label={t('import:preview.counts')}>
        {outcomes.map((outcome) => (
          <div key={outcome} className={styles.count}>
            <dt className={styles.word}>{t(`import:outcome.${outcome}`)}</dt>
            <dd className={`${styles.number} ${outcome === 'faulty' && counts.faulty > 0 ? styles.bad : ''}`}>
              {formatCount(counts[outcome])}
            </dd>
          </div>
        ))}
      </dl>
      {counts.faulty > 0 ? <FaultList control={control} file={file} preview={preview} /> : null}
      {counts.faulty > 0 && good > 0 ? (
        <Field label={t('import:preview.choice')}>
          <RadioGroup
            value={leaveFaulty ? 'leave' : 'mend'}
            onChange={(_event, { value }) => setLeaveFaulty(value === 'leave')}
          >
            <Radio value="mend" label={t('import:preview.mend')} />
            <Radio value="leave" label={t('import:preview.leave')} />
          </RadioGroup>
        </Field>
      ) : null}
      {good === 0 && counts.faulty === 0 ? (
        <EmptyState title={t('import:preview.nothing')} text={t('import:preview.nothingText')} />
      ) : (
        <FirstRows control={control} rows={preview.firstRows} />
      )}
      <StepActions>
        {isReady ? (
          <Button appearance="primary" onClick={() => run(leaveFaulty)}>
            {t(`import:run.${kind}`, { count: good })}
          </Button>
        ) : null}
        {counts.faulty > 0 && !leaveFaulty ? (
          <Button appearance="primary" onClick={() => read({ path, encoding, separator, hasHeader })}>
            {t('import:preview.readAgain')}
          </Button>
        ) : null}
        {good === 0 && counts.faulty === 0 ? (
          <Button appearance="primary" onClick={control.again}>
            {t('import:done.another')}
          </Button>
        ) : null}
        <Button onClick={back}>{t('import:back')}</Button>
      </StepActions>
    </div>
  );
}

function FirstRows({
  control: { kind },
  rows,
}: {
  readonly control: ImportControl;
  readonly rows: readonly PreviewRow[];
}) {
  const styles = useStyles();
  const fields = Object.keys(rows[0]?.cells ?? {}) as (keyof PreviewRow['cells'])[];
  const columns: readonly SmallColumn<PreviewRow>[] = [
    { id: 'line', header: t('import:preview.line'), align: 'end', cell: ({ line }) => formatCount(line) },
    { id: 'outcome', header: t('import:preview.outcome'), cell: ({ outcome }) => t(`import:outcome.${outcome}`) },
    ...fields.map((field) => ({
      id: field,
      header: fieldWord(kind, field),
      cell: ({ cells }: PreviewRow) => cells[field] ?? '',
    })),
  ];
  return (
    <>
      <SectionTitle>{t('import:preview.firstRows')}</SectionTitle>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the window is scrolled by keyboard */}
      <section className={styles.table} tabIndex={0} aria-label={t('import:preview.firstRows')}>
        <SmallTable label={t('import:preview.firstRows')} columns={columns} rows={rows} rowKey={({ line }) => line} />
      </section>
    </>
  );
}
