import { Button } from '@fluentui/react-components';
import type { ContactRow } from '../../shared/contacts.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { Chips } from '../ui/chips.tsx';
import { type ListColumn, ListTable } from '../ui/list-table.tsx';
import { Page } from '../ui/page.tsx';
import { usePages } from '../ui/queries.ts';
import { useRemembered } from '../ui/remembered.tsx';
import { SearchField, useSearchText } from '../ui/search-field.tsx';

const columns: readonly ListColumn<ContactRow>[] = [
  { id: 'name', header: 'Name', width: 'minmax(180px, 2fr)', cell: (row) => row.name },
  { id: 'contactPerson', header: 'Contact person', width: 'minmax(120px, 1fr)', cell: (row) => row.contactPerson },
  { id: 'email', header: 'E-mail', width: 'minmax(180px, 2fr)', cell: (row) => row.email },
  { id: 'phone', header: 'Telephone', width: '128px', cell: (row) => row.phone },
  { id: 'city', header: 'Place', width: 'minmax(120px, 1fr)', cell: (row) => `${row.postcode} ${row.city}`.trim() },
  { id: 'account', header: 'Website account', width: '120px', cell: (row) => (row.hasAccount ? 'Yes' : '') },
  {
    id: 'mails',
    header: 'Order status e-mails',
    width: '144px',
    cell: (row) => (row.customerOptedOut ? 'No, customer’s choice' : row.orderStatusMails ? 'Yes' : 'No'),
  },
];

const kinds = [
  { id: 'all', label: 'All' },
  { id: 'customers', label: 'Customers' },
  { id: 'suppliers', label: 'Suppliers' },
] as const;

/** View - Contacts. */
export function ContactsPage() {
  const { open } = useNavigation();
  const [kind, setKind] = useRemembered<(typeof kinds)[number]['id']>('contacts kind', 'all');
  const [typed, setTyped] = useRemembered('contacts search', '');
  const search = useSearchText(typed);
  const contacts = usePages(['contacts', 'list', kind, search], (cursor: number | null) =>
    api.contacts.list.query({ kind, search, cursor }),
  );
  return (
    <Page
      title="Contacts"
      actions={
        <>
          <SearchField
            label="Search contacts"
            placeholder="Name, e-mail, telephone, place"
            value={typed}
            onChange={setTyped}
          />
          <Button onClick={() => open({ page: 'new-contact' })}>New contact</Button>
        </>
      }
      below={<Chips label="Show" chips={kinds} chosen={kind} onChoose={setKind} />}
    >
      <ListTable
        label="Contacts"
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.name}
        onOpen={(row) => open({ page: 'contact', contactId: row.id })}
        onRetry={contacts.retry}
        empty={
          search === ''
            ? {
                title: 'No contacts yet',
                text: 'Customers come in with their first order or registration on the website.',
              }
            : {
                title: `Nothing found for “${search}”`,
                text: 'Contacts are found by name, number, e-mail, telephone and place.',
              }
        }
        {...contacts}
      />
    </Page>
  );
}
