import { makeStyles, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { FailureMessage } from '../ui/failure-message.tsx';
import { t } from '../ui/texts.ts';
import { ColumnsStep } from './columns-step.tsx';
import { DoneStep } from './done-step.tsx';
import { FileStep } from './file-step.tsx';
import { ImportProgressView } from './import-progress.tsx';
import { PreviewStep } from './preview-step.tsx';
import { type ImportControl, useImport } from './use-import.ts';

const useStyles = makeStyles({
  outer: { overflowY: 'auto', flexGrow: 1, minHeight: 0 },
  flow: { display: 'flex', flexDirection: 'column', gap: '16px', padding: '16px 16px 0 16px', maxWidth: '1040px' },
  steps: { display: 'flex', flexWrap: 'wrap', gap: '4px 24px', listStyleType: 'none', margin: 0, padding: 0 },
  step: {
    padding: '4px 0',
    color: tokens.colorNeutralForeground2,
    borderBottom: '2px solid transparent',
    "&[aria-current='step']": {
      color: tokens.colorNeutralForeground1,
      fontWeight: tokens.fontWeightSemibold,
      borderBottomColor: tokens.colorCompoundBrandStroke,
    },
  },
  content: { outlineStyle: 'none', display: 'flex', flexDirection: 'column', gap: '16px' },
});

const stepNames = ['file', 'columns', 'preview', 'done'] as const;

/**
 * Products, contacts, stock, purchase orders and open orders from a CSV file, in four steps. Stands in a page or in another
 * flow; `onDone` is called when the person has finished.
 */
export function ImportFlow({ onDone }: { readonly onDone: () => void }) {
  const styles = useStyles();
  const control = useImport();
  const { at, work, error, dismissError } = control;
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);
  // The control that led on is gone; the next Tab begins at the new step
  useEffect(() => {
    if (isFirst.current) isFirst.current = at.step === 'file';
    if (isFirst.current) return;
    content.current?.focus({ preventScroll: true });
    scroller.current?.scrollTo({ top: 0 });
  }, [at.step]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc goes a step back from wherever the focus is inside
    <div ref={scroller} className={styles.outer} onKeyDown={(event) => onEscape(event, control)}>
      <div className={styles.flow}>
        <ol className={styles.steps} aria-label={t('import:steps.label')}>
          {stepNames.map((name, index) => (
            <li key={name} className={styles.step} aria-current={name === at.step ? 'step' : undefined}>
              {index + 1} {t(`import:steps.${name}`)}
            </li>
          ))}
        </ol>
        {error ? <FailureMessage error={error} onDismiss={dismissError} /> : null}
        <div ref={content} tabIndex={-1} className={styles.content}>
          {work ? <ImportProgressView work={work} onCancel={control.cancel} /> : null}
          <div hidden={work !== null}>
            <Step control={control} onDone={onDone} />
          </div>
        </div>
      </div>
    </div>
  );
}

function Step({ control, onDone }: { readonly control: ImportControl; readonly onDone: () => void }) {
  const { at } = control;
  switch (at.step) {
    case 'file':
      return <FileStep control={control} />;
    case 'columns':
      return <ColumnsStep key={at.file.importId} control={control} file={at.file} />;
    case 'preview':
      return <PreviewStep control={control} file={at.file} preview={at.preview} />;
    case 'done':
      return <DoneStep control={control} report={at.report} onDone={onDone} />;
  }
}

/** Esc stops what is under way, else goes a step back; in a field or list it is the field's own. */
function onEscape(event: KeyboardEvent, { at, work, cancel, back }: ImportControl): void {
  const isInField = event.target instanceof HTMLElement && event.target.closest('select, [role=dialog]') !== null;
  if (event.key !== 'Escape' || event.defaultPrevented || isInField) return;
  const leads = work !== null ? cancel : at.step === 'columns' || at.step === 'preview' ? back : null;
  if (leads === null) return;
  event.preventDefault();
  leads();
}
