import { Button, makeStyles, tokens } from '@fluentui/react-components';
import {
  type AccountMailPlaceholder,
  type AccountMailTextView,
  faultReasons,
  type SaveAccountMailText,
} from '../../shared/account-mails.ts';
import { languageTags } from '../../shared/language.ts';
import { api } from '../ui/api.ts';
import { failureOf } from '../ui/failure.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useCommand } from '../ui/queries.ts';
import { useQuestion } from '../ui/question.tsx';
import { SavedField } from '../ui/saved-field.tsx';
import { t } from '../ui/texts.ts';

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '12px' },
  state: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '12px', minHeight: '32px' },
  quiet: { color: tokens.colorNeutralForeground2, margin: 0, fontSize: tokens.fontSizeBase200 },
  list: { display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: '12px', margin: '4px 0 0 0' },
  meaning: { margin: 0 },
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

/** How a placeholder is written in a text. */
const inBraces = (name: string) => `{{ ${name} }}`;

/** Where a text that was not stored is faulty, and how; null for any other failure. */
function faultText(error: unknown, placeholders: readonly AccountMailPlaceholder[]): string | null {
  const { code, details } = failureOf(error);
  const reason = code === 'text-faulty' ? faultReasons.find((each) => each === details.reason) : undefined;
  if (reason === undefined) return null;
  const fault = t(`settings:passwords.fault.${reason}`, {
    names: placeholders.map(inBraces).join(', '),
    link: inBraces('link'),
    braces: '{{ }} / {% %}',
  });
  return t('settings:passwords.faultAt', { line: String(details.line), column: String(details.column), fault });
}

type Props = {
  readonly websiteId: number;
  readonly shown: AccountMailTextView;
  readonly placeholders: readonly AccountMailPlaceholder[];
};

/** One text: the built-in one, which is what is sent, until staff write their own over it. */
export function AccountMailText({ websiteId, shown, placeholders }: Props) {
  const styles = useStyles();
  const ask = useQuestion();
  const { mail, language } = shown;
  const save = useCommand((text: Pick<SaveAccountMailText, 'subject' | 'text'>) =>
    api.accountMails.saveText.mutate({ websiteId, mail, language, ...text }),
  );
  const useBuiltIn = useCommand(async () => {
    const names = { mail: t(`settings:passwords.kind.${mail}`), language: t(`settings:language.${language}`) };
    const isConfirmed = await ask({
      title: t('settings:passwords.useBuiltInTitle'),
      text: t('settings:passwords.useBuiltInText', names),
      confirm: t('settings:passwords.useBuiltIn'),
      leave: t('settings:passwords.keepOwn'),
    });
    if (isConfirmed) await api.accountMails.useBuiltInText.mutate({ websiteId, mail, language });
  });
  const explain = (error: unknown) => faultText(error, placeholders);
  return (
    <div className={styles.whole}>
      <div className={styles.state}>
        <span>{shown.isOwn ? t('settings:passwords.isOwn') : t('settings:passwords.isBuiltIn')}</span>
        {shown.isOwn ? (
          <Button size="small" disabled={useBuiltIn.isPending} onClick={() => useBuiltIn.mutate()}>
            {t('settings:passwords.useBuiltIn')}
          </Button>
        ) : null}
      </div>
      {useBuiltIn.error ? <FailureMessage error={useBuiltIn.error} onDismiss={useBuiltIn.reset} /> : null}
      <SavedField
        label={t('settings:passwords.subject')}
        value={shown.subject}
        explain={explain}
        save={(subject) => save.mutateAsync({ subject })}
      />
      <SavedField
        label={t('settings:passwords.text')}
        rows={12}
        value={shown.text}
        explain={explain}
        save={(text) => save.mutateAsync({ text })}
      />
      <Placeholders names={placeholders} />
      <div>
        <p className={styles.quiet}>{t('settings:passwords.sample')}</p>
        <div className={styles.sample} lang={languageTags[language]}>
          <span className={styles.subject}>{shown.sample.subject}</span>
          {shown.sample.text}
        </div>
      </div>
    </div>
  );
}

function Placeholders({ names }: { readonly names: readonly AccountMailPlaceholder[] }) {
  const styles = useStyles();
  return (
    <div className={styles.quiet}>
      {t('settings:passwords.placeholders')}
      <dl className={styles.list}>
        {names.map((name) => (
          <Placeholder key={name} name={name} />
        ))}
      </dl>
    </div>
  );
}

function Placeholder({ name }: { readonly name: AccountMailPlaceholder }) {
  const styles = useStyles();
  return (
    <>
      <dt>
        <code>{inBraces(name)}</code>
      </dt>
      <dd className={styles.meaning}>{t(`settings:passwords.placeholder.${name}`)}</dd>
    </>
  );
}
