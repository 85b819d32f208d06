import { makeStyles, Spinner, Tab, TabList, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ContactView, EditContactInput } from '../../shared/contacts.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { FailureState } from '../ui/failure-message.tsx';
import { useFormStyles } from '../ui/form-styles.ts';
import { countOf } from '../ui/format.ts';
import { Page } from '../ui/page.tsx';
import { looksLikeAddress } from '../ui/parse.ts';
import { useCommand, useRead } from '../ui/queries.ts';
import { SavedCheck } from '../ui/saved-check.tsx';
import { SavedField } from '../ui/saved-field.tsx';
import { ContactOrders } from './contact-orders.tsx';
import { ContactSettingsTab } from './contact-settings-tab.tsx';

export type EditContact = (patch: Omit<EditContactInput, 'contactId'>) => Promise<unknown>;

const tabs = ['Contact', 'Settings', 'Orders'] as const;

const useStyles = makeStyles({
  tabs: { padding: '0 8px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, flexShrink: 0 },
  content: { overflowY: 'auto', flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** The card of a contact: address, Settings (Customer, Website account), orders. */
export function ContactPage({ contactId }: { readonly contactId: number }) {
  const styles = useStyles();
  const { back } = useNavigation();
  const [tab, setTab] = useState<(typeof tabs)[number]>('Contact');
  const query = useRead(['contacts', 'get', contactId], () => api.contacts.get.query({ contactId }));
  const command = useCommand((input: EditContactInput) => api.contacts.edit.mutate(input));
  const edit: EditContact = (patch) => command.mutateAsync({ ...patch, contactId });
  const contact = query.data?.id === contactId ? query.data : undefined;
  if (!contact) {
    return (
      <Page title="Contact" onBack={back}>
        {query.error ? (
          <FailureState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Spinner label="Reading the contact" />
        )}
      </Page>
    );
  }
  return (
    <Page
      title={contact.name}
      onBack={back}
      subtitle={<span className={styles.quiet}>{countOf(contact.orderCount, 'order')}</span>}
    >
      <TabList
        className={styles.tabs}
        selectedValue={tab}
        onTabSelect={(_event, { value }) => setTab(tabs.find((each) => each === value) ?? 'Contact')}
      >
        {tabs.map((each) => (
          <Tab key={each} value={each}>
            {each}
          </Tab>
        ))}
      </TabList>
      <div key={tab} className={styles.content} role="tabpanel" aria-label={tab}>
        {tab === 'Contact' ? <ContactForm contact={contact} edit={edit} /> : null}
        {tab === 'Settings' ? <ContactSettingsTab contact={contact} edit={edit} /> : null}
        {tab === 'Orders' ? <ContactOrders contactId={contact.id} /> : null}
      </div>
    </Page>
  );
}

function checkAddress(text: string): string | null {
  return text.trim() === '' || looksLikeAddress(text.trim()) ? null : 'Enter an address such as kari@shop.example.';
}

function ContactForm({ contact, edit }: { readonly contact: ContactView; readonly edit: EditContact }) {
  const form = useFormStyles();
  return (
    <div className={form.form}>
      <div className={form.row}>
        <SavedField
          label="Name"
          className={form.grow}
          value={contact.name}
          check={(text) => (text.trim() === '' ? 'The name cannot be empty.' : null)}
          save={(name) => edit({ name })}
        />
        <SavedField
          className={form.share}
          label="Company no."
          value={contact.companyNo}
          save={(companyNo) => edit({ companyNo })}
        />
      </div>
      <div className={form.row}>
        <SavedField
          label="E-mail"
          type="email"
          className={form.grow}
          value={contact.email}
          check={checkAddress}
          save={(email) => edit({ email })}
        />
        <SavedField
          className={form.share}
          label="Telephone"
          type="tel"
          value={contact.phone}
          save={(phone) => edit({ phone })}
        />
      </div>
      <div className={form.row}>
        <SavedField
          label="Contact person"
          className={form.grow}
          value={contact.contactPerson}
          save={(contactPerson) => edit({ contactPerson })}
        />
        <SavedField
          label="E-mail of the contact person"
          type="email"
          className={form.grow}
          value={contact.contactPersonEmail}
          check={checkAddress}
          save={(contactPersonEmail) => edit({ contactPersonEmail })}
        />
      </div>
      <SavedField label="Address" value={contact.addressLine1} save={(addressLine1) => edit({ addressLine1 })} />
      <SavedField
        label="Address, second line"
        value={contact.addressLine2}
        save={(addressLine2) => edit({ addressLine2 })}
      />
      <div className={form.row}>
        <SavedField
          className={form.share}
          label="Postcode"
          value={contact.postcode}
          save={(postcode) => edit({ postcode })}
        />
        <SavedField label="Place" className={form.grow} value={contact.city} save={(city) => edit({ city })} />
        <SavedField
          className={form.share}
          label="Country"
          value={contact.country}
          save={(country) => edit({ country })}
        />
      </div>
      <SavedCheck label="Supplier" value={contact.isSupplier} save={(isSupplier) => edit({ isSupplier })} />
    </div>
  );
}
