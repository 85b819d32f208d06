import type { CommandContext } from '../main/engine/db/context.ts';
import type { WriteTx } from '../main/engine/db/database.ts';
import type { Effects } from '../main/engine/effects.ts';
import { creditOrder } from '../main/engine/invoicing/credit-service.ts';
import { invoiceOrder } from '../main/engine/invoicing/invoice-service.ts';
import { cancelOrder } from '../main/engine/orders/cancel-order-service.ts';
import { editOrder } from '../main/engine/orders/edit-order-service.ts';
import { readLines, readOrder } from '../main/engine/orders/order-store.ts';
import { writeSalesSettings } from '../main/engine/settings/company-store.ts';
import { deliverProducts } from '../main/engine/warehouse/deliver-products-service.ts';
import { confirmDeliveryNotePrinted, prepareDeliveryNote } from '../main/engine/warehouse/delivery-note-service.ts';
import type { DemoNews, DemoStory } from './data/orders.ts';

/** One order under work. */
export type Work = {
  readonly tx: WriteTx;
  readonly context: CommandContext;
  readonly orderId: number;
  readonly shipment: { readonly carrier: string; readonly shippingNo: string };
};
type Step = { readonly afterDays: number; readonly work: (on: Work) => void };

/** The history's ledgers begin when it has been played, so nothing old is told. */
const noLedgerYet: Pick<Effects, 'backOrderMade'> = { backOrderMade: () => {} };

const at = ({ tx, orderId }: Work) => ({ orderId, orderVersion: readOrder(tx, orderId).version });
const linesOf = ({ tx, orderId }: Work) => readLines(tx, orderId).filter(({ isRemoved }) => !isRemoved);

const pick = (on: Work) => editOrder(on.tx, on.context, { ...at(on), picked: true });

function printNote(on: Work): void {
  const { noteNo } = prepareDeliveryNote(on.tx, { orderId: on.orderId }, on.context);
  confirmDeliveryNotePrinted(on.tx, on.context, { ...at(on), scope: 'to-be-delivered', noteNo, how: 'printer' });
}

const ship = (on: Work) => editOrder(on.tx, on.context, { ...at(on), shipments: [{ id: null, ...on.shipment }] });

function deliverAll(on: Work): void {
  const lines = linesOf(on).map((line) => ({ lineId: line.id, quantityMilli: line.toBeDeliveredMilli }));
  deliverProducts(on.tx, on.context, { ...at(on), lines });
}

/** The first line in part, the others not yet. */
function deliverPart(on: Work): void {
  const [first] = linesOf(on);
  if (first === undefined) return;
  const quantityMilli = Math.max(1000, Math.floor(first.toBeDeliveredMilli / 2000) * 1000);
  deliverProducts(on.tx, on.context, { ...at(on), lines: [{ lineId: first.id, quantityMilli }] });
}

/** The last line waits for later, so that invoicing leaves it to a back order. */
function keepLastLineBack(on: Work): void {
  const last = linesOf(on).at(-1);
  if (last === undefined) return;
  editOrder(on.tx, on.context, { ...at(on), lines: [{ lineId: last.id, toBeDeliveredMilli: 0 }] });
}

const invoice = (on: Work) => invoiceOrder(on.tx, { ...on.context, effects: noLedgerYet }, at(on));

/** Invoiced on a day on which stock followed the delivery note, so the goods are still in the house. */
function invoiceBeforeDelivery(on: Work): void {
  writeSalesSettings(on.tx, { stockByDeliveryNote: true });
  invoice(on);
  writeSalesSettings(on.tx, { stockByDeliveryNote: false });
}

const credit = (on: Work) => creditOrder(on.tx, on.context, { ...at(on), returnToStock: true });
const end = (as: 'cancelled' | 'lost-sale') => (on: Work) => cancelOrder(on.tx, on.context, { ...at(on), as });

const step = (afterDays: number, work: (on: Work) => unknown): Step => ({ afterDays, work: (on) => void work(on) });
const invoiced = [step(1, printNote), step(2, ship), step(2, invoice)];

/** What staff did on an order of each kind, and how many days after it was placed. */
export const stories: Readonly<Record<DemoStory, readonly Step[]>> = {
  new: [],
  waiting: [],
  staff: [],
  picked: [step(1, pick)],
  noted: [step(1, printNote)],
  shipped: [step(1, printNote), step(2, ship), step(2, deliverAll)],
  'part-delivered': [step(2, deliverPart)],
  invoiced,
  'invoiced-not-delivered': [step(1, invoiceBeforeDelivery)],
  'back-order': [step(1, keepLastLineBack), ...invoiced],
  cancelled: [step(1, end('cancelled'))],
  'lost-sale': [step(3, end('lost-sale'))],
  credited: [...invoiced, step(9, credit)],
};

/** Work that the customers have not been told of. */
export const news: Readonly<Record<DemoNews, readonly ((on: Work) => unknown)[]>> = {
  picked: [pick],
  'noted-and-shipped': [printNote, ship],
  invoiced: [invoice],
  'part-delivered': [deliverPart],
};
