import { makeStyles, mergeClasses, Tab, TabList, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ContactView, EditContactInput } from '../../shared/contacts.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { FailureState } from '../ui/failure-message.tsx';
import { useFormStyles } from '../ui/form-styles.ts';
import { Page } from '../ui/page.tsx';
import { cannotRead, looksLikeAddress } from '../ui/parse.ts';
import { useCommand, useRead } from '../ui/queries.ts';
import { SavedCheck } from '../ui/saved-check.tsx';
import { SavedField } from '../ui/saved-field.tsx';
import { t } from '../ui/texts.ts';
import { useUndoablePatch } from '../ui/use-undoable-patch.ts';
import { Waiting } from '../ui/waiting.tsx';
import { ContactActivities } from './contact-activities.tsx';
import { ContactOrders } from './contact-orders.tsx';
import { ContactSettingsTab } from './contact-settings-tab.tsx';
import { DoublesNote, MergeWithButton } from './doubles-note.tsx';
import { EraseButton, ErasedNote } from './erase-contact.tsx';

export type EditContact = (patch: Omit<EditContactInput, 'contactId'>) => Promise<unknown>;

const tabs = ['contact', 'settings', 'orders', 'activities'] as const;
/** Of an erased customer nothing else is left to show or change. */
const erasedTabs = ['orders'] as const;

const useStyles = makeStyles({
  tabs: { padding: '0 8px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, flexShrink: 0 },
  content: { overflowY: 'auto', flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** The card of a contact: address, Settings (Customer, Website account), orders, what the customer wrote on websites. */
export function ContactPage({ contactId }: { readonly contactId: number }) {
  const styles = useStyles();
  const { back, open } = useNavigation();
  const [tab, setTab] = useState<(typeof tabs)[number]>('contact');
  const query = useRead(['contacts', 'get', contactId], () => api.contacts.get.query({ contactId }));
  const command = useCommand((input: EditContactInput) => api.contacts.edit.mutate(input));
  const shownId = query.data?.id ?? contactId;
  const edit: EditContact = useUndoablePatch({
    record: `contact ${shownId}`,
    shown: query.data,
    read: () => api.contacts.get.query({ contactId: shownId }),
    send: (patch: Parameters<EditContact>[0]) => command.mutateAsync({ ...patch, contactId: shownId }),
    // A customer's own No is not lifted by staff
    labelOf: (field) =>
      field === 'orderStatusMails' ? null : t('common:undo.changeOf', { name: query.data?.name ?? '' }),
  });
  const onMerged = (keptId: number) => open({ page: 'contact', contactId: keptId });
  // A double that was merged answers with the contact that stayed, so the id asked for need not be the one shown
  const contact = query.isPlaceholderData ? undefined : query.data;
  const shown = contact?.erasedAt ? erasedTabs : tabs;
  const place = shown.find((each) => each === tab) ?? 'orders';
  if (!contact) {
    return (
      <Page title={t('contacts:contact')} onBack={back}>
        {query.error ? (
          <FailureState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Waiting label={t('contacts:reading')} />
        )}
      </Page>
    );
  }
  return (
    <Page
      title={contact.name}
      onBack={back}
      actions={
        contact.erasedAt === null ? (
          <>
            <MergeWithButton contact={contact} onMerged={onMerged} />
            <EraseButton contact={contact} />
          </>
        ) : null
      }
      below={<NotesOf contact={contact} onMerged={onMerged} />}
      subtitle={
        <>
          <span className={styles.quiet}>{t('contacts:orderCount', { count: contact.orderCount })}</span>
          {contact.customerNo === '' ? null : (
            <span className={styles.quiet}>{t('contacts:customerNo', { customerNo: contact.customerNo })}</span>
          )}
        </>
      }
    >
      <TabList
        className={styles.tabs}
        selectedValue={place}
        onTabSelect={(_event, { value }) => setTab(tabs.find((each) => each === value) ?? 'contact')}
      >
        {shown.map((each) => (
          <Tab key={each} value={each}>
            {t(`contacts:tabs.${each}`)}
          </Tab>
        ))}
      </TabList>
      <div key={place} className={styles.content} role="tabpanel" aria-label={t(`contacts:tabs.${place}`)}>
        {place === 'contact' ? <ContactForm contact={contact} edit={edit} /> : null}
        {place === 'settings' ? <ContactSettingsTab contact={contact} edit={edit} /> : null}
        {place === 'orders' ? <ContactOrders contactId={contact.id} /> : null}
        {place === 'activities' ? <ContactActivities contactId={contact.id} /> : null}
      </div>
    </Page>
  );
}

type NotesProps = { readonly contact: ContactView; readonly onMerged: (keptId: number) => void };

function NotesOf({ contact, onMerged }: NotesProps) {
  if (contact.erasedAt !== null) return <ErasedNote erasedAt={contact.erasedAt} />;
  return contact.doubles.length > 0 ? <DoublesNote contact={contact} onMerged={onMerged} /> : null;
}

function checkAddress(text: string): string | null {
  return text.trim() === '' || looksLikeAddress(text.trim()) ? null : cannotRead.address;
}

function ContactForm({ contact, edit }: { readonly contact: ContactView; readonly edit: EditContact }) {
  const form = useFormStyles();
  return (
    <div className={form.form}>
      <div className={form.row}>
        <SavedField
          label={t('contacts:field.name')}
          className={form.grow}
          value={contact.name}
          check={(text) => (text.trim() === '' ? t('contacts:field.nameMissing') : null)}
          save={(name) => edit({ name })}
        />
        <SavedField
          className={form.grow}
          label={t('contacts:field.companyNo')}
          value={contact.companyNo}
          save={(companyNo) => edit({ companyNo })}
        />
      </div>
      <div className={form.row}>
        <SavedField
          label={t('contacts:field.email')}
          type="email"
          className={form.grow}
          value={contact.email}
          check={checkAddress}
          save={(email) => edit({ email })}
        />
        <SavedField
          className={form.grow}
          label={t('contacts:field.phone')}
          type="tel"
          value={contact.phone}
          save={(phone) => edit({ phone })}
        />
      </div>
      <div className={form.row}>
        <SavedField
          label={t('contacts:field.contactPerson')}
          className={form.grow}
          value={contact.contactPerson}
          save={(contactPerson) => edit({ contactPerson })}
        />
        <SavedField
          label={t('contacts:field.contactPersonEmail')}
          type="email"
          className={form.grow}
          value={contact.contactPersonEmail}
          check={checkAddress}
          save={(contactPersonEmail) => edit({ contactPersonEmail })}
        />
      </div>
      <SavedField
        label={t('contacts:field.address')}
        value={contact.addressLine1}
        save={(addressLine1) => edit({ addressLine1 })}
      />
      <SavedField
        label={t('contacts:field.addressLine2')}
        value={contact.addressLine2}
        save={(addressLine2) => edit({ addressLine2 })}
      />
      <div className={form.row}>
        <div className={mergeClasses(form.row, form.grow)}>
          <SavedField
            className={form.share}
            label={t('contacts:field.postcode')}
            value={contact.postcode}
            save={(postcode) => edit({ postcode })}
          />
          <SavedField
            label={t('contacts:field.city')}
            className={form.share}
            value={contact.city}
            save={(city) => edit({ city })}
          />
        </div>
        <SavedField
          className={form.grow}
          label={t('contacts:field.country')}
          value={contact.country}
          save={(country) => edit({ country })}
        />
      </div>
      <SavedCheck
        label={t('contacts:field.supplier')}
        value={contact.isSupplier}
        save={(isSupplier) => edit({ isSupplier })}
      />
    </div>
  );
}
