import { Checkbox, Field, makeStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { errorTextOf } from './failure.ts';
import { t } from './texts.ts';

type Props = {
  readonly label: string;
  readonly value: boolean;
  readonly save: (isOn: boolean) => Promise<unknown>;
  readonly hint?: string;
  readonly isDisabled?: boolean;
};

const useStyles = makeStyles({
  // The box stands at the edge of the other fields, its help text under its label.
  field: { marginLeft: '-8px' },
  hint: { paddingLeft: '36px', marginTop: '-4px' },
});

/** A check box that is saved at once. While it is being saved it shows what was chosen; a failure shows what is stored. */
export function SavedCheck({ label, value, save, hint, isDisabled = false }: Props) {
  const styles = useStyles();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const onChange = async (isOn: boolean) => {
    setChosen(isOn);
    setProblem(null);
    try {
      await save(isOn);
    } catch (error) {
      setProblem(t('common:saved.notSaved', errorTextOf(error)));
      setChosen(null);
    }
  };
  // What was chosen stands until what is stored comes back; in between the box would show the old value for a moment.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the stored value's change that counts
  useEffect(() => setChosen(null), [value]);
  return (
    <Field
      className={styles.field}
      {...(hint ? { hint: { children: hint, className: styles.hint } } : {})}
      validationState={problem ? 'error' : 'none'}
      validationMessage={problem}
    >
      <Checkbox
        label={label}
        checked={chosen ?? value}
        disabled={isDisabled}
        onChange={(_event, { checked }) => void onChange(checked === true)}
      />
    </Field>
  );
}
