import { makeStyles, tokens } from '@fluentui/react-components';
import type { WebsiteView } from '../../shared/settings.ts';
import { ruleTexts } from '../e-commerce/rule-texts.ts';
import { useFormStyles } from '../ui/form-styles.ts';
import { SavedCheck } from '../ui/saved-check.tsx';
import { SavedChoice } from '../ui/saved-choice.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { t } from '../ui/texts.ts';
import { LanguageGaps } from './language-gaps.tsx';
import { PriceDisplay } from './price-display.tsx';
import { RuleOptionsFold } from './rule-options-fold.tsx';
import { SendGuards } from './send-guards.tsx';
import { languageChoices } from './setting-choices.ts';
import { StatusMailTexts } from './status-mail-texts.tsx';
import type { EditWebsite } from './website-settings-page.tsx';

const useStyles = makeStyles({
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  group: { border: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  rule: { display: 'flex', flexDirection: 'column', gap: '2px' },
  legend: { padding: 0, marginBottom: '8px' },
});

type Props = { readonly website: WebsiteView; readonly edit: EditWebsite };

/** Settings Webshop - Customer communication: which of the seven rules speak, and what their options leave unsaid. */
export function SettingsWebshopTab({ website, edit }: Props) {
  const form = useFormStyles();
  const styles = useStyles();
  return (
    <>
      <div className={form.form}>
        <fieldset className={styles.group}>
          <legend className={styles.legend}>
            <SectionTitle>{t('settings:communication.title')}</SectionTitle>
          </legend>
          <p className={styles.lead}>{t('settings:communication.lead')}</p>
          {ruleTexts.map((rule) => (
            <div key={rule.number} className={styles.rule}>
              <SavedCheck
                label={rule.label}
                hint={rule.hint}
                value={website.rules[rule.number]}
                save={(isOn) => edit({ rules: { ...website.rules, [rule.number]: isOn } })}
              />
              <RuleOptionsFold rule={rule.number} name={rule.label} website={website} edit={edit} />
            </div>
          ))}
        </fieldset>
        <SavedChoice
          label={t('settings:communication.language')}
          hint={t('settings:communication.languageHint')}
          className={form.narrow}
          value={languageChoices.find((choice) => choice.value === website.language)?.value ?? 'en'}
          choices={languageChoices}
          save={(language) => edit({ language })}
        />
        <LanguageGaps website={website} edit={edit} />
        <SavedCheck
          label={t('settings:attachments.deliveryNotes')}
          hint={t('settings:attachments.deliveryNotesHint')}
          value={website.attachesDeliveryNotes}
          save={(attachesDeliveryNotes) => edit({ attachesDeliveryNotes })}
        />
        <SendGuards website={website} edit={edit} />
      </div>
      <StatusMailTexts website={website} edit={edit} />
      <div className={form.form}>
        <PriceDisplay website={website} edit={edit} />
      </div>
    </>
  );
}
