import { Field, Select } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { errorTextOf } from './failure.ts';
import { t } from './texts.ts';

type Props<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly save: (value: Value) => Promise<unknown>;
  /** Asked before it is saved; what is not confirmed is not saved. */
  readonly confirm?: (value: Value) => Promise<boolean>;
  readonly hint?: string;
  readonly isDisabled?: boolean;
  readonly className?: string;
};

/** One of a few values, saved at once. */
export function SavedChoice<Value extends string>(props: Props<Value>) {
  const [chosen, setChosen] = useState<Value | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const onChange = async (text: string) => {
    const choice = props.choices.find((each) => each.value === text);
    if (choice === undefined) return;
    setChosen(choice.value);
    setProblem(null);
    try {
      if (props.confirm && !(await props.confirm(choice.value))) return setChosen(null);
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
      {...(props.className === undefined ? {} : { className: props.className })}
      validationState={problem ? 'error' : 'none'}
      validationMessage={problem}
    >
      <Select
        value={chosen ?? props.value}
        disabled={props.isDisabled ?? false}
        onChange={(_event, { value }) => void onChange(value)}
      >
        {props.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}
