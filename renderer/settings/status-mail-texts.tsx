import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import { type Language, languageFor, languageTags } from '../../shared/language.ts';
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
import { useCommand, useRead } from '../ui/queries.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { t } from '../ui/texts.ts';
import { Waiting } from '../ui/waiting.tsx';
import { MailLook } from './mail-look.tsx';
import { OwnText } from './own-text.tsx';
import { PlaceholderList } from './placeholder-list.tsx';
import { languageChoices } from './setting-choices.ts';
import { faultOfField, faultText } from './text-fault.ts';
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
  const [language, setLanguage] = useState<Language>(languageFor(website.language) ?? 'en');
  const query = useRead(['mailTexts', 'texts', website.id], () => api.mailTexts.texts.query({ websiteId: website.id }));
  const shown = query.data?.find((texts) => texts.language === language);
  const label = (name: string, of: Language) =>
    query.data?.some((texts) => texts.language === of && texts.isOwn) ? t('settings:texts.ownText', { name }) : name;
  return (
    <section className={styles.section} aria-label={t('settings:mailTexts.title')}>
      <SectionTitle>{t('settings:mailTexts.title')}</SectionTitle>
      <p className={styles.lead}>{t('settings:mailTexts.lead')}</p>
      {query.error ? <FailureMessage error={query.error} onRetry={() => void query.refetch()} /> : null}
      <Field className={form.narrow} label={t('settings:mailTexts.language')}>
        <Select value={language} onChange={(_event, { value }) => setLanguage(languageFor(value) ?? language)}>
          {languageChoices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {label(choice.label, choice.value)}
            </option>
          ))}
        </Select>
      </Field>
      {shown ? (
        <TextsOfLanguage key={language} websiteId={website.id} shown={shown}>
          <MailLook website={website} edit={edit} />
        </TextsOfLanguage>
      ) : query.error ? null : (
        <Waiting label={t('settings:reading')} />
      )}
    </section>
  );
}

type OfLanguage = { readonly websiteId: number; readonly shown: MailTextsView; readonly children: ReactNode };

function TextsOfLanguage({ websiteId, shown, children }: OfLanguage) {
  const styles = useStyles();
  const { language } = shown;
  const [typed, setTyped] = useState<Partial<MailTextSource>>({});
  const { subject, above, below } = useSettled({ ...shown, ...typed });
  const look = useRead(['mailTexts', 'look', websiteId, language, subject, above, below], () =>
    api.mailTexts.look.query({ websiteId, language, subject, above, below }),
  );
  const save = useCommand((text: Partial<MailTextSource>) =>
    api.mailTexts.save.mutate({ websiteId, language, ...text }),
  );
  const field = (place: MailTextPlace) => {
    const fault = look.data?.faults.find((each) => each.place === place);
    return {
      label: t(`settings:mailTexts.${place}`),
      value: shown[place],
      completions,
      fault: fault === undefined ? null : faultOfField(fault, mailPlaceholders),
      explain: (error: unknown) => faultText(error, mailPlaceholders),
      onTyping: (text: string | null) =>
        setTyped(({ [place]: _before, ...others }) => (text === null ? others : { ...others, [place]: text })),
      save: (text: string) => save.mutateAsync({ [place]: text }),
    };
  };
  return (
    <div className={styles.beside}>
      <div className={styles.column}>
        <OwnText
          isOwn={shown.isOwn}
          whatIsLost={t('settings:mailTexts.useBuiltInText', { language: t(`settings:language.${language}`) })}
          returnToBuiltIn={() => api.mailTexts.useBuiltIn.mutate({ websiteId, language })}
        />
        <CompletedField {...field('subject')} />
        <CompletedField {...field('above')} rows={6} hint={t('settings:texts.typing', { braces: '{{' })} />
        <CompletedField {...field('below')} rows={6} />
        <PlaceholderList placeholders={completions} />
        {children}
      </div>
      <Sample look={look} language={language} />
    </div>
  );
}

type SampleProps = {
  readonly look: ReturnType<typeof useRead<Awaited<ReturnType<typeof api.mailTexts.look.query>>>>;
  readonly language: Language;
};

function Sample({ look, language }: SampleProps) {
  const styles = useStyles();
  const sample = look.data?.sample;
  return (
    <section className={styles.sample} aria-label={t('settings:mailTexts.sample')}>
      <span>{t('settings:mailTexts.sample')}</span>
      <p className={styles.lead}>{t('settings:mailTexts.sampleLead')}</p>
      {look.error ? <FailureMessage error={look.error} onRetry={() => void look.refetch()} /> : null}
      {sample === undefined ? null : (
        <>
          <span className={styles.subject} lang={languageTags[language]}>
            {sample.subject}
          </span>
          <MailContent html={sample.html} text={sample.plain} lang={languageTags[language]} />
        </>
      )}
    </section>
  );
}

/** The texts as they stood when the typing last paused: a mail that changes with every letter cannot be read. */
function useSettled(texts: MailTextSource): MailTextSource {
  const [settled, setSettled] = useState(texts);
  const { subject, above, below } = texts;
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ subject, above, below }), 200);
    return () => clearTimeout(timer);
  }, [subject, above, below]);
  return settled;
}
