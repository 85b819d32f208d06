import { Input, makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import { focusNeighbour } from './grid-focus.ts';
import { useSavedText } from './use-saved-text.ts';

const useStyles = makeStyles({
  input: {
    width: '100%',
    minWidth: 0,
    minHeight: '28px',
    height: '28px',
    '& input': { fontSize: tokens.fontSizeBase300 },
  },
  end: { '& input': { textAlign: 'end', fontVariantNumeric: 'tabular-nums' } },
  wrong: { outlineWidth: '1px', outlineStyle: 'solid', outlineColor: tokens.colorPaletteRedBorderActive },
});

type Props = {
  /** The column's header and what the row is about. */
  readonly label: string;
  readonly column: string;
  readonly value: string;
  readonly save: (text: string) => Promise<unknown>;
  readonly check?: (text: string) => string | null;
  readonly isNumber?: boolean;
  readonly isDisabled?: boolean;
  readonly placeholder?: string;
  /** Where the placeholder comes from, shown when one points at it. */
  readonly hint?: string;
  /** Told of every text that is not stored yet; null when what is shown is what is stored. */
  readonly onTyping?: (text: string | null) => void;
};

/**
 * A field in a grid. Saved when left; Enter saves and goes down, arrows go up and down the column, Esc brings the stored value
 * back, F2 puts the caret behind what stands there. What is wrong is told in a tooltip beside the cell, which keeps what was typed.
 */
export function EditCell({
  label,
  column,
  value,
  save,
  check,
  isNumber = false,
  isDisabled = false,
  placeholder,
  hint,
  onTyping,
}: Props) {
  const styles = useStyles();
  const { text, problem, isConflict, edit, commit, leave, reset } = useSavedText({
    label,
    value,
    save,
    check,
    onTyping,
  });
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape' && text !== value) {
      event.stopPropagation();
      reset();
      const field = event.currentTarget;
      // When what is stored stands there again, typing replaces it once more
      requestAnimationFrame(() => field.select());
    }
    if (event.key === 'F2') {
      event.preventDefault();
      const end = event.currentTarget.value.length;
      event.currentTarget.setSelectionRange(end, end);
    }
    if (event.key === 'Enter' && isConflict) {
      event.preventDefault();
      void commit();
      return;
    }
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0;
    if (step === 0) return;
    event.preventDefault();
    // A wrong value keeps the person where it can be put right.
    const isWrong = text !== value && (check?.(text) ?? null) !== null;
    if (isWrong || !focusNeighbour(event.currentTarget, column, step)) void commit();
  };
  const input = (
    <Input
      aria-label={label}
      size="small"
      className={mergeClasses(styles.input, isNumber && styles.end, problem !== null && styles.wrong)}
      input={{ 'data-edit-column': column, 'aria-invalid': problem !== null, size: 1 } as object}
      value={text}
      {...(hint ? { title: hint } : {})}
      disabled={isDisabled}
      {...(placeholder === undefined ? {} : { placeholder })}
      onChange={(_event, change) => edit(change.value)}
      onFocus={(event) => event.target.select()}
      onBlur={() => void leave()}
      onKeyDown={onKeyDown}
    />
  );
  if (problem === null) return input;
  return (
    <Tooltip content={problem} relationship="description" visible positioning="below-end" withArrow>
      {input}
    </Tooltip>
  );
}
