import {
  Button,
  Checkbox,
  Field,
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { EnquiryRow, ImportAllReport } from '../../shared/enquiries.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { formatInstant } from '../ui/format.ts';
import { type ListColumn, ListTable } from '../ui/list-table.tsx';
import { useNotices } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { useCommand, useRead } from '../ui/queries.ts';
import { StatusWord } from '../ui/status-word.tsx';
import { t } from '../ui/texts.ts';
import { EnquiryDialog } from './enquiry-dialog.tsx';
import { failureLines, unsentMailLines } from './update-outcome.ts';
import { UpdateWebsiteButton } from './update-website-button.tsx';
import { enquiryName, matchTones } from './website-data-words.ts';

/** A text that is whole under the pointer where its column is too narrow for it. */
const titled = (text: string) => <span title={text}>{text}</span>;

/** The number or subject of an enquiry; of a registration, how its account stands on the website. */
function whatOf({ kind, summary, accountStatus }: EnquiryRow): string {
  return kind === 'registration' && accountStatus !== null ? t(`contacts:account.statuses.${accountStatus}`) : summary;
}

const columns: readonly ListColumn<EnquiryRow>[] = [
  {
    id: 'kind',
    header: t('e-commerce:comparison.kind'),
    width: '152px',
    cell: (row) => t(`e-commerce:enquiryKind.${row.kind}`),
  },
  {
    id: 'at',
    header: t('e-commerce:comparison.when'),
    width: '96px',
    cell: (row) => formatInstant(row.at, new Date()),
  },
  {
    id: 'summary',
    header: t('e-commerce:comparison.what'),
    width: 'minmax(84px, 1fr)',
    cell: (row) => titled(whatOf(row)),
  },
  {
    id: 'incoming',
    header: t('e-commerce:comparison.incoming'),
    width: 'minmax(104px, 1fr)',
    cell: (row) => titled(row.incoming?.name ?? '–'),
  },
  {
    id: 'match',
    header: t('e-commerce:comparison.match'),
    width: '148px',
    cell: (row) => <StatusWord word={t(`e-commerce:match.${row.match}`)} tone={matchTones[row.match]} />,
  },
  {
    id: 'contact',
    header: t('e-commerce:comparison.contact'),
    width: 'minmax(104px, 1fr)',
    cell: (row) => titled(row.contactName ?? '–'),
  },
  {
    id: 'why',
    header: t('e-commerce:comparison.waitsBecause'),
    width: 'minmax(232px, 1.6fr)',
    cell: (row) =>
      titled(
        row.waitsBecause === null
          ? t('e-commerce:comparison.takenByImportAll')
          : t(`e-commerce:waitingReason.${row.waitsBecause}`),
      ),
  },
  {
    id: 'edit',
    header: '',
    width: '72px',
    // The row itself is what the keyboard stands on; a click here is a click on the row.
    cell: () => (
      <Link as="button" tabIndex={-1}>
        {t('e-commerce:comparison.edit')}
      </Link>
    ),
  },
];

const none: readonly EnquiryRow[] = [];

const useStyles = makeStyles({
  update: {
    padding: '4px 8px 8px 8px',
    flexShrink: 0,
    '& .fui-Field__hint': { paddingLeft: '36px', marginTop: '-4px' },
  },
});

/** The comparison list: enquiries that wait, matched against the contact register. */
export function ComparisonPage() {
  const styles = useStyles();
  const { back } = useNavigation();
  const { notify } = useNotices();
  const [editedId, setEditedId] = useState<number | null>(null);
  const enquiries = useRead(['enquiries', 'list'], () => api.enquiries.list.query({}));
  const importAll = useCommand(() => api.enquiries.importAll.mutate({}));
  const update = useUpdateAfterImport();
  const [isDirect, setIsDirect] = useState(true);
  const undisclosed = useRead(['accountMails', 'undisclosed'], () => api.accountMails.undisclosed.query());
  const edited = enquiries.data?.find((row) => row.id === editedId);
  const onImportAll = () =>
    importAll.mutate(undefined, {
      onSuccess: (report) => {
        notify(importedText(report));
        if (isDirect) update.mutate();
      },
    });
  return (
    <Page
      title={t('e-commerce:comparison.title')}
      onBack={back}
      actions={
        <Button
          appearance="primary"
          disabled={
            importAll.isPending || update.isPending || !enquiries.data?.some((row) => row.waitsBecause === null)
          }
          onClick={onImportAll}
        >
          {t('e-commerce:comparison.importAll')}
        </Button>
      }
      below={
        <>
          {importAll.error ? <FailureMessage error={importAll.error} onDismiss={importAll.reset} /> : null}
          {update.error ? <FailureMessage error={update.error} onDismiss={update.reset} /> : null}
          {undisclosed.data ? <Undisclosed count={undisclosed.data} /> : null}
        </>
      }
    >
      <ListTable
        label={t('e-commerce:comparison.title')}
        columns={columns}
        rows={enquiries.data ?? none}
        rowKey={(row) => row.id}
        rowLabel={(row) => `${enquiryName(row)}, ${row.incoming?.name ?? ''}`}
        onOpen={(row) => setEditedId(row.id)}
        isLoading={enquiries.isPending}
        error={enquiries.error}
        onRetry={() => void enquiries.refetch()}
        empty={{
          title: t('e-commerce:comparison.empty.title'),
          text: t('e-commerce:comparison.empty.text'),
        }}
      />
      {enquiries.data && enquiries.data.length > 0 ? (
        <Field className={styles.update} hint={t('e-commerce:comparison.goDirectlyToUpdateHint')}>
          <Checkbox
            label={t('e-commerce:comparison.goDirectlyToUpdate')}
            checked={isDirect}
            onChange={(_event, { checked }) => setIsDirect(checked === true)}
          />
        </Field>
      ) : null}
      {edited ? <EnquiryDialog key={edited.id} enquiry={edited} onClose={() => setEditedId(null)} /> : null}
    </Page>
  );
}

/** Whoever was let in or turned away hears of it by Update Website only. */
function Undisclosed({ count }: { readonly count: number }) {
  return (
    <MessageBar intent="info">
      <MessageBarBody>{t('e-commerce:comparison.undisclosed', { count })}</MessageBarBody>
      <MessageBarActions>
        <UpdateWebsiteButton />
      </MessageBarActions>
    </MessageBar>
  );
}

/** Update Website after Import all, so that the web stock follows the imported orders (domain.md 1.3). */
function useUpdateAfterImport() {
  const { notify, notifyFailure } = useNotices();
  return useCommand(async () => {
    const reports = await api.updateWebsite.run.mutate();
    const failures = reports.flatMap((report) => report.failures);
    if (failures.length === 0) notify(t('e-commerce:comparison.websiteUpdated'));
    else notifyFailure([t('e-commerce:updateWebsite.failed'), ...failureLines(failures)].join(' '));
    const unsent = unsentMailLines(reports);
    if (unsent.length > 0) notifyFailure(unsent.join(' '));
  });
}

function importedText({ importedOrders, importedOthers, failed }: ImportAllReport): string {
  const orders = t('e-commerce:comparison.orders', { count: importedOrders });
  const others = t('e-commerce:comparison.others', { count: importedOthers });
  return failed.length === 0
    ? t('e-commerce:comparison.imported', { orders, others })
    : t('e-commerce:comparison.importedInPart', { orders, others, count: failed.length });
}
