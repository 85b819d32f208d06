import { Input, makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components';
import { focusNeighbour } from './grid-focus.ts';

const useStyles = makeStyles({
  input: {
    width: '100%',
    minWidth: 0,
    height: '28px',
    '& input': { textAlign: 'end', fontVariantNumeric: 'tabular-nums', fontSize: tokens.fontSizeBase300 },
  },
  wrong: { outlineWidth: '1px', outlineStyle: 'solid', outlineColor: tokens.colorPaletteRedBorderActive },
});

type Props = {
  readonly label: string;
  readonly column: string;
  readonly text: string;
  readonly problem: string | null;
  readonly onChange: (text: string) => void;
};

/** A quantity in a grid that is stored with the whole form. Arrows and Enter go up and down the column. */
export function QuantityCell({ label, column, text, problem, onChange }: Props) {
  const styles = useStyles();
  // Always inside the tooltip: a field that moved in and out of it while one types would lose the focus.
  return (
    <Tooltip
      content={problem ?? ''}
      relationship="description"
      visible={problem !== null}
      positioning="below-end"
      withArrow
    >
      <Input
        aria-label={label}
        size="small"
        className={mergeClasses(styles.input, problem !== null && styles.wrong)}
        input={{ 'data-edit-column': column, 'aria-invalid': problem !== null, size: 1 } as object}
        value={text}
        onChange={(_event, change) => onChange(change.value)}
        onFocus={(event) => event.target.select()}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0;
          if (step === 0) return;
          event.preventDefault();
          focusNeighbour(event.currentTarget, column, step);
        }}
      />
    </Tooltip>
  );
}
