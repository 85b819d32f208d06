import { makeStyles, Tab, TabList } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { Hold } from '../../shared/website-data.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { formatInstant } from '../ui/format.ts';
import { languageName } from '../ui/language-name.ts';
import { type ListColumn, ListTable } from '../ui/list-table.tsx';
import { useCommand, useRead } from '../ui/queries.ts';
import { useRemembered } from '../ui/remembered.tsx';
import { t } from '../ui/texts.ts';
import { type SelectionAction, useListSelection } from '../ui/use-list-selection.ts';
import { changeWords } from './change-words.ts';
import { DontTellDialog } from './dont-tell-dialog.tsx';
import { HoldDialog, type ToHold } from './hold-dialog.tsx';
import { type PreviewLine, type PreviewView, previewLists, previewViews } from './preview-lines.ts';
import { PreviewMailDialog } from './preview-mail-dialog.tsx';
import { filterClause, langOf, previewViewName, withBigFirst } from './website-data-words.ts';

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', flexGrow: 1, flexBasis: '360px', flexShrink: 0, minHeight: 0 },
  list: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, overflow: 'hidden' },
});

/** A draft of the next run: whom it tells what, whom it does not, and what is on hold. */
export function RunPreview() {
  const styles = useStyles();
  const [view, setView] = useRemembered<PreviewView>('preview of the run', 'told');
  const preview = useRead(['websiteData', 'preview'], () => api.websiteData.preview.query());
  const holds = useRead(['websiteData', 'holds'], () => api.websiteData.holds.query());
  const lines = useMemo(() => preview.data && previewLists(preview.data), [preview.data]);
  const counts = { told: lines?.told.length, notTold: lines?.notTold.length, held: holds.data?.length };
  const list = { isLoading: preview.isPending, error: preview.error, onRetry: () => void preview.refetch() };
  return (
    <div className={styles.whole}>
      <TabList
        size="small"
        aria-label={t('e-commerce:preview.views')}
        selectedValue={view}
        onTabSelect={(_event, { value }) => setView(previewViews.find((each) => each === value) ?? 'told')}
      >
        {previewViews.map((each) => (
          <Tab key={each} value={each}>
            {previewViewName(each, counts[each])}
          </Tab>
        ))}
      </TabList>
      <section
        key={view}
        className={styles.list}
        aria-label={view === 'held' ? t('e-commerce:hold.what') : t(`e-commerce:ready.${view}`)}
      >
        {view === 'told' ? <Told lines={lines?.told ?? []} {...list} /> : null}
        {view === 'notTold' ? <NotTold lines={lines?.notTold ?? []} {...list} /> : null}
        {view === 'held' ? (
          <Holds
            holds={holds.data ?? []}
            isLoading={holds.isPending}
            error={holds.error}
            onRetry={() => void holds.refetch()}
          />
        ) : null}
      </section>
    </div>
  );
}

type ListProps = {
  readonly lines: readonly PreviewLine[];
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly onRetry: () => void;
};

const column = {
  customer: {
    id: 'customer',
    header: t('e-commerce:columns.customer'),
    width: 'minmax(112px, 1fr)',
    cell: ({ row }: PreviewLine) => row.customerName,
  },
  order: {
    id: 'order',
    header: t('e-commerce:columns.order'),
    width: '88px',
    cell: ({ order }: PreviewLine) => order.webOrderNo,
  },
  news: {
    id: 'news',
    header: t('e-commerce:preview.news'),
    width: 'minmax(208px, 3fr)',
    cell: ({ row, sentence }: PreviewLine) => (
      <span lang={langOf(row.language)} title={sentence}>
        {sentence}
      </span>
    ),
  },
  was: {
    id: 'was',
    header: t('e-commerce:preview.was'),
    width: 'minmax(88px, 0.8fr)',
    cell: ({ change }: PreviewLine) => (change === null ? '' : changeWords(change).was),
  },
  becomes: {
    id: 'becomes',
    header: t('e-commerce:preview.becomes'),
    width: 'minmax(88px, 0.8fr)',
    cell: ({ change }: PreviewLine) => (change === null ? '' : changeWords(change).becomes),
  },
  rule: {
    id: 'rule',
    header: t('e-commerce:preview.rule'),
    width: '96px',
    cell: ({ change }: PreviewLine) => (change === null ? '' : t(`e-commerce:ruleInShort.no${change.rule}`)),
  },
  language: {
    id: 'language',
    header: t('e-commerce:preview.language'),
    width: '80px',
    cell: ({ row }: PreviewLine) => languageName(row.language),
  },
  goesTo: {
    id: 'goesTo',
    header: t('e-commerce:preview.goesTo'),
    width: 'minmax(136px, 1fr)',
    cell: ({ row }: PreviewLine) => <span title={row.address ?? ''}>{row.address}</span>,
  },
  whyNot: {
    id: 'whyNot',
    header: t('e-commerce:columns.whyNot'),
    width: 'minmax(208px, 2fr)',
    cell: (line: PreviewLine) => <span title={whyNot(line)}>{whyNot(line)}</span>,
  },
} as const satisfies Record<string, ListColumn<PreviewLine>>;

function whyNot({ row, why }: PreviewLine): string {
  if (why !== null) return withBigFirst(filterClause(why));
  return row.notTold === null ? '' : t(`e-commerce:notTold.${row.notTold}`);
}

const toldColumns = [
  column.customer,
  column.order,
  column.news,
  column.was,
  column.becomes,
  column.rule,
  column.goesTo,
  column.language,
];
const notToldColumns = [column.customer, column.order, column.whyNot, column.news, column.was, column.becomes];

function labelOf({ row, order, sentence }: PreviewLine): string {
  return t('e-commerce:preview.row', { customer: row.customerName, order: order.webOrderNo, news: sentence });
}

type Asked =
  | { readonly kind: 'mail'; readonly key: string }
  | { readonly kind: 'hold'; readonly what: ToHold['what']; readonly toHold: readonly ToHold[] }
  | { readonly kind: 'dont-tell'; readonly line: PreviewLine };

function Told({ lines, ...list }: ListProps) {
  const { open } = useNavigation();
  const [asked, setAsked] = useState<Asked | null>(null);
  const selection = useListSelection('preview of the run');
  const hold = (what: ToHold['what']) => (chosen: readonly PreviewLine[]) =>
    setAsked({ kind: 'hold', what, toHold: toHoldOf(what, chosen) });
  const actions: readonly SelectionAction<PreviewLine>[] = [
    { id: 'hold-change', label: t('e-commerce:preview.holdChange'), run: hold('change') },
    { id: 'hold-order', label: t('e-commerce:preview.holdOrder'), run: hold('order') },
    { id: 'hold-customer', label: t('e-commerce:preview.holdCustomer'), run: hold('customer') },
    {
      id: 'dont-tell',
      label: t('e-commerce:preview.dontTell'),
      isPossible: ({ length }) => length === 1,
      run: ([line]) => line && setAsked({ kind: 'dont-tell', line }),
    },
    {
      id: 'show-order',
      label: t('e-commerce:preview.showOrder'),
      isUnderMore: true,
      isPossible: ({ length }) => length === 1,
      run: ([line]) => line && open({ page: 'order', orderId: line.order.orderId }),
    },
  ];
  const close = () => setAsked(null);
  return (
    <>
      <ListTable
        label={t('e-commerce:ready.told')}
        columns={toldColumns}
        rows={lines}
        rowKey={(line) => line.id}
        rowLabel={labelOf}
        onOpen={({ row }) => row.key !== null && setAsked({ kind: 'mail', key: row.key })}
        selection={selection}
        actions={actions}
        empty={{ title: t('e-commerce:preview.nobody.title'), text: t('e-commerce:preview.nobody.text') }}
        {...list}
      />
      {asked?.kind === 'mail' ? <PreviewMailDialog mailKey={asked.key} onClose={close} /> : null}
      {asked?.kind === 'hold' ? (
        <HoldDialog
          {...asked}
          onClose={close}
          onDone={() => {
            close();
            selection.clear();
          }}
        />
      ) : null}
      {asked?.kind === 'dont-tell' ? <DontTell line={asked.line} onClose={close} /> : null}
    </>
  );
}

function DontTell({ line, onClose }: { readonly line: PreviewLine; readonly onClose: () => void }) {
  const { row, order, change, sentence } = line;
  if (change === null) return null;
  const told = { rule: change.rule, text: sentence, facts: change.moves.map(({ fact }) => fact) };
  return <DontTellDialog orderId={order.orderId} change={told} language={row.language} onClose={onClose} />;
}

/** What the chosen lines stand for, each once. */
function toHoldOf(what: ToHold['what'], lines: readonly PreviewLine[]): readonly ToHold[] {
  const byName = new Map<string, ToHold>();
  for (const { id, row, order, change } of lines) {
    const { contactId } = row;
    const { orderId } = order;
    if (what === 'customer') byName.set(String(contactId), { what, contactId });
    else if (what === 'order') byName.set(String(orderId), { what, orderId });
    else if (change !== null) byName.set(id, { what, orderId, facts: change.moves.map(({ fact }) => fact) });
  }
  return [...byName.values()];
}

function NotTold({ lines, ...list }: ListProps) {
  const { open } = useNavigation();
  return (
    <ListTable
      label={t('e-commerce:ready.notTold')}
      columns={notToldColumns}
      rows={lines}
      rowKey={(line) => line.id}
      rowLabel={labelOf}
      onOpen={({ order }) => open({ page: 'order', orderId: order.orderId })}
      empty={{ title: t('e-commerce:preview.everybody.title'), text: t('e-commerce:preview.everybody.text') }}
      {...list}
    />
  );
}

const holdColumns: readonly ListColumn<Hold>[] = [
  {
    id: 'customer',
    header: t('e-commerce:columns.customer'),
    width: 'minmax(112px, 1fr)',
    cell: (hold) => hold.customerName,
  },
  { id: 'order', header: t('e-commerce:columns.order'), width: '88px', cell: (hold) => hold.webOrderNo },
  {
    id: 'what',
    header: t('e-commerce:hold.what'),
    width: 'minmax(136px, 1fr)',
    cell: (hold) => t(`e-commerce:hold.${hold.what}`),
  },
  {
    id: 'reason',
    header: t('e-commerce:hold.reason'),
    width: 'minmax(160px, 2fr)',
    cell: (hold) => <span title={hold.reason}>{hold.reason}</span>,
  },
  { id: 'who', header: t('e-commerce:hold.who'), width: '88px', cell: (hold) => hold.who },
  {
    id: 'at',
    header: t('e-commerce:hold.when'),
    width: '112px',
    cell: (hold) => formatInstant(hold.at, new Date()),
  },
];

type HoldsProps = Omit<ListProps, 'lines'> & { readonly holds: readonly Hold[] };

function Holds({ holds, isLoading, error, onRetry }: HoldsProps) {
  const { open } = useNavigation();
  const selection = useListSelection('holds');
  const letGo = useCommand(async (chosen: readonly Hold[]) => {
    for (const { id } of chosen) await api.websiteData.letGo.mutate({ holdId: id });
  });
  return (
    <>
      {letGo.error ? <FailureMessage error={letGo.error} onDismiss={letGo.reset} /> : null}
      <ListTable
        label={t('e-commerce:hold.what')}
        columns={holdColumns}
        rows={holds}
        rowKey={(hold) => hold.id}
        rowLabel={(hold) => `${hold.customerName} ${hold.webOrderNo ?? ''}: ${t(`e-commerce:hold.${hold.what}`)}`}
        onOpen={({ orderId, contactId }) =>
          open(orderId === null ? { page: 'contact', contactId } : { page: 'order', orderId })
        }
        selection={selection}
        actions={[
          {
            id: 'let-go',
            label: t('e-commerce:hold.letGo'),
            run: (chosen) => letGo.mutate(chosen, { onSuccess: selection.clear }),
          },
        ]}
        empty={{ title: t('e-commerce:preview.noHolds.title'), text: t('e-commerce:preview.noHolds.text') }}
        isLoading={isLoading}
        error={error}
        onRetry={onRetry}
      />
    </>
  );
}
