import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { AccountMailKind } from '../../shared/account-mails.ts';
import { type Language, languageFor } from '../../shared/language.ts';
import type { WebsiteView } from '../../shared/settings.ts';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useFormStyles } from '../ui/form-styles.ts';
import { useRead } from '../ui/queries.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { t } from '../ui/texts.ts';
import { Waiting } from '../ui/waiting.tsx';
import { AccountMailText } from './account-mail-text.tsx';
import { languageChoices } from './setting-choices.ts';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '12px' },
  select: { '& > .fui-Select': { width: '100%' }, color: tokens.colorNeutralForeground1 },
});

/** The texts of mails about accounts, by kind and language; those that staff wrote are marked in the lists. */
export function AccountMailTexts({ website }: { readonly website: WebsiteView }) {
  const styles = useStyles();
  const form = useFormStyles();
  const [mail, setMail] = useState<AccountMailKind>('pending');
  const [language, setLanguage] = useState<Language>(languageFor(website.language) ?? 'en');
  const query = useRead(['accountMails', 'texts', website.id], () =>
    api.accountMails.texts.query({ websiteId: website.id }),
  );
  const { kinds = [], texts = [], placeholders = [] } = query.data ?? {};
  const shown = texts.find((text) => text.mail === mail && text.language === language);
  const marked = (name: string, isOwn: boolean) => (isOwn ? t('settings:texts.ownText', { name }) : name);
  return (
    <section className={styles.section} aria-label={t('settings:passwords.texts')}>
      <SectionTitle>{t('settings:passwords.texts')}</SectionTitle>
      {query.error ? <FailureMessage error={query.error} onRetry={() => void query.refetch()} /> : null}
      <div className={form.row}>
        <Field className={form.fitting} label={t('settings:passwords.mail')}>
          <Select
            value={mail}
            onChange={(_event, { value }) => setMail(kinds.find((kind) => kind.mail === value)?.mail ?? mail)}
          >
            {kinds.map((kind) => (
              <option key={kind.mail} value={kind.mail}>
                {marked(
                  t(`settings:passwords.kind.${kind.mail}`),
                  texts.some((text) => text.mail === kind.mail && text.isOwn),
                )}
              </option>
            ))}
          </Select>
        </Field>
        <Field className={form.fitting} label={t('settings:passwords.language')}>
          <Select value={language} onChange={(_event, { value }) => setLanguage(languageFor(value) ?? language)}>
            {languageChoices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {marked(
                  choice.label,
                  texts.some((text) => text.mail === mail && text.language === choice.value && text.isOwn),
                )}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {shown ? (
        <AccountMailText key={`${mail} ${language}`} websiteId={website.id} shown={shown} placeholders={placeholders} />
      ) : query.error ? null : (
        <Waiting label={t('settings:reading')} />
      )}
    </section>
  );
}
