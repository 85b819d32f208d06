import { makeStyles, tokens } from '@fluentui/react-components';
import type { WebsiteView } from '../../shared/settings.ts';
import { useFormStyles } from '../ui/form-styles.ts';
import { SavedCheck } from '../ui/saved-check.tsx';
import { SavedField } from '../ui/saved-field.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { t } from '../ui/texts.ts';
import type { EditWebsite } from './website-settings-page.tsx';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '12px' },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
});

const guards = [
  { name: 'surgeMails', most: 100_000, counts: 'mails' },
  { name: 'surgeTimes', most: 100, counts: 'times' },
  { name: 'surgeCauseOrders', most: 100_000, counts: 'orders' },
  { name: 'surgeCausePercent', most: 100, counts: 'percent' },
  { name: 'mailsPerDay', most: 100, counts: 'mails' },
] as const;

type Props = { readonly website: WebsiteView; readonly edit: EditWebsite };

/** Before mails go: look first, and from when on a run is more likely a mistake than news. */
export function SendGuards({ website, edit }: Props) {
  const styles = useStyles();
  const form = useFormStyles();
  const fieldOf = ({ name, most, counts }: (typeof guards)[number]) => (
    <SavedField
      key={name}
      label={t(`settings:guards.${name}`)}
      hint={t(`settings:guards.${name}Hint`)}
      className={form.share}
      unit={t(`settings:guards.unit.${counts}`)}
      isNumber
      value={String(website[name])}
      check={(text) =>
        /^\d{1,6}$/.test(text) && Number(text) >= 1 && Number(text) <= most
          ? null
          : t('settings:guards.notInRange', { most })
      }
      save={(text) => edit({ [name]: Number(text) })}
    />
  );
  const [mails, times, orders, percent, perDay] = guards;
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
      <div className={form.row}>
        {fieldOf(mails)}
        {fieldOf(times)}
      </div>
      <div className={form.row}>
        {fieldOf(orders)}
        {fieldOf(percent)}
      </div>
      <div className={form.row}>{fieldOf(perDay)}</div>
    </section>
  );
}
