import { makeStyles, tokens } from '@fluentui/react-components';
import type { WebsiteView } from '../../shared/settings.ts';
import { api } from '../ui/api.ts';
import { useFormStyles } from '../ui/form-styles.ts';
import { languageName } from '../ui/language-name.ts';
import { useRead } from '../ui/queries.ts';
import { SavedChoice } from '../ui/saved-choice.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { t } from '../ui/texts.ts';
import type { EditWebsite } from './website-settings-page.tsx';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '12px' },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
});

const held = { value: '', label: t('settings:communication.held') } as const;

type Props = { readonly website: WebsiteView; readonly edit: EditWebsite };

/** Languages of open orders without texts, and what to use instead. Nothing is shown while there is no gap. */
export function LanguageGaps({ website, edit }: Props) {
  const styles = useStyles();
  const form = useFormStyles();
  const gaps = useRead(['websiteData', 'languageGaps', website.id], () =>
    api.websiteData.languageGaps.query({ websiteId: website.id }),
  );
  const texts = useRead(['mailTexts', 'texts', website.id], () => api.mailTexts.texts.query({ websiteId: website.id }));
  const complete = (texts.data ?? []).filter(({ added }) => added === null || added.missing === 0);
  const choices = [held, ...complete.map(({ language }) => ({ value: language, label: languageName(language) }))];
  if (gaps.data === undefined || texts.data === undefined || gaps.data.length === 0) return null;
  const substitute = (language: string, chosen: string) => {
    const others = website.substitutes.filter((each) => each.language !== language);
    return edit({ substitutes: chosen === '' ? others : [...others, { language, substitute: chosen }] });
  };
  return (
    <section className={styles.section} aria-label={t('settings:communication.gaps')}>
      <SectionTitle>{t('settings:communication.gaps')}</SectionTitle>
      <p className={styles.lead}>{t('settings:communication.gapsLead')}</p>
      {gaps.data.map((gap) => (
        <SavedChoice
          key={gap.language}
          label={t('settings:communication.insteadOf', { language: languageName(gap.language), count: gap.orders })}
          className={form.narrow}
          value={gap.substitute ?? ''}
          choices={choices}
          save={(chosen) => substitute(gap.language, chosen)}
        />
      ))}
    </section>
  );
}
