import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type {
  AccountMailPlaceholder,
  AccountMailTextView,
  AccountMailWords,
  SaveAccountMailText,
} from '../../shared/account-mails.ts';
import { languageTags } from '../../shared/language.ts';
import { api } from '../ui/api.ts';
import { CompletedField } from '../ui/completed-field.tsx';
import { useCommand, useRead } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';
import { OwnText } from './own-text.tsx';
import { PlaceholderList } from './placeholder-list.tsx';
import { faultOfField, faultText } from './text-fault.ts';
import { useSettled } from './use-settled.ts';

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '12px' },
  quiet: { color: tokens.colorNeutralForeground2, margin: 0, fontSize: tokens.fontSizeBase200 },
  sample: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: '12px',
    margin: '4px 0 0 0',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  subject: { display: 'block', fontWeight: tokens.fontWeightSemibold, marginBottom: '8px' },
});

type Props = {
  readonly websiteId: number;
  readonly shown: AccountMailTextView;
  readonly placeholders: readonly AccountMailPlaceholder[];
};

/** One text: the built-in one, which is what is sent, until staff write their own over it. */
export function AccountMailText({ websiteId, shown, placeholders }: Props) {
  const styles = useStyles();
  const { mail, language } = shown;
  const save = useCommand((text: Pick<SaveAccountMailText, 'subject' | 'text'>) =>
    api.accountMails.saveText.mutate({ websiteId, mail, language, ...text }),
  );
  const [typed, setTyped] = useState<Partial<AccountMailWords>>({});
  const words = useSettled({ subject: shown.subject, text: shown.text, ...typed });
  const look = useRead(['accountMails', 'look', websiteId, mail, language, words], () =>
    api.accountMails.look.query({ websiteId, mail, language, ...words }),
  );
  const sample = look.data?.sample ?? shown.sample;
  const faultAt = (place: keyof AccountMailWords) =>
    look.data?.fault?.place === place ? faultOfField(look.data.fault, placeholders) : null;
  const onTyping = (place: keyof AccountMailWords) => (words: string | null) =>
    setTyped(({ [place]: _before, ...others }) => (words === null ? others : { ...others, [place]: words }));
  const completions = placeholders.map((name) => ({ name, meaning: t(`settings:passwords.placeholder.${name}`) }));
  const explain = (error: unknown) => faultText(error, placeholders);
  const names = { mail: t(`settings:passwords.kind.${mail}`), language: t(`common:language.${language}`) };
  return (
    <div className={styles.whole}>
      <OwnText
        isOwn={shown.isOwn}
        whatIsLost={t('settings:passwords.useBuiltInText', names)}
        returnToBuiltIn={() => api.accountMails.useBuiltInText.mutate({ websiteId, mail, language })}
      />
      <CompletedField
        label={t('settings:passwords.subject')}
        value={shown.subject}
        completions={completions}
        explain={explain}
        fault={faultAt('subject')}
        onTyping={onTyping('subject')}
        save={(subject) => save.mutateAsync({ subject })}
      />
      <CompletedField
        label={t('settings:passwords.text')}
        rows={12}
        hint={t('settings:texts.typing', { braces: '{{' })}
        value={shown.text}
        completions={completions}
        explain={explain}
        fault={faultAt('text')}
        onTyping={onTyping('text')}
        save={(text) => save.mutateAsync({ text })}
      />
      <PlaceholderList placeholders={completions} />
      <div>
        <p className={styles.quiet}>{t('settings:passwords.sample')}</p>
        <div className={styles.sample} lang={languageTags[language]}>
          <span className={styles.subject}>{sample.subject}</span>
          {sample.text}
        </div>
      </div>
    </div>
  );
}
