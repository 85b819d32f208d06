import { type WebsiteView, websiteSettings } from '../../shared/settings.ts';
import { useFormStyles } from '../ui/form-styles.ts';
import { SavedNumber } from '../ui/saved-number.tsx';
import { t } from '../ui/texts.ts';
import type { EditWebsite } from './website-settings-page.tsx';

const limits = [
  { name: 'smtpPerMinute', label: t('mail-server:limits.perMinute') },
  { name: 'smtpPerSession', label: t('mail-server:limits.perSession') },
  { name: 'smtpPerDay', label: t('mail-server:limits.perDay') },
] as const;

type Props = { readonly website: WebsiteView; readonly edit: EditWebsite };

/** How fast mails may go; an empty field is no limit. */
export function MailLimitFields({ website, edit }: Props) {
  const form = useFormStyles();
  return (
    <div className={form.row}>
      {limits.map(({ name, label }) => (
        <SavedNumber
          key={name}
          label={label}
          className={form.share}
          placeholder={t('mail-server:limits.none')}
          value={website[name]}
          range={websiteSettings.shape[name]}
          isEmptyZero
          save={(limit) => edit({ [name]: limit })}
        />
      ))}
    </div>
  );
}
