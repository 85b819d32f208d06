import { get } from '../main/engine/db/database.ts';
import { invoicingRouter } from '../main/engine/invoicing/invoicing-router.ts';
import { ordersRouter } from '../main/engine/orders/orders-router.ts';
import { purchasingRouter } from '../main/engine/purchasing/purchasing-router.ts';
import type { EngineSession } from '../main/engine/session.ts';
import { createCallerFactory, router } from '../main/engine/trpc.ts';
import { warehouseRouter } from '../main/engine/warehouse/warehouse-router.ts';
import type { PurchaseLineView, PurchaseView } from '../shared/purchasing.ts';
import type { OrderView } from '../shared/sales-orders.ts';
import { backInStockNo, movedNo, partNo } from './main-job-orders.ts';

/** The calls that the windows make for this work. */
const callsOf = createCallerFactory(
  router({
    orders: ordersRouter,
    warehouse: warehouseRouter,
    invoicing: invoicingRouter,
    purchasing: purchasingRouter,
  }),
);

/** What staff do in the main job, one piece of work per rule, by the same calls as the windows. */
export class MainJobWork {
  private readonly session: EngineSession;
  private readonly calls: ReturnType<typeof callsOf>;

  constructor(session: EngineSession) {
    this.session = session;
    this.calls = callsOf({ session });
  }

  /** The order that was imported under a web order no. @throws Error when there is none */
  async order(webOrderNo: string): Promise<OrderView> {
    const { db } = this.session.company();
    const row = get<{ id: number }>(db, 'SELECT id FROM sales_order WHERE web_order_no = @webOrderNo', { webOrderNo });
    if (row === undefined) throw new Error(`Order ${webOrderNo} was not imported`);
    return this.calls.orders.get({ orderId: row.id });
  }

  /** Rule 1. */
  async invoice(webOrderNo: string): Promise<void> {
    await this.calls.invoicing.invoice(await this.at(webOrderNo));
  }

  /** Rule 2: prints to a PDF, as Save does. @throws Error when what comes is no PDF */
  async printDeliveryNote(webOrderNo: string): Promise<void> {
    const { orderId } = await this.at(webOrderNo);
    const note = await this.calls.warehouse.deliveryNotePdf({ orderId });
    if (Buffer.from(note.pdf.slice(0, 5)).toString('latin1') !== '%PDF-') throw new Error('The note is no PDF');
    const { noteNo, orderVersion, scope } = note;
    await this.calls.warehouse.confirmDeliveryNote({ orderId, orderVersion, noteNo, scope, how: 'pdf' });
  }

  /** Rule 3. */
  async markPicked(webOrderNo: string): Promise<void> {
    await this.calls.orders.edit({ ...(await this.at(webOrderNo)), picked: true });
  }

  /** Rule 4. */
  async enterShippingNo(webOrderNo: string, shippingNo: string): Promise<void> {
    const shipments = [{ id: null, carrier: 'Bring', shippingNo }];
    await this.calls.orders.edit({ ...(await this.at(webOrderNo)), shipments });
  }

  /** Rule 5: two of three leave the warehouse. */
  async deliverPart(webOrderNo: string): Promise<void> {
    const { lines } = await this.order(webOrderNo);
    const line = lines.find(({ productNo }) => productNo === partNo);
    const delivered = line === undefined ? [] : [{ lineId: line.id, quantityMilli: 2000 }];
    await this.calls.warehouse.deliverProducts({ ...(await this.at(webOrderNo)), lines: delivered });
  }

  /** Rule 6: the supplier comes a week later. Answers both dates. */
  async moveDeliveryDate(): Promise<{ readonly dateBefore: string; readonly dateAfter: string }> {
    const { purchase } = await this.openPurchaseOf(movedNo);
    const dateBefore = purchase.deliveryDate;
    if (dateBefore === null) throw new Error('The purchase has no date to move');
    const dateAfter = new Date(Date.parse(`${dateBefore}T00:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10);
    await this.calls.purchasing.edit({
      purchaseOrderId: purchase.id,
      purchaseVersion: purchase.version,
      deliveryDate: dateAfter,
    });
    return { dateBefore, dateAfter };
  }

  /** Rule 7: half of what was ordered of a sold-out product arrives. */
  async receiveGoods(): Promise<void> {
    const { purchase, line } = await this.openPurchaseOf(backInStockNo);
    const quantityMilli = Math.floor(line.orderedMilli / 2000) * 1000;
    await this.calls.purchasing.receive({
      purchaseOrderId: purchase.id,
      purchaseVersion: purchase.version,
      lines: [{ purchaseLineId: line.id, quantityMilli }],
    });
  }

  private async at(webOrderNo: string): Promise<{ readonly orderId: number; readonly orderVersion: number }> {
    const { id, version } = await this.order(webOrderNo);
    return { orderId: id, orderVersion: version };
  }

  private async openPurchaseOf(
    productNo: string,
  ): Promise<{ readonly purchase: PurchaseView; readonly line: PurchaseLineView }> {
    const { rows } = await this.calls.purchasing.list({ status: 'transferred' });
    for (const { id } of rows) {
      const purchase = await this.calls.purchasing.get({ purchaseOrderId: id });
      const line = purchase.lines.find(
        (candidate) => candidate.productNo === productNo && candidate.receivedMilli < candidate.orderedMilli,
      );
      if (line !== undefined) return { purchase, line };
    }
    throw new Error(`Nothing of ${productNo} is on its way`);
  }
}
