import { Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { errorTextOf } from './failure.ts';

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
          className={props.isNumber ? styles.number : undefined}
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

type SavedText = Pick<Props, 'value' | 'save' | 'check'>;

/** The state of a text that is saved when left. A newer stored text shows at once unless the person is editing. */
export function useSavedText({ value, save, check }: SavedText) {
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const latest = useRef<string | null>(null);
  useEffect(() => {
    if (latest.current === value) setDraft(null);
  }, [value]);

  const text = draft ?? value;
  const edit = (next: string) => {
    latest.current = next;
    setDraft(next);
    setProblem(null);
  };
  const reset = () => {
    latest.current = null;
    setDraft(null);
    setProblem(null);
  };
  const commit = async () => {
    if (draft === null || isSaving) return;
    if (draft === value) return reset();
    const wrong = check?.(draft) ?? null;
    if (wrong !== null) return setProblem(wrong);
    setIsSaving(true);
    try {
      await save(draft);
      if (latest.current === draft) reset();
    } catch (error) {
      const words = errorTextOf(error);
      setProblem(`Not saved. ${words.what} ${words.next}`);
    } finally {
      setIsSaving(false);
    }
  };
  return { text, problem, isSaving, edit, commit, reset };
}
