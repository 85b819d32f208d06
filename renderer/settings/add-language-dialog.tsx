import { Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { type Language, languageFor } from '../../shared/language.ts';
import type { AddLanguage } from '../../shared/status-mail-texts.ts';
import { api } from '../ui/api.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { addableLanguages } from '../ui/language-name.ts';
import { useCommand } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';
import { languageChoices } from './setting-choices.ts';

type Props = {
  readonly websiteId: number;
  /** Codes that the website has already. */
  readonly present: readonly string[];
  /** The language to begin after. */
  readonly first: Language;
  readonly onAdded: (language: string) => void;
  readonly onClose: () => void;
};

/** Which language a shop adds, and which built-in one its texts are written after. */
export function AddLanguageDialog({ websiteId, present, first, onAdded, onClose }: Props) {
  const choices = addableLanguages().filter(({ value }) => !present.includes(value));
  const [language, setLanguage] = useState(choices[0]?.value ?? '');
  const [basedOn, setBasedOn] = useState<Language>(first);
  const add = useCommand((input: AddLanguage) => api.mailTexts.addLanguage.mutate(input));
  return (
    <FormDialog
      title={t('settings:addedLanguage.addTitle')}
      submit={t('settings:addedLanguage.addIt')}
      canSubmit={language !== '' && !add.isPending}
      onSubmit={() => add.mutate({ websiteId, language, basedOn }, { onSuccess: () => onAdded(language) })}
      onClose={onClose}
      error={add.error}
    >
      {t('settings:addedLanguage.addLead')}
      <Field label={t('settings:addedLanguage.language')}>
        <Select value={language} onChange={(_event, { value }) => setLanguage(value)}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('settings:addedLanguage.basedOn')}>
        <Select value={basedOn} onChange={(_event, { value }) => setBasedOn(languageFor(value) ?? basedOn)}>
          {languageChoices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </Select>
      </Field>
    </FormDialog>
  );
}
