import { Button, Field, Text } from '@fluentui/react-components';
import type { EditSalesSettingsInput, SalesSettings } from '../../shared/settings.ts';
import { api } from '../ui/api.ts';
import { shell } from '../ui/bridge.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useFormStyles } from '../ui/form-styles.ts';
import { useCommand, useRead } from '../ui/queries.ts';
import { SavedCheck } from '../ui/saved-check.tsx';
import { t } from '../ui/texts.ts';

type Props = { readonly settings: SalesSettings; readonly edit: (patch: EditSalesSettingsInput) => Promise<unknown> };

/** Export: whether invoicing stores a PDF copy, and where this computer stores it. */
export function ExportTab({ settings, edit }: Props) {
  const form = useFormStyles();
  const stored = useRead(['settings', 'invoice-folder'], () => api.settings.invoiceFolder.query());
  const command = useCommand((folder: string | null) => api.settings.setInvoiceFolder.mutate({ folder }));
  const choose = async () => {
    const folder = await shell.chooseFolder({ title: t('settings:sales.invoiceFolder') });
    if (folder !== null) command.mutate(folder);
  };
  const folder = stored.data?.folder ?? null;
  const failed = command.error ?? stored.error;
  return (
    <div className={form.form}>
      <SavedCheck
        label={t('settings:sales.storeInvoicePdf')}
        hint={t('settings:sales.storeInvoicePdfHint')}
        value={settings.storeInvoicePdf}
        save={(storeInvoicePdf) => edit({ storeInvoicePdf })}
      />
      <Field label={t('settings:sales.invoiceFolder')} hint={t('settings:sales.invoiceFolderHint')}>
        <Text style={{ overflowWrap: 'anywhere' }}>{folder ?? t('settings:sales.noInvoiceFolder')}</Text>
      </Field>
      <div className={form.row}>
        <Button disabled={command.isPending} onClick={() => void choose()}>
          {t('settings:sales.chooseFolder')}
        </Button>
        {folder === null ? null : (
          <Button appearance="subtle" disabled={command.isPending} onClick={() => command.mutate(null)}>
            {t('settings:sales.forgetFolder')}
          </Button>
        )}
      </div>
      {failed ? <FailureMessage error={failed} onDismiss={command.reset} /> : null}
    </div>
  );
}
