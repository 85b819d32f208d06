import { Field, Input, Link, makeStyles, mergeClasses, Textarea, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { Choices } from './choices.tsx';
import { t } from './texts.ts';
import { useSavedText } from './use-saved-text.ts';

type Props = {
  readonly label: string;
  readonly value: string;
  /** Stores the text; a rejection keeps the text in the field and says why. */
  readonly save: (text: string) => Promise<unknown>;
  /** What is wrong with the text, or null; such a text is not saved. */
  readonly check?: (text: string) => string | null;
  /** For a check that is right about half a text too: what cannot become right is said at the letter. */
  readonly isCheckedWhileTyping?: boolean;
  readonly hint?: string;
  /** Words of its own for why a text was not stored; null for the usual ones. */
  readonly explain?: (error: unknown) => string | null;
  readonly unit?: string;
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'number' | 'password';
  readonly placeholder?: string;
  readonly rows?: number;
  readonly isDisabled?: boolean;
  readonly required?: boolean;
  readonly after?: ReactNode;
  readonly className?: string;
  readonly isNumber?: boolean;
  /** Texts to choose from; any other text can be typed too. */
  readonly choices?: readonly string[];
  /** Told of every text that is not stored yet; null when what is shown is what is stored. */
  readonly onTyping?: (text: string | null) => void;
};

const useStyles = makeStyles({
  unit: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
  input: { minWidth: 0, '& input': { minWidth: 0 } },
  again: { fontSize: 'inherit' },
  number: { '& input': { textAlign: 'end', fontVariantNumeric: 'tabular-nums' } },
});

/** A field that is saved when it is left or Enter is pressed; Esc brings the stored text back. */
export function SavedField(props: Props) {
  const styles = useStyles();
  const { text, problem, isConflict, isSaving, edit, commit, leave, reset } = useSavedText(props);
  const choicesId = useId();
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
    onBlur: () => void leave(),
    onKeyDown,
    ...(props.placeholder === undefined ? {} : { placeholder: props.placeholder }),
  };
  const field = (
    <Field
      label={props.label}
      {...(props.hint === undefined ? {} : { hint: props.hint })}
      {...(props.className === undefined ? {} : { className: props.className })}
      required={props.required ?? false}
      validationState={problem ? 'error' : 'none'}
      validationMessage={
        isConflict ? (
          <>
            {problem}{' '}
            <Link as="button" className={styles.again} onClick={() => void commit()}>
              {t('common:saved.saveAgain')}
            </Link>
          </>
        ) : (
          problem
        )
      }
      aria-busy={isSaving}
    >
      {props.rows === undefined ? (
        <Input
          {...control}
          type={props.type ?? 'text'}
          {...(props.choices === undefined ? {} : { list: choicesId })}
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
  if (props.choices === undefined) return field;
  return (
    <>
      {field}
      <Choices id={choicesId} texts={props.choices} />
    </>
  );
}
