import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
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
import { t } from '../ui/texts.ts';
import { Waiting } from '../ui/waiting.tsx';
import { CarriersTab } from './carriers-tab.tsx';
import { CompanyTab } from './company-tab.tsx';
import { ExportTab } from './export-tab.tsx';
import { printedDocumentChoices } from './setting-choices.ts';

const tabs = ['general', 'printouts', 'export', 'freight', 'company'] as const;

const useStyles = makeStyles({
  tabs: { padding: '0 8px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, flexShrink: 0 },
  content: { overflowY: 'auto', flexGrow: 1, minHeight: 0 },
});

type Props = { readonly settings: SalesSettings; readonly edit: (patch: EditSalesSettingsInput) => Promise<unknown> };

/** View - Settings - Company - Settings per Module - Sales and Invoicing. */
export function CompanySettingsPage({ firstTab = 'general' }: { readonly firstTab?: (typeof tabs)[number] }) {
  const styles = useStyles();
  const [tab, setTab] = useState<(typeof tabs)[number]>(firstTab);
  const settings = useRead(['settings', 'sales'], () => api.settings.sales.query());
  const command = useCommand((patch: EditSalesSettingsInput) => api.settings.editSales.mutate(patch));
  const edit: Props['edit'] = (patch) => command.mutateAsync(patch);
  return (
    <Page title={t('settings:sales.title')}>
      <TabList
        className={styles.tabs}
        selectedValue={tab}
        onTabSelect={(_event, { value }) => setTab(tabs.find((each) => each === value) ?? 'general')}
      >
        {tabs.map((each) => (
          <Tab key={each} value={each}>
            {t(`settings:sales.tab.${each}`)}
          </Tab>
        ))}
      </TabList>
      <div key={tab} className={styles.content} role="tabpanel" aria-label={t(`settings:sales.tab.${tab}`)}>
        {settings.error && !settings.data ? (
          <FailureState error={settings.error} onRetry={() => void settings.refetch()} />
        ) : null}
        {!settings.data && !settings.error ? <Waiting label={t('settings:reading')} /> : null}
        {settings.data && tab === 'general' ? <GeneralTab settings={settings.data} edit={edit} /> : null}
        {settings.data && tab === 'printouts' ? <PrintoutsTab settings={settings.data} edit={edit} /> : null}
        {settings.data && tab === 'export' ? <ExportTab settings={settings.data} edit={edit} /> : null}
        {tab === 'freight' ? <CarriersTab /> : null}
        {tab === 'company' ? <CompanyTab /> : null}
      </div>
    </Page>
  );
}

function GeneralTab({ settings, edit }: Props) {
  const form = useFormStyles();
  return (
    <div className={form.form}>
      <SectionTitle>{t('settings:sales.orders')}</SectionTitle>
      <div className={form.checks}>
        <SavedCheck
          label={t('settings:sales.newOrdersAreProcessComplete')}
          value={settings.newOrdersAreProcessComplete}
          save={(newOrdersAreProcessComplete) => edit({ newOrdersAreProcessComplete })}
        />
        <SavedCheck
          label={t('settings:sales.printOnlyProcessComplete')}
          value={settings.printOnlyProcessComplete}
          save={(printOnlyProcessComplete) => edit({ printOnlyProcessComplete })}
        />
      </div>
      <SectionTitle>{t('settings:sales.invoicing')}</SectionTitle>
      <div className={form.checks}>
        <SavedCheck
          label={t('settings:sales.invoiceOnlyWhenReady')}
          value={settings.invoiceOnlyWhenReady}
          save={(invoiceOnlyWhenReady) => edit({ invoiceOnlyWhenReady })}
        />
        <SavedCheck
          label={t('settings:sales.invoiceOnlyWhenAllDelivered')}
          hint={t('settings:sales.invoiceOnlyWhenAllDeliveredHint')}
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
        label={t('settings:sales.pickedBy')}
        hint={t('settings:sales.pickedByHint')}
        value={settings.pickedBy}
        choices={printedDocumentChoices}
        save={(pickedBy) => edit({ pickedBy })}
      />
      <SavedChoice
        label={t('settings:sales.readyForInvoicingBy')}
        value={settings.readyForInvoicingBy}
        choices={printedDocumentChoices}
        save={(readyForInvoicingBy) => edit({ readyForInvoicingBy })}
      />
      <SavedCheck
        label={t('settings:sales.stockByDeliveryNote')}
        hint={t('settings:sales.stockByDeliveryNoteHint')}
        value={settings.stockByDeliveryNote}
        save={(stockByDeliveryNote) => edit({ stockByDeliveryNote })}
      />
    </div>
  );
}
