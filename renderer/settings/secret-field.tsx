import { Button, Field, Input } from '@fluentui/react-components';
import { type KeyboardEvent, useState } from 'react';
import { errorTextOf } from '../ui/failure.ts';
import { t } from '../ui/texts.ts';
import { type IsKept, keptWord } from './kept-word.ts';

type Props = {
  readonly label: string;
  readonly hint: string;
  readonly isStored: IsKept;
  readonly save: (secret: string) => Promise<unknown>;
  readonly className?: string;
};

const words = {
  kept: t('settings:secret.isStored'),
  missing: t('settings:secret.isMissing'),
  silent: t('settings:secret.keychainSilent'),
};

/** A password or key: it goes into the keychain of this computer and is never shown again. */
export function SecretField({ label, hint, isStored, save, className }: Props) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaved, setIsSaved] = useState(false);
  const onSave = async () => {
    if (text === '') return;
    try {
      await save(text);
      setText('');
      setProblem(null);
      setIsSaved(true);
    } catch (error) {
      setProblem(t('settings:secret.notStored', errorTextOf(error)));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void onSave();
    if (event.key === 'Escape' && text !== '') {
      event.stopPropagation();
      setText('');
    }
  };
  return (
    <Field
      label={label}
      hint={hint}
      {...(className === undefined ? {} : { className })}
      validationState={problem ? 'error' : isSaved ? 'success' : 'none'}
      validationMessage={problem ?? (isSaved ? t('settings:secret.stored') : null)}
    >
      <Input
        type="password"
        autoComplete="off"
        value={text}
        placeholder={keptWord(isStored, words) ?? ''}
        onChange={(_event, { value }) => {
          setText(value);
          setIsSaved(false);
        }}
        onBlur={() => void onSave()}
        onKeyDown={onKeyDown}
        contentAfter={
          text === '' ? null : (
            <Button size="small" appearance="transparent" onClick={() => void onSave()}>
              {t('settings:secret.store')}
            </Button>
          )
        }
      />
    </Field>
  );
}
