import type { WebsiteView } from '../../shared/settings.ts';
import { useFormStyles } from '../ui/form-styles.ts';
import { SavedField } from '../ui/saved-field.tsx';
import { t } from '../ui/texts.ts';
import type { EditWebsite } from './website-settings-page.tsx';

type Props = { readonly website: WebsiteView; readonly edit: EditWebsite };

/** How fast mails may go; an empty field is no limit. */
export function MailLimitFields({ website, edit }: Props) {
  const form = useFormStyles();
  return (
    <div className={form.row}>
      <LimitField
        label={t('mail-server:limits.perMinute')}
        value={website.smtpPerMinute}
        most={10_000}
        save={(smtpPerMinute) => edit({ smtpPerMinute })}
      />
      <LimitField
        label={t('mail-server:limits.perSession')}
        value={website.smtpPerSession}
        most={10_000}
        save={(smtpPerSession) => edit({ smtpPerSession })}
      />
      <LimitField
        label={t('mail-server:limits.perDay')}
        value={website.smtpPerDay}
        most={1_000_000}
        save={(smtpPerDay) => edit({ smtpPerDay })}
      />
    </div>
  );
}

type FieldProps = {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly save: (limit: number) => Promise<unknown>;
};

function LimitField({ label, value, most, save }: FieldProps) {
  const form = useFormStyles();
  return (
    <SavedField
      label={label}
      isNumber
      className={form.share}
      placeholder={t('mail-server:limits.none')}
      value={value === 0 ? '' : String(value)}
      check={(text) =>
        /^\d{0,7}$/.test(text.trim()) && Number(text) <= most ? null : t('mail-server:limits.notANumber')
      }
      save={(text) => save(Number(text))}
    />
  );
}
