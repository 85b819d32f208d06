import type { Change } from '../../../shared/change.ts';
import type { SurgeCause } from '../../../shared/website-data.ts';
import type { ReadDb } from '../db/database.ts';
import type { PlannedOrder } from '../ledger/plan-mails.ts';
import { daysBetween } from '../rules/calendar-days.ts';
import type { CausedChange } from './surge-brake.ts';
import { type LineSources, readImports, readLineSources, readPurchaseNos } from './surge-store.ts';

/** A planned change with its causes. */
export type CausedByOrder = CausedChange & { readonly order: PlannedOrder; readonly change: Change };

/**
 * What made the changes of planned orders, as far as one act can make many: the purchase whose date decides, the product
 * whose date or stock it is, the import that changed the order.
 */
export function causesOf(db: ReadDb, orders: readonly PlannedOrder[]): readonly CausedByOrder[] {
  const told = orders.flatMap((order) => order.changes.map((change) => ({ order, change })));
  const sources = readLineSources(
    db,
    told.flatMap(({ change }) => (isOfGoods(change) ? [change.lineId] : [])),
  );
  const purchaseIds = [...sources.values()].flatMap(({ linkedPurchase, openPurchase }) => [
    linkedPurchase,
    openPurchase,
  ]);
  const purchaseNos = readPurchaseNos(
    db,
    [...new Set(purchaseIds)].filter((id) => id !== null),
  );
  const imports = readImports(
    db,
    [...new Set(orders.map(({ read }) => read.importId))].filter((id) => id !== null),
  );
  return told.map(({ order, change }) => {
    const ofImport = order.read.importId === null ? undefined : imports.get(order.read.importId);
    return {
      order,
      change,
      orderId: order.read.orderId,
      days: daysMoved(change),
      causes: [...(ofImport === undefined ? [] : [ofImport]), ...goodsCauses({ order, change }, sources, purchaseNos)],
    };
  });
}

type OfGoods = Extract<Change, { kind: 'expected-date' | 'back-in-stock' }>;

function isOfGoods(change: Change): change is OfGoods {
  return change.kind === 'expected-date' || change.kind === 'back-in-stock';
}

function goodsCauses(
  { order, change }: { readonly order: PlannedOrder; readonly change: Change },
  sources: ReadonlyMap<number, LineSources>,
  purchaseNos: ReadonlyMap<number, number>,
): readonly SurgeCause[] {
  const source = isOfGoods(change) ? sources.get(change.lineId) : undefined;
  if (source === undefined || !isOfGoods(change)) return [];
  const decides = order.order.lines.find(({ id }) => id === change.lineId)?.expected.source;
  // A line's or order's own date was typed for it alone
  if (change.kind === 'expected-date' && (decides === 'line' || decides === 'order')) return [];
  const purchaseId =
    change.kind !== 'expected-date'
      ? null
      : decides === 'linked-purchase'
        ? source.linkedPurchase
        : decides === 'open-purchase'
          ? source.openPurchase
          : null;
  const purchaseNo = purchaseId === null ? undefined : purchaseNos.get(purchaseId);
  return [
    ...(purchaseId === null || purchaseNo === undefined
      ? []
      : [{ kind: 'purchase' as const, id: purchaseId, purchaseNo }]),
    ...(source.productId === null
      ? []
      : [{ kind: 'product' as const, id: source.productId, productNo: source.productNo, name: source.productName }]),
  ];
}

function daysMoved(change: Change): number | null {
  if (change.kind !== 'expected-date' || change.from === null || change.to === null) return null;
  return daysBetween(change.from, change.to);
}
