import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { EnquiryRow } from '../../shared/enquiries.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { countOf, formatInstant } from '../ui/format.ts';
import { type ListColumn, ListTable } from '../ui/list-table.tsx';
import { useNotices } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { useCommand, useRead } from '../ui/queries.ts';
import { StatusWord } from '../ui/status-word.tsx';
import { EnquiryDialog } from './enquiry-dialog.tsx';
import { enquiryKindWords, matchTones, matchWords, waitingReasonWords } from './website-data-words.ts';

const columns: readonly ListColumn<EnquiryRow>[] = [
  { id: 'kind', header: 'Kind', width: '148px', cell: (row) => enquiryKindWords[row.kind] },
  { id: 'at', header: 'When', width: '104px', cell: (row) => formatInstant(row.at, new Date()) },
  { id: 'summary', header: 'What', width: '88px', cell: (row) => row.summary },
  { id: 'incoming', header: 'Incoming', width: 'minmax(140px, 1fr)', cell: (row) => row.incoming?.name ?? '–' },
  {
    id: 'match',
    header: 'Match',
    width: '160px',
    cell: (row) => <StatusWord word={matchWords[row.match]} tone={matchTones[row.match]} />,
  },
  { id: 'contact', header: 'Contact overview', width: 'minmax(140px, 1fr)', cell: (row) => row.contactName ?? '–' },
  {
    id: 'why',
    header: 'Waits because',
    width: 'minmax(216px, 1.6fr)',
    cell: (row) => (row.waitsBecause === null ? 'Import all takes it' : waitingReasonWords[row.waitsBecause]),
  },
];

const none: readonly EnquiryRow[] = [];

/** The comparison list: enquiries that wait, matched against the contact register. */
export function ComparisonPage() {
  const { back } = useNavigation();
  const { notify } = useNotices();
  const [editedId, setEditedId] = useState<number | null>(null);
  const enquiries = useRead(['enquiries', 'list'], () => api.enquiries.list.query({}));
  const importAll = useCommand(() => api.enquiries.importAll.mutate({}));
  const edited = enquiries.data?.find((row) => row.id === editedId);
  const onImportAll = () =>
    importAll.mutate(undefined, {
      onSuccess: ({ importedOrders, importedOthers, failed }) =>
        notify(
          `${countOf(importedOrders, 'order')} and ${countOf(importedOthers, 'other enquiry', 'other enquiries')} imported` +
            (failed.length > 0 ? `; ${failed.length} could not be imported and wait` : ''),
        ),
    });
  return (
    <Page
      title="Comparison list"
      onBack={back}
      actions={
        <Button
          appearance="primary"
          disabled={importAll.isPending || !enquiries.data?.some((row) => row.waitsBecause === null)}
          onClick={onImportAll}
        >
          Import all
        </Button>
      }
      below={importAll.error ? <FailureMessage error={importAll.error} onDismiss={importAll.reset} /> : null}
    >
      <ListTable
        label="Comparison list"
        columns={columns}
        rows={enquiries.data ?? none}
        rowKey={(row) => row.id}
        rowLabel={(row) => `${enquiryKindWords[row.kind]} ${row.summary}, ${row.incoming?.name ?? ''}`}
        onOpen={(row) => setEditedId(row.id)}
        isLoading={enquiries.isPending}
        error={enquiries.error}
        onRetry={() => void enquiries.refetch()}
        empty={{
          title: 'No enquiry waits',
          text: 'Orders and registrations that need a look before they are imported appear here after Get Website Data.',
        }}
      />
      {edited ? <EnquiryDialog key={edited.id} enquiry={edited} onClose={() => setEditedId(null)} /> : null}
    </Page>
  );
}
