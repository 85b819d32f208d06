import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { ContactRow } from '../../shared/contacts.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { Chips } from '../ui/chips.tsx';
import { ColumnChoice, useHiddenColumns } from '../ui/column-choice.tsx';
import { type ListColumn, ListTable } from '../ui/list-table.tsx';
import { Page } from '../ui/page.tsx';
import { usePages } from '../ui/queries.ts';
import { useRemembered } from '../ui/remembered.tsx';
import { SearchField, useSearchText } from '../ui/search-field.tsx';
import { t } from '../ui/texts.ts';
import { type SelectionAction, useListSelection } from '../ui/use-list-selection.ts';
import { ChangeContactsDialog } from './change-contacts-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';

const useStyles = makeStyles({ filters: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' } });

const columns: readonly ListColumn<ContactRow>[] = [
  { id: 'name', header: t('contacts:field.name'), width: 'minmax(150px, 2fr)', cell: (row) => row.name },
  {
    id: 'contactPerson',
    header: t('contacts:field.contactPerson'),
    width: 'minmax(120px, 1fr)',
    cell: (row) => row.contactPerson,
  },
  { id: 'email', header: t('contacts:field.email'), width: 'minmax(200px, 3fr)', cell: (row) => row.email },
  { id: 'phone', header: t('contacts:field.phone'), width: '120px', cell: (row) => row.phone },
  {
    id: 'city',
    header: t('contacts:field.city'),
    width: 'minmax(120px, 1fr)',
    cell: (row) => `${row.postcode} ${row.city}`.trim(),
  },
  {
    id: 'account',
    header: t('contacts:field.account'),
    width: '92px',
    cell: (row) => (row.hasAccount ? t('common:word.yes') : ''),
  },
  {
    id: 'mails',
    header: t('contacts:field.orderStatusMails'),
    width: '144px',
    cell: (row) =>
      row.customerOptedOut ? t('contacts:optedOut') : t(row.orderStatusMails ? 'common:word.yes' : 'common:word.no'),
  },
];

const kinds = [
  { id: 'all', label: t('contacts:kinds.all') },
  { id: 'customers', label: t('contacts:kinds.customers') },
  { id: 'suppliers', label: t('contacts:kinds.suppliers') },
] as const;

/** View - Contacts. */
export function ContactsPage() {
  const { open } = useNavigation();
  const [kind, setKind] = useRemembered<(typeof kinds)[number]['id']>('contacts kind', 'all');
  const [typed, setTyped] = useRemembered('contacts search', '');
  const search = useSearchText(typed);
  const styles = useStyles();
  const [hidden, setHidden] = useHiddenColumns('contacts');
  const selection = useListSelection('contacts');
  const [changing, setChanging] = useState<readonly ContactRow[]>([]);
  const [merging, setMerging] = useState<readonly [number, number] | null>(null);
  const actions: readonly SelectionAction<ContactRow>[] = [
    { id: 'change', label: t('common:change.action'), run: setChanging },
    {
      id: 'merge',
      label: t('contacts:merge.action'),
      isPossible: (rows) => rows.length === 2,
      run: ([first, second]) => first && second && setMerging([first.id, second.id]),
    },
  ];
  const leave = () => {
    setChanging([]);
    setMerging(null);
  };
  const finish = () => {
    leave();
    selection.clear();
  };
  const contacts = usePages(['contacts', 'list', kind, search], (cursor: number | null) =>
    api.contacts.list.query({ kind, search, cursor }),
  );
  return (
    <Page
      title={t('contacts:title')}
      actions={
        <>
          <SearchField
            label={t('contacts:search.label')}
            placeholder={t('contacts:search.placeholder')}
            value={typed}
            onChange={setTyped}
          />
          <Button onClick={() => open({ page: 'new-contact' })}>{t('contacts:new.title')}</Button>
        </>
      }
      below={
        <div className={styles.filters}>
          <Chips label={t('common:list.show')} chips={kinds} chosen={kind} onChoose={setKind} />
          <ColumnChoice columns={columns} hidden={hidden} onChange={setHidden} />
        </div>
      }
    >
      <ListTable
        label={t('contacts:title')}
        columns={columns}
        hiddenColumns={hidden}
        selection={selection}
        actions={actions}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.name}
        onOpen={(row) => open({ page: 'contact', contactId: row.id })}
        onRetry={contacts.retry}
        empty={
          search === ''
            ? {
                title: t('contacts:empty.title'),
                text: t('contacts:empty.text'),
                action: <Button onClick={() => open({ page: 'import' })}>{t('contacts:empty.import')}</Button>,
              }
            : {
                title: t('common:list.nothingFoundFor', { search }),
                text: t('contacts:empty.foundBy'),
              }
        }
        {...contacts}
      />
      {changing.length === 0 ? null : <ChangeContactsDialog contacts={changing} onClose={leave} onDone={finish} />}
      {merging === null ? null : <MergeDialog contactIds={merging} onClose={leave} onMerged={finish} />}
    </Page>
  );
}
