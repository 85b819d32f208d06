import { makeStyles } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { WebsiteView } from '../../shared/settings.ts';
import { api } from '../ui/api.ts';
import { errorTextOf } from '../ui/failure.ts';
import { useNotices } from '../ui/notices.tsx';
import { SavedField } from '../ui/saved-field.tsx';
import { t } from '../ui/texts.ts';
import { LogoField } from './logo-field.tsx';
import type { EditWebsite } from './website-settings-page.tsx';

const useStyles = makeStyles({
  field: { '& > .fui-Input': { maxWidth: '200px' } },
  picker: { width: '28px', height: '24px', padding: 0, border: 'none', background: 'none', cursor: 'pointer' },
});

type Props = { readonly website: WebsiteView; readonly edit: EditWebsite };

/** The website's own colour and logo, which its mails wear. */
export function MailLook({ website, edit }: Props) {
  const { id: websiteId } = website;
  return (
    <>
      <ColourField value={website.colour} save={(colour) => edit({ colour })} />
      <LogoField
        label={t('settings:mailLook.logo')}
        hint={t('settings:mailLook.logoHint')}
        queryKey={['settings', 'websiteLogo', websiteId]}
        read={() => api.settings.websiteLogo.query({ websiteId })}
        set={(image) => api.settings.setWebsiteLogo.mutate({ websiteId, image })}
        clear={() => api.settings.clearWebsiteLogo.mutate({ websiteId })}
      />
    </>
  );
}

type ColourProps = { readonly value: string; readonly save: (colour: string) => Promise<unknown> };

/** A colour by its six digits, or chosen in the system's own dialog. */
function ColourField({ value, save }: ColourProps) {
  const styles = useStyles();
  return (
    <SavedField
      label={t('settings:mailLook.colour')}
      hint={t('settings:mailLook.colourHint')}
      className={styles.field}
      value={value}
      check={(text) => (/^#[0-9a-f]{6}$/i.test(text.trim()) ? null : t('settings:mailLook.notAColour'))}
      save={(colour) => save(colour.trim())}
      after={<ColourPicker value={value} save={save} />}
    />
  );
}

/** Stores a colour once the choosing pauses: the system's dialog tells of every shade on the way. */
function ColourPicker({ value, save }: ColourProps) {
  const styles = useStyles();
  const { notifyFailure } = useNotices();
  const [picked, setPicked] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const store = (colour: string) =>
    save(colour)
      .catch((error: unknown) => notifyFailure(t('common:saved.notSaved', errorTextOf(error))))
      .finally(() => setPicked(null));
  const pick = (colour: string) => {
    setPicked(colour);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void store(colour), 300);
  };
  return (
    <input
      type="color"
      className={styles.picker}
      aria-label={t('settings:mailLook.pick')}
      value={picked ?? value}
      onChange={({ target }) => pick(target.value)}
    />
  );
}
