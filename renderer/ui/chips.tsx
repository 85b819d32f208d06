import { CounterBadge, makeStyles, ToggleButton } from '@fluentui/react-components';

export type Chip<Id extends string> = { readonly id: Id; readonly label: string; readonly count?: number | undefined };

type Props<Id extends string> = {
  readonly label: string;
  readonly chips: readonly Chip<Id>[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
};

const useStyles = makeStyles({
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  chip: { minWidth: 0, fontWeight: 400 },
});

/** Filters of which exactly one is on. */
export function Chips<Id extends string>({ label, chips, chosen, onChoose }: Props<Id>) {
  const styles = useStyles();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame and takes part in forms; this is a row of buttons
    <div role="group" aria-label={label} className={styles.row}>
      {chips.map((chip) => (
        <ToggleButton
          key={chip.id}
          className={styles.chip}
          size="small"
          shape="circular"
          checked={chip.id === chosen}
          onClick={() => onChoose(chip.id)}
          iconPosition="after"
          icon={
            chip.count ? (
              <CounterBadge count={chip.count} overflowCount={9999} size="small" color="informative" />
            ) : null
          }
        >
          {chip.label}
        </ToggleButton>
      ))}
    </div>
  );
}
