import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { NotReceivedRow, ScannedThing } from '../../shared/warehouse.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { MoveGoodsDialog } from '../purchasing/move-goods-dialog.tsx';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { formatDate } from '../ui/format.ts';
import { type ListColumn, ListTable } from '../ui/list-table.tsx';
import { Page } from '../ui/page.tsx';
import { useRead } from '../ui/queries.ts';
import { type ScanCue, ScanField } from '../ui/scan-field.tsx';
import { t } from '../ui/texts.ts';
import { ConcernedLine } from './concerned-line.tsx';
import { nameOf, placeOf, severalCue, unknownCue } from './scan-cues.ts';
import { WarehouseTabs } from './warehouse-tabs.tsx';

const columns: readonly ListColumn<NotReceivedRow>[] = [
  { id: 'purchaseNo', header: t('warehouse:purchases.purchaseNo'), width: '72px', cell: (row) => row.purchaseNo },
  {
    id: 'supplier',
    header: t('warehouse:purchases.supplier'),
    width: 'minmax(200px, 2fr)',
    cell: (row) => row.supplierName,
  },
  {
    id: 'orderDate',
    header: t('warehouse:purchases.orderDate'),
    width: '112px',
    cell: (row) => formatDate(row.orderDate),
  },
  {
    id: 'deliveryDate',
    header: t('warehouse:purchases.deliveryDate'),
    width: '112px',
    cell: (row) => formatDate(row.deliveryDate),
  },
  {
    id: 'notReceived',
    header: t('warehouse:purchases.notReceived'),
    width: '104px',
    align: 'end',
    cell: (row) => `${row.notReceivedPercent} %`,
  },
];

const none: readonly NotReceivedRow[] = [];

/** View - Warehouse - Warehouse, list Purchases, not received: goods are received here or in the purchase order. */
export function PurchasesNotReceivedPage() {
  const { open } = useNavigation();
  const [receiving, setReceiving] = useState<number | null>(null);
  const [saved, setSaved] = useState<readonly number[]>([]);
  const purchases = useRead(['warehouse', 'purchasesNotReceived'], () => api.warehouse.purchasesNotReceived.query());
  const scan = usePurchaseScan(purchases.data ?? none, setReceiving);
  return (
    <Page
      title={t('warehouse:title')}
      below={
        <>
          <WarehouseTabs chosen="purchases-not-received" />
          <ScanField label={t('warehouse:scan.label')} placeholder={t('warehouse:scan.purchase')} onScan={scan} />
          <ConcernedLine productIds={saved} />
        </>
      }
    >
      <ListTable
        label={t('warehouse:list.purchases-not-received')}
        columns={[...columns, receiveColumn(setReceiving)]}
        rows={purchases.data ?? none}
        rowKey={(row) => row.id}
        rowLabel={(row) => t('warehouse:purchases.row', { purchaseNo: row.purchaseNo, supplier: row.supplierName })}
        onOpen={(row) => open({ page: 'purchase', purchaseOrderId: row.id })}
        isLoading={purchases.isPending}
        error={purchases.error}
        onRetry={() => void purchases.refetch()}
        empty={{
          title: t('warehouse:purchases.none'),
          text: t('warehouse:purchases.appearHere'),
        }}
      />
      {receiving === null ? null : (
        <Receive key={receiving} purchaseOrderId={receiving} onBooked={setSaved} onClose={() => setReceiving(null)} />
      )}
    </Page>
  );
}

function receiveColumn(onReceive: (purchaseOrderId: number) => void): ListColumn<NotReceivedRow> {
  return {
    id: 'receive',
    header: '',
    width: '112px',
    align: 'end',
    cell: (row) => (
      <Button
        size="small"
        aria-label={t('warehouse:purchases.receiveOf', { purchaseNo: row.purchaseNo, supplier: row.supplierName })}
        onClick={(event) => {
          event.stopPropagation();
          onReceive(row.id);
        }}
      >
        {t('warehouse:purchases.receive')}
      </Button>
    ),
  };
}

type ReceiveProps = {
  readonly purchaseOrderId: number;
  readonly onBooked: (productIds: readonly number[]) => void;
  readonly onClose: () => void;
};

function Receive({ purchaseOrderId, onBooked, onClose }: ReceiveProps) {
  const query = useRead(['purchasing', 'get', purchaseOrderId], () => api.purchasing.get.query({ purchaseOrderId }));
  if (query.error) return <FailureMessage error={query.error} onDismiss={onClose} />;
  if (query.data?.id !== purchaseOrderId) return null;
  return <MoveGoodsDialog purchase={query.data} way="receive" onBooked={onBooked} onClose={onClose} />;
}

/** A purchase order that is listed is received; whatever else is scanned is named and leads where one wants. */
function usePurchaseScan(rows: readonly NotReceivedRow[], onReceive: (purchaseOrderId: number) => void) {
  const { open } = useNavigation();
  const follow = (thing: ScannedThing) => {
    const isListed = thing.kind === 'purchase' && rows.some(({ id }) => id === thing.purchaseOrderId);
    if (isListed) onReceive(thing.purchaseOrderId);
    else open(placeOf(thing));
  };
  return async (text: string): Promise<ScanCue | null> => {
    const found = await api.warehouse.findByScan.query({ text });
    if (found.kind === 'unknown') return unknownCue(text);
    if (found.kind === 'several') return severalCue(text, found.found, follow);
    const isListed = found.kind === 'purchase' && rows.some(({ id }) => id === found.purchaseOrderId);
    if (isListed) {
      follow(found);
      return null;
    }
    const choices = [{ label: t('warehouse:scan.openOther'), onChoose: () => follow(found) }];
    return { tone: 'wrong', text: t('warehouse:scan.noPurchase', { what: nameOf(found) }), choices };
  };
}
