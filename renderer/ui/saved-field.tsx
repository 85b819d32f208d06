import { Field, Input, makeStyles, mergeClasses, Textarea, tokens } from '@fluentui/react-components';
import type { KeyboardEvent, ReactNode } from 'react';
import { useSavedText } from './use-saved-text.ts';

type Props = {
  readonly label: string;
  readonly value: string;
  /** Stores the text; a rejection keeps the text in the field and says why. */
  readonly save: (text: string) => Promise<unknown>;
  /** What is wrong with the text, or null; such a text is not saved. */
  readonly check?: (text: string) => string | null;
  readonly hint?: string;
  readonly unit?: string;
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'number' | 'password';
  readonly placeholder?: string;
  readonly rows?: number;
  readonly isDisabled?: boolean;
  readonly required?: boolean;
  readonly after?: ReactNode;
  readonly className?: string;
  readonly isNumber?: boolean;
};

const useStyles = makeStyles({
  unit: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  input: { minWidth: 0, '& input': { minWidth: 0 } },
  number: { '& input': { textAlign: 'end', fontVariantNumeric: 'tabular-nums' } },
});

/** A field that is saved when it is left or Enter is pressed; Esc brings the stored text back. */
export function SavedField(props: Props) {
  const styles = useStyles();
  const { text, problem, isSaving, edit, commit, reset } = useSavedText(props);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && props.rows === undefined) void commit();
    if (event.key === 'Escape' && text !== props.value) {
      event.stopPropagation();
      reset();
    }
  };
  const control = {
    value: text,
    disabled: props.isDisabled ?? false,
    onBlur: () => void commit(),
    onKeyDown,
    ...(props.placeholder === undefined ? {} : { placeholder: props.placeholder }),
  };
  return (
    <Field
      label={props.label}
      {...(props.hint === undefined ? {} : { hint: props.hint })}
      {...(props.className === undefined ? {} : { className: props.className })}
      required={props.required ?? false}
      validationState={problem ? 'error' : 'none'}
      validationMessage={problem}
      aria-busy={isSaving}
    >
      {props.rows === undefined ? (
        <Input
          {...control}
          type={props.type ?? 'text'}
          className={mergeClasses(styles.input, props.isNumber && styles.number)}
          contentAfter={
            props.unit ? (
              <span className={styles.unit}>{props.unit}</span>
            ) : props.after ? (
              { children: props.after }
            ) : null
          }
          onChange={(_event, { value }) => edit(value)}
        />
      ) : (
        <Textarea {...control} rows={props.rows} resize="vertical" onChange={(_event, { value }) => edit(value)} />
      )}
    </Field>
  );
}
