import { makeStyles, tokens } from '@fluentui/react-components';
import { type WebsiteView, websiteSettings } from '../../shared/settings.ts';
import { useFormStyles } from '../ui/form-styles.ts';
import { SavedCheck } from '../ui/saved-check.tsx';
import { SavedNumber } from '../ui/saved-number.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { t } from '../ui/texts.ts';
import type { EditWebsite } from './website-settings-page.tsx';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '12px' },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
});

const guards = [
  { name: 'surgeMails', counts: 'mails' },
  { name: 'surgeTimes', counts: 'times' },
  { name: 'surgeCauseOrders', counts: 'orders' },
  { name: 'surgeCausePercent', counts: 'percent' },
  { name: 'mailsPerDay', counts: 'mails' },
] as const;

type Props = { readonly website: WebsiteView; readonly edit: EditWebsite };

/** Before mails go: look first, and from when on a run is more likely a mistake than news. */
export function SendGuards({ website, edit }: Props) {
  const styles = useStyles();
  const form = useFormStyles();
  return (
    <section className={styles.section} aria-label={t('settings:guards.title')}>
      <SectionTitle>{t('settings:guards.title')}</SectionTitle>
      <p className={styles.lead}>{t('settings:guards.lead')}</p>
      <SavedCheck
        label={t('settings:guards.showsPreviewFirst')}
        hint={t('settings:guards.showsPreviewFirstHint')}
        value={website.showsPreviewFirst}
        save={(showsPreviewFirst) => edit({ showsPreviewFirst })}
      />
      {guards.map(({ name, counts }) => (
        <SavedNumber
          key={name}
          label={t(`settings:guards.${name}`)}
          hint={t(`settings:guards.${name}Hint`)}
          className={form.narrow}
          unit={t(`settings:guards.unit.${counts}`)}
          value={website[name]}
          range={websiteSettings.shape[name]}
          save={(value) => edit({ [name]: value })}
        />
      ))}
    </section>
  );
}
