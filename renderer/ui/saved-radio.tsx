import { Field, makeStyles, mergeClasses, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { errorTextOf } from './failure.ts';
import { t } from './texts.ts';

type Props<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly hint: string }[];
  readonly save: (value: Value) => Promise<unknown>;
  readonly hint?: string;
  readonly isDisabled?: boolean;
};

const useStyles = makeStyles({
  // The rings stand at the edge of the other fields.
  group: { marginLeft: '-8px' },
  name: { color: tokens.colorNeutralForeground1 },
  hint: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  disabled: { color: tokens.colorNeutralForegroundDisabled },
});

/** One of a few values whose meaning needs a sentence each, saved at once. */
export function SavedRadio<Value extends string>(props: Props<Value>) {
  const styles = useStyles();
  const [chosen, setChosen] = useState<Value | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const onChange = async (text: string) => {
    const choice = props.choices.find((each) => each.value === text);
    if (choice === undefined) return;
    setChosen(choice.value);
    setProblem(null);
    try {
      await props.save(choice.value);
    } catch (error) {
      setProblem(t('common:saved.notSaved', errorTextOf(error)));
      setChosen(null);
    }
  };
  // What was chosen stands until what is stored comes back
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the stored value's change that counts
  useEffect(() => setChosen(null), [props.value]);
  return (
    <Field
      label={props.label}
      {...(props.hint === undefined ? {} : { hint: props.hint })}
      validationState={problem ? 'error' : 'none'}
      validationMessage={problem}
    >
      <RadioGroup
        className={styles.group}
        value={chosen ?? props.value}
        disabled={props.isDisabled ?? false}
        onChange={(_event, { value }) => void onChange(value)}
      >
        {props.choices.map(({ value, label, hint }) => (
          <Radio
            key={value}
            value={value}
            label={
              <>
                <span className={mergeClasses(styles.name, props.isDisabled && styles.disabled)}>{label}</span>
                <span className={mergeClasses(styles.hint, props.isDisabled && styles.disabled)}>{hint}</span>
              </>
            }
          />
        ))}
      </RadioGroup>
    </Field>
  );
}
