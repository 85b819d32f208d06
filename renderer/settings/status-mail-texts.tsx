import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { type ReactNode, useCallback, useState } from 'react';
import { languageFor, languageTags } from '../../shared/language.ts';
import type { WebsiteView } from '../../shared/settings.ts';
import {
  type MailTextPlace,
  type MailTextSource,
  type MailTextsView,
  mailPlaceholders,
} from '../../shared/status-mail-texts.ts';
import { MailContent } from '../e-commerce/mail-content.tsx';
import { api } from '../ui/api.ts';
import { CompletedField, type Completion } from '../ui/completed-field.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useFormStyles } from '../ui/form-styles.ts';
import { languageName } from '../ui/language-name.ts';
import { useCommand, useRead } from '../ui/queries.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { t } from '../ui/texts.ts';
import { Waiting } from '../ui/waiting.tsx';
import { AddLanguageDialog } from './add-language-dialog.tsx';
import { AddedLanguageState, AddedWords } from './added-words.tsx';
import { MailLook } from './mail-look.tsx';
import { OwnText } from './own-text.tsx';
import { PlaceholderList } from './placeholder-list.tsx';
import { faultOfField, faultText } from './text-fault.ts';
import { type TypedWord, typedWordAfter } from './typed-word.ts';
import { useSettled } from './use-settled.ts';
import type { EditWebsite } from './website-settings-page.tsx';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '0 16px 16px', maxWidth: '1280px' },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  // Beside each other where there is room for both, else one below the other.
  beside: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 440px), 1fr))', gap: '16px 24px' },
  column: { display: 'flex', flexDirection: 'column', gap: '12px', minWidth: 0 },
  // Stays in sight beside all that it shows.
  sample: {
    position: 'sticky',
    top: '8px',
    alignSelf: 'start',
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    minHeight: '560px',
    minWidth: 0,
  },
  subject: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
});

const completions: readonly Completion[] = mailPlaceholders.map((name) => ({
  name,
  meaning: t(`settings:mailTexts.placeholder.${name}`),
}));

type Props = { readonly website: WebsiteView; readonly edit: EditWebsite };

/** The texts around the changes by language, colour and logo, with a sample of the whole mail beside them. */
export function StatusMailTexts({ website, edit }: Props) {
  const styles = useStyles();
  const form = useFormStyles();
  const builtIn = languageFor(website.language) ?? 'en';
  const [chosen, setLanguage] = useState<string>(builtIn);
  const [isAdding, setIsAdding] = useState(false);
  const query = useRead(['mailTexts', 'texts', website.id], () => api.mailTexts.texts.query({ websiteId: website.id }));
  // A language that was taken away gives way to the website's
  const shown =
    query.data?.find((texts) => texts.language === chosen) ?? query.data?.find((texts) => texts.language === builtIn);
  return (
    <section className={styles.section} aria-label={t('settings:mailTexts.title')}>
      <SectionTitle>{t('settings:mailTexts.title')}</SectionTitle>
      <p className={styles.lead}>{t('settings:mailTexts.lead')}</p>
      {query.error ? <FailureMessage error={query.error} onRetry={() => void query.refetch()} /> : null}
      <div className={form.row}>
        <Field label={t('settings:mailTexts.language')}>
          <Select value={shown?.language ?? chosen} onChange={(_event, { value }) => setLanguage(value)}>
            {query.data?.map((texts) => (
              <option key={texts.language} value={texts.language}>
                {labelOf(texts)}
              </option>
            ))}
          </Select>
        </Field>
        <Button className={form.besideField} onClick={() => setIsAdding(true)}>
          {t('settings:addedLanguage.add')}
        </Button>
      </div>
      {isAdding ? (
        <AddLanguageDialog
          websiteId={website.id}
          present={query.data?.map(({ language }) => language) ?? []}
          first={builtIn}
          onAdded={(language) => {
            setLanguage(language);
            setIsAdding(false);
          }}
          onClose={() => setIsAdding(false)}
        />
      ) : null}
      {shown ? (
        <TextsOfLanguage key={shown.language} websiteId={website.id} shown={shown}>
          <MailLook website={website} edit={edit} />
        </TextsOfLanguage>
      ) : query.error ? null : (
        <Waiting label={t('settings:reading')} />
      )}
    </section>
  );
}

function labelOf({ language, isOwn, added }: MailTextsView): string {
  const name = languageName(language);
  if (added !== null) return added.missing === 0 ? name : t('settings:addedLanguage.isIncomplete', { name });
  return isOwn ? t('settings:texts.ownText', { name }) : name;
}

type OfLanguage = { readonly websiteId: number; readonly shown: MailTextsView; readonly children: ReactNode };

function TextsOfLanguage({ websiteId, shown, children }: OfLanguage) {
  const styles = useStyles();
  const { language, added } = shown;
  const [typed, setTyped] = useState<Partial<MailTextSource>>({});
  const [typedWord, setTypedWord] = useState<TypedWord | undefined>(undefined);
  const onTypingWord = useCallback(
    (name: string, text: string | null) => setTypedWord((before) => typedWordAfter(before, name, text)),
    [],
  );
  const { subject, above, below, word } = useSettled({
    subject: shown.subject,
    above: shown.above,
    below: shown.below,
    ...typed,
    word: typedWord,
  });
  const look = useRead(['mailTexts', 'look', websiteId, language, subject, above, below, word], () =>
    api.mailTexts.look.query({ websiteId, language, subject, above, below, ...(word === undefined ? {} : { word }) }),
  );
  const save = useCommand((text: Partial<MailTextSource>) =>
    api.mailTexts.save.mutate({ websiteId, language, ...text }),
  );
  const faults = look.data?.faults ?? [];
  const field = (place: MailTextPlace) => {
    const fault = faults.find((each) => each.place === place);
    return {
      label: t(`settings:mailTexts.${place}`),
      value: shown[place],
      completions,
      fault: fault === undefined ? null : faultOfField(fault, mailPlaceholders),
      explain: (error: unknown) => faultText(error, mailPlaceholders),
      onTyping: (text: string | null) =>
        setTyped(({ [place]: _before, ...others }) => (text === null ? others : { ...others, [place]: text })),
      save: (text: string) => save.mutateAsync({ [place]: text }),
      ...(added === null
        ? {}
        : {
            hint: t('settings:addedLanguage.baseText', {
              language: languageName(added.basedOn),
              text: added.base[place],
            }),
          }),
    };
  };
  return (
    <div className={styles.beside}>
      <div className={styles.column}>
        {added === null ? (
          <OwnText
            isOwn={shown.isOwn}
            whatIsLost={t('settings:mailTexts.useBuiltInText', { language: languageName(language) })}
            returnToBuiltIn={() => api.mailTexts.useBuiltIn.mutate({ websiteId, language })}
          />
        ) : (
          <AddedLanguageState websiteId={websiteId} language={language} added={added} />
        )}
        <CompletedField {...field('subject')} />
        <CompletedField hint={t('settings:texts.typing', { braces: '{{' })} {...field('above')} rows={6} />
        <CompletedField {...field('below')} rows={6} />
        <PlaceholderList placeholders={completions} />
        {added === null ? null : (
          <AddedWords websiteId={websiteId} language={language} added={added} faults={faults} onTyping={onTypingWord} />
        )}
        {children}
      </div>
      <Sample look={look} tag={tagOf(language)} />
    </div>
  );
}

function tagOf(code: string): string {
  const builtIn = languageFor(code);
  return builtIn === null ? code : languageTags[builtIn];
}

type SampleProps = {
  readonly look: ReturnType<typeof useRead<Awaited<ReturnType<typeof api.mailTexts.look.query>>>>;
  readonly tag: string;
};

function Sample({ look, tag }: SampleProps) {
  const styles = useStyles();
  const sample = look.data?.sample;
  return (
    <section className={styles.sample} aria-label={t('settings:mailTexts.sample')}>
      <span>{t('settings:mailTexts.sample')}</span>
      <p className={styles.lead}>{t('settings:mailTexts.sampleLead')}</p>
      {look.error ? <FailureMessage error={look.error} onRetry={() => void look.refetch()} /> : null}
      {sample === undefined ? null : (
        <>
          <span className={styles.subject} lang={tag}>
            {sample.subject}
          </span>
          <MailContent html={sample.html} text={sample.plain} lang={tag} />
        </>
      )}
    </section>
  );
}
