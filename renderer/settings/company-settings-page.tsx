import { makeStyles, Spinner, Tab, TabList, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { EditSalesSettingsInput, SalesSettings } from '../../shared/settings.ts';
import { api } from '../ui/api.ts';
import { FailureState } from '../ui/failure-message.tsx';
import { useFormStyles } from '../ui/form-styles.ts';
import { Page } from '../ui/page.tsx';
import { useCommand, useRead } from '../ui/queries.ts';
import { SavedCheck } from '../ui/saved-check.tsx';
import { SavedChoice } from '../ui/saved-choice.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { CompanyTab } from './company-tab.tsx';
import { printedDocumentChoices } from './setting-choices.ts';

const tabs = ['General', 'Printouts', 'Company'] as const;

const useStyles = makeStyles({
  tabs: { padding: '0 8px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, flexShrink: 0 },
  content: { overflowY: 'auto', flexGrow: 1, minHeight: 0 },
});

type Props = { readonly settings: SalesSettings; readonly edit: (patch: EditSalesSettingsInput) => Promise<unknown> };

/** View - Settings - Company - Settings per Module - Sales and Invoicing. */
export function CompanySettingsPage() {
  const styles = useStyles();
  const [tab, setTab] = useState<(typeof tabs)[number]>('General');
  const settings = useRead(['settings', 'sales'], () => api.settings.sales.query());
  const command = useCommand((patch: EditSalesSettingsInput) => api.settings.editSales.mutate(patch));
  const edit: Props['edit'] = (patch) => command.mutateAsync(patch);
  return (
    <Page title="Company Settings for Sales and Invoicing">
      <TabList
        className={styles.tabs}
        selectedValue={tab}
        onTabSelect={(_event, { value }) => setTab(tabs.find((each) => each === value) ?? 'General')}
      >
        {tabs.map((each) => (
          <Tab key={each} value={each}>
            {each}
          </Tab>
        ))}
      </TabList>
      <div key={tab} className={styles.content} role="tabpanel" aria-label={tab}>
        {settings.error && !settings.data ? (
          <FailureState error={settings.error} onRetry={() => void settings.refetch()} />
        ) : null}
        {!settings.data && !settings.error ? <Spinner label="Reading the settings" /> : null}
        {settings.data && tab === 'General' ? <GeneralTab settings={settings.data} edit={edit} /> : null}
        {settings.data && tab === 'Printouts' ? <PrintoutsTab settings={settings.data} edit={edit} /> : null}
        {tab === 'Company' ? <CompanyTab /> : null}
      </div>
    </Page>
  );
}

function GeneralTab({ settings, edit }: Props) {
  const form = useFormStyles();
  return (
    <div className={form.form}>
      <SectionTitle>Orders</SectionTitle>
      <div className={form.checks}>
        <SavedCheck
          label="New quotations and orders are automatically marked as 'Process complete'"
          value={settings.newOrdersAreProcessComplete}
          save={(newOrdersAreProcessComplete) => edit({ newOrdersAreProcessComplete })}
        />
        <SavedCheck
          label="Do not print orders before status 'Processing completed'"
          value={settings.printOnlyProcessComplete}
          save={(printOnlyProcessComplete) => edit({ printOnlyProcessComplete })}
        />
      </div>
      <SectionTitle>Invoicing</SectionTitle>
      <div className={form.checks}>
        <SavedCheck
          label="Do not invoice before 'Ready for transfer' (quotation) or 'Ready for invoicing' (order)"
          value={settings.invoiceOnlyWhenReady}
          save={(invoiceOnlyWhenReady) => edit({ invoiceOnlyWhenReady })}
        />
        <SavedCheck
          label="Do not invoice before all products on an order have been delivered"
          hint="Part invoicing is then blocked."
          value={settings.invoiceOnlyWhenAllDelivered}
          save={(invoiceOnlyWhenAllDelivered) => edit({ invoiceOnlyWhenAllDelivered })}
        />
      </div>
    </div>
  );
}

function PrintoutsTab({ settings, edit }: Props) {
  const form = useFormStyles();
  return (
    <div className={form.form}>
      <SavedChoice
        label="Picked is set automatically"
        hint="A customer hears of it if the rule Order marked as picked is on."
        value={settings.pickedBy}
        choices={printedDocumentChoices}
        save={(pickedBy) => edit({ pickedBy })}
      />
      <SavedChoice
        label="Ready for invoicing is set automatically"
        value={settings.readyForInvoicingBy}
        choices={printedDocumentChoices}
        save={(readyForInvoicingBy) => edit({ readyForInvoicingBy })}
      />
      <SavedCheck
        label="Update stock by printing the delivery note"
        hint="Off: stock goes down when the order is invoiced, or by Deliver products in the warehouse."
        value={settings.stockByDeliveryNote}
        save={(stockByDeliveryNote) => edit({ stockByDeliveryNote })}
      />
    </div>
  );
}
