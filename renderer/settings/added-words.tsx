import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { languageTags } from '../../shared/language.ts';
import type { AddedLanguageView, WordView } from '../../shared/status-mail-texts.ts';
import type { TextFault } from '../../shared/text-fault.ts';
import { api } from '../ui/api.ts';
import { CompletedField } from '../ui/completed-field.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { languageName } from '../ui/language-name.ts';
import { useCommand } from '../ui/queries.ts';
import { useQuestion } from '../ui/question.tsx';
import { t } from '../ui/texts.ts';
import { faultOfField, faultText } from './text-fault.ts';

const useStyles = makeStyles({
  state: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '12px', minHeight: '32px' },
  words: { display: 'flex', flexDirection: 'column', gap: '12px' },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  row: { display: 'flex', gap: '8px', alignItems: 'flex-end' },
  field: { flexGrow: 1, minWidth: 0 },
  takeOver: { flexShrink: 0, whiteSpace: 'nowrap' },
});

type Props = {
  readonly websiteId: number;
  readonly language: string;
  readonly added: AddedLanguageView;
};

/** How far an added language is, and the way to take it away. */
export function AddedLanguageState({ websiteId, language, added }: Props) {
  const styles = useStyles();
  const ask = useQuestion();
  const remove = useCommand(async () => {
    const isConfirmed = await ask({
      title: t('settings:addedLanguage.removeTitle'),
      text: t('settings:addedLanguage.removeText', { language: languageName(language) }),
      confirm: t('settings:addedLanguage.remove'),
      leave: t('settings:addedLanguage.keep'),
    });
    if (isConfirmed) await api.mailTexts.removeLanguage.mutate({ websiteId, language });
  });
  return (
    <>
      <div className={styles.state}>
        <span>
          {added.missing === 0
            ? t('settings:addedLanguage.complete')
            : t('settings:addedLanguage.missing', { count: added.missing })}
        </span>
        <Button size="small" disabled={remove.isPending} onClick={() => remove.mutate()}>
          {t('settings:addedLanguage.remove')}
        </Button>
      </div>
      {remove.error ? <FailureMessage error={remove.error} onDismiss={remove.reset} /> : null}
    </>
  );
}

type WordsProps = Props & {
  readonly faults: readonly TextFault[];
  /** Must not change from render to render, as there are many fields. */
  readonly onTyping: (name: string, text: string | null) => void;
};

/** Every word of an added language, each below the one that it is written after. */
export function AddedWords({ websiteId, language, added, faults, onTyping }: WordsProps) {
  const styles = useStyles();
  return (
    <section className={styles.words} aria-label={t('settings:addedLanguage.words')}>
      <h3 className={styles.title}>{t('settings:addedLanguage.words')}</h3>
      <p className={styles.lead}>{t('settings:addedLanguage.wordsLead', { language: languageName(added.basedOn) })}</p>
      {added.words.map((word) => (
        <WordField
          key={word.name}
          websiteId={websiteId}
          language={language}
          word={word}
          baseTag={languageTags[added.basedOn]}
          fault={faults.find(({ place }) => place === word.name)}
          onTyping={onTyping}
        />
      ))}
    </section>
  );
}

type WordProps = Pick<WordsProps, 'websiteId' | 'language' | 'onTyping'> & {
  readonly word: WordView;
  readonly baseTag: string;
  readonly fault: TextFault | undefined;
};

/** Drawn only when its own word is another: an added language has some eighty fields, and each letter would draw them all. */
const WordField = memo(function WordField({ websiteId, language, word, baseTag, fault, onTyping }: WordProps) {
  const styles = useStyles();
  const { name, text, base, placeholders, needed } = word;
  const store = useCommand((typed: string) =>
    api.mailTexts.saveWord.mutate({ websiteId, language, name, text: typed }),
  );
  const completions = placeholders.map((placeholder) => ({ name: placeholder, meaning: meaningOf(placeholder) }));
  return (
    <div className={styles.row}>
      <div className={styles.field}>
        <CompletedField
          label={base}
          labelTag={baseTag}
          value={text}
          completions={completions}
          fault={fault === undefined ? null : faultOfField(fault, placeholders, needed)}
          explain={(error) => faultText(error, placeholders, needed)}
          onTyping={(typed) => onTyping(name, typed)}
          save={(typed) => store.mutateAsync(typed.trim())}
        />
      </div>
      {text === '' ? (
        <Button
          appearance="subtle"
          className={styles.takeOver}
          disabled={store.isPending}
          aria-label={t('settings:addedLanguage.takeOver', { text: base })}
          onClick={() => store.mutate(base)}
        >
          {t('settings:addedLanguage.asItIs')}
        </Button>
      ) : null}
    </div>
  );
});

const placeholderNames = [
  'from',
  'to',
  'credit_note_no',
  'back_order_no',
  'shipping_no',
  'carrier',
  'name',
  'quantity',
  'amount',
  'web_order_no',
  'product_no',
  'website_name',
  'count',
  'plural',
  'now',
  'before',
  'ordered',
  'to_come',
  'single',
] as const;

function meaningOf(placeholder: string): string {
  const known = placeholderNames.find((name) => name === placeholder);
  return known === undefined ? '' : t(`settings:addedLanguage.placeholder.${known}`);
}
