import fc from 'fast-check';
import { z } from 'zod';
import { all, get, type ReadDb, run, type WriteTx } from '../../main/engine/db/database.ts';
import type { Effects } from '../../main/engine/effects.ts';
import { invoiceOrder } from '../../main/engine/invoicing/invoice-service.ts';
import { keepFromCustomer } from '../../main/engine/ledger/do-not-tell-service.ts';
import { holdBack, letGo } from '../../main/engine/ledger/hold-service.ts';
import { cancelOrder } from '../../main/engine/orders/cancel-order-service.ts';
import { editOrder } from '../../main/engine/orders/edit-order-service.ts';
import { decideUncertainMail } from '../../main/engine/outbox/decide-mail-service.ts';
import { writeProduct } from '../../main/engine/products/product-store.ts';
import {
  createPurchase,
  editPurchase,
  receivePurchase,
  transferPurchase,
} from '../../main/engine/purchasing/purchase-service.ts';
import type { EngineSession } from '../../main/engine/session.ts';
import { deliverProducts } from '../../main/engine/warehouse/deliver-products-service.ts';
import { confirmDeliveryNotePrinted, prepareDeliveryNote } from '../../main/engine/warehouse/delivery-note-service.ts';
import { countStock } from '../../main/engine/warehouse/stock-taking-service.ts';
import { planOneOrder } from '../../main/engine/website-data/preview-service.ts';
import type { Change } from '../../shared/change.ts';
import type { EditOrderInput } from '../../shared/sales-orders.ts';
import { ship } from './ship.ts';

/** The one date of a deed that has passed on every day on which a case may play; the others are all to come. */
export const pastDay = '2026-01-15';
const days = ['2027-04-01', '2027-05-03', '2027-06-14', pastDay, null] as const;
const zones = ['Europe/Oslo', 'America/New_York', 'Pacific/Auckland', 'UTC'];

/** What staff may do, and how often beside the others. */
const kinds = {
  ship: 4,
  pick: 2,
  unpick: 1,
  'print delivery note': 3,
  'deliver a piece': 2,
  'change amount': 3,
  invoice: 2,
  'order date': 3,
  'product date': 2,
  'purchase date': 2,
  'receive goods': 2,
  'count stock': 3,
  cancel: 1,
  'hold order': 1,
  'hold customer': 1,
  'hold change': 1,
  'let go': 3,
  "don't tell": 1,
  decide: 2,
  'change zone': 1,
} as const;
type DeedKind = keyof typeof kinds;

/** One thing that staff do: `pick` says on which order, product or hold, `value` what is entered. */
export const deedSchema = z.object({
  kind: z.enum(Object.keys(kinds) as [DeedKind, ...DeedKind[]]),
  pick: z.number(),
  value: z.number(),
});
export type Deed = z.output<typeof deedSchema>;

export const anyDeed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.oneof(
    ...Object.entries(kinds).map(([kind, weight]) => ({ weight, arbitrary: fc.constant(kind as DeedKind) })),
  ),
  pick: fc.nat(20),
  value: fc.nat(20),
});

type OrderAt = { readonly orderId: number; readonly orderVersion: number };
type Line = { readonly lineId: number; readonly productId: number; readonly remainingMilli: number };
type Desk = {
  readonly tx: WriteTx;
  readonly session: EngineSession;
  readonly order: OrderAt & { readonly contactId: number };
  readonly line: Line;
  readonly deed: Deed;
  readonly ask: Ask;
};

/** What a customer whom staff ask says of a mail: whether it came; null where staff cannot have asked yet. */
export type Ask = (mail: { readonly id: number; readonly randomId: string }) => boolean | null;

/** @param arrivedIds message ids of what customers have in truth received */
export const askAmong =
  (arrivedIds: readonly string[]): Ask =>
  ({ randomId }) =>
    arrivedIds.some((messageId) => messageId.includes(randomId));

/** Facts of which staff said that the customer need not hear. */
export type Withheld = { readonly orderId: number; readonly changes: readonly Change[] };

/** Does it in one transaction, as the windows do. @throws AppError when it cannot be done on what it fell on */
export function doDeed(
  session: EngineSession,
  deed: Deed,
  ask: Ask,
  onWithhold: (withheld: Withheld) => void = () => {},
): void {
  const company = session.company();
  const order = chosen<OrderAt & { contactId: number }>(
    company.db,
    deed.pick,
    'SELECT id AS orderId, version AS orderVersion, contact_id AS contactId FROM sales_order ORDER BY id',
  );
  if (deed.kind === 'ship') return void ship(company.db, order.orderId);
  const line = chosen<Line>(
    company.db,
    deed.value,
    `SELECT id AS lineId, product_id AS productId, remaining_milli AS remainingMilli FROM order_line WHERE order_id = ${order.orderId}`,
  );
  const context = { ...company.context(), effects: session.effects };
  if (deed.kind === "don't tell") withhold(session, order.orderId, deed, onWithhold);
  else company.command((tx) => work[deed.kind as keyof typeof work](context, { tx, session, order, line, deed, ask }));
}

type Context = ReturnType<ReturnType<EngineSession['company']>['context']> & { readonly effects: Effects };

const edit =
  (change: (desk: Desk) => Omit<EditOrderInput, 'orderId' | 'orderVersion'>) => (context: Context, desk: Desk) => {
    const { orderId, orderVersion } = desk.order;
    editOrder(desk.tx, context, { orderId, orderVersion, ...change(desk) });
  };
const dayOf = ({ value }: Deed) => days[value % days.length] ?? null;

const work = {
  pick: edit(() => ({ picked: true })),
  unpick: edit(() => ({ picked: false })),
  'print delivery note': (context, { tx, order: { orderId, orderVersion } }) => {
    const { noteNo } = prepareDeliveryNote(tx, { orderId }, context);
    confirmDeliveryNotePrinted(tx, context, { orderId, orderVersion, noteNo, scope: 'to-be-delivered', how: 'pdf' });
  },
  'deliver a piece': (context, { tx, order: { orderId, orderVersion }, line: { lineId } }) => {
    deliverProducts(tx, context, { orderId, orderVersion, lines: [{ lineId, quantityMilli: 1000 }] });
  },
  'change amount': edit(({ line: { lineId, remainingMilli }, deed }) => ({
    lines: [{ lineId, toBeDeliveredMilli: Math.min(remainingMilli, (deed.value % 3) * 1000) }],
  })),
  invoice: (context, { tx, order: { orderId, orderVersion } }) => {
    invoiceOrder(tx, context, { orderId, orderVersion });
  },
  'order date': edit(({ deed }) => ({ deliveryDate: dayOf(deed) })),
  'product date': (_context, { tx, line, deed }) => {
    writeProduct(tx, { productId: line.productId, expectedDeliveryDate: dayOf(deed) });
  },
  'purchase date': (context, { tx, order, line, deed }) => {
    const purchase = openPurchaseOf(tx, line.productId);
    const deliveryDate = dayOf(deed);
    if (purchase !== undefined) return void editPurchase(tx, context, { ...purchase, deliveryDate });
    const lines = [{ productId: line.productId, orderedMilli: 3000 }];
    const purchaseOrderId = createPurchase(tx, context, { supplierId: order.contactId, deliveryDate, lines });
    transferPurchase(tx, context, { purchaseOrderId, purchaseVersion: 1 });
  },
  'receive goods': (context, { tx, line }) => {
    const purchase = openPurchaseOf(tx, line.productId);
    if (purchase === undefined) return;
    const { purchaseOrderId, purchaseVersion, purchaseLineId } = purchase;
    receivePurchase(tx, context, {
      purchaseOrderId,
      purchaseVersion,
      lines: [{ purchaseLineId, quantityMilli: 1000 }],
    });
  },
  'count stock': (context, { tx, line: { productId }, deed }) => {
    countStock(tx, context, { productId, warehouseId: 1, countedMilli: (deed.value % 3) * 5000 });
  },
  cancel: (context, { tx, order: { orderId, orderVersion } }) => {
    cancelOrder(tx, context, { orderId, orderVersion, as: 'cancelled' });
  },
  'hold order': (context, { tx, order: { orderId } }) => {
    holdBack(tx, context, { what: 'order', orderId, reason: 'Wait' });
  },
  'hold customer': (context, { tx, order: { contactId } }) => {
    holdBack(tx, context, { what: 'customer', contactId, reason: 'Wait' });
  },
  'hold change': (context, { tx, session, order: { orderId }, deed }) => {
    const change = changeOf(session, orderId, deed);
    if (change === undefined) return;
    holdBack(tx, context, { what: 'change', orderId, facts: change.moves.map(({ fact }) => fact), reason: 'Wait' });
  },
  'let go': (context, { tx, deed }) => {
    const holds = all<{ id: number }>(tx, 'SELECT id FROM hold ORDER BY id');
    const hold = holds[deed.pick % Math.max(1, holds.length)];
    if (hold !== undefined) letGo(tx, context, hold.id);
  },
  decide: (context, { tx, ask }) => {
    for (const mail of uncertainMails(tx)) {
      const hasArrived = ask(mail);
      if (hasArrived === null) continue;
      decideUncertainMail(tx, context, { mailId: mail.id, decision: hasArrived ? 'it-arrived' : 'tell-anew' });
    }
  },
  'change zone': (_context, { tx, deed }) => {
    run(tx, 'UPDATE company SET time_zone = @zone', { zone: zones[deed.value % zones.length] ?? 'UTC' });
  },
} satisfies Partial<Record<DeedKind, (context: Context, desk: Desk) => void>>;

export function uncertainMails(db: ReadDb) {
  return all<{ id: number; address: string; randomId: string }>(
    db,
    `SELECT id, address, random_id AS randomId FROM mail WHERE state = 'uncertain'`,
  );
}

/** Said before it is stored: from then on the customer may never hear of it. */
function withhold(session: EngineSession, orderId: number, deed: Deed, onWithhold: (withheld: Withheld) => void): void {
  const company = session.company();
  company.command((tx, context) => {
    const planned = planOneOrder(company, orderId);
    const change = changeOf(session, orderId, deed);
    if (planned === undefined || change === undefined) return;
    onWithhold({ orderId, changes: [change] });
    keepFromCustomer(tx, context, { planned, facts: change.moves.map(({ fact }) => fact), reason: 'By telephone' });
  });
}

function changeOf(session: EngineSession, orderId: number, deed: Deed): Change | undefined {
  const changes = planOneOrder(session.company(), orderId)?.changes ?? [];
  return changes[deed.value % Math.max(1, changes.length)];
}

function openPurchaseOf(db: ReadDb, productId: number) {
  return get<{ purchaseOrderId: number; purchaseVersion: number; purchaseLineId: number }>(
    db,
    `SELECT po.id AS purchaseOrderId, po.version AS purchaseVersion, pl.id AS purchaseLineId
     FROM purchase_order po JOIN purchase_line pl ON pl.purchase_order_id = po.id
     WHERE pl.product_id = @productId AND po.status = 'transferred' AND pl.received_milli < pl.ordered_milli`,
    { productId },
  );
}

function chosen<Row>(db: ReadDb, pick: number, text: string): Row {
  const rows = all<Row>(db, text);
  const row = rows[pick % Math.max(1, rows.length)];
  if (row === undefined) throw new Error('Nothing to choose from');
  return row;
}
