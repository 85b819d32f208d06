import { Button, Field, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { CompanyLogo } from '../../shared/settings.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useFormStyles } from '../ui/form-styles.ts';
import { type QueryKey, useCommand, useRead } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';

const useStyles = makeStyles({
  // Papers and mails are white, whatever the window's colours.
  picture: {
    maxWidth: '240px',
    maxHeight: '72px',
    padding: '8px',
    alignSelf: 'flex-start',
    backgroundColor: '#ffffff',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

type Props = {
  readonly label: string;
  readonly hint: string;
  readonly queryKey: QueryKey;
  readonly read: () => Promise<CompanyLogo | null>;
  readonly set: (image: Uint8Array<ArrayBuffer>) => Promise<unknown>;
  readonly clear: () => Promise<unknown>;
};

/** A logo: shown, chosen, removed. */
export function LogoField({ label, hint, queryKey, read, set: store, clear: remove }: Props) {
  const form = useFormStyles();
  const styles = useStyles();
  const chooser = useRef<HTMLInputElement>(null);
  const logo = useRead(queryKey, read);
  const picture = usePicture(logo.data?.image);
  const set = useCommand(async (file: File) => store(new Uint8Array(await file.arrayBuffer())));
  const clear = useCommand(remove);
  const isBusy = set.isPending || clear.isPending;
  const failed = [set, clear].find(({ error }) => error);
  return (
    <>
      <Field label={label} hint={hint}>
        {picture === null ? (
          <Text>{t('settings:company.noLogo')}</Text>
        ) : (
          <img className={styles.picture} src={picture} alt={label} />
        )}
      </Field>
      <div className={form.row}>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".png,.jpg,.jpeg,.svg"
          aria-label={t('settings:company.chooseLogo')}
          onChange={({ target }) => {
            const file = target.files?.[0];
            if (file !== undefined) set.mutate(file);
            // The same file chosen again is a choice too.
            target.value = '';
          }}
        />
        <Button disabled={isBusy} onClick={() => chooser.current?.click()}>
          {t('settings:company.chooseLogo')}
        </Button>
        {picture === null ? null : (
          <Button appearance="subtle" disabled={isBusy} onClick={() => clear.mutate()}>
            {t('settings:company.removeLogo')}
          </Button>
        )}
      </div>
      {failed ? <FailureMessage error={failed.error} onDismiss={failed.reset} /> : null}
    </>
  );
}

/** An address under which the window shows bytes; given back when they change. */
function usePicture(image: Uint8Array | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (image === undefined) {
      setAddress(null);
      return;
    }
    const made = URL.createObjectURL(new Blob([new Uint8Array(image)]));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [image]);
  return address;
}
