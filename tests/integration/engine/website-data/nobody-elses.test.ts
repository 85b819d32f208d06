import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { expect, it } from 'vitest';
import { all, get, inTransaction, type ReadDb, run, type WriteTx } from '../../../../main/engine/db/database.ts';
import { invoiceOrder } from '../../../../main/engine/invoicing/invoice-service.ts';
import { applyAcceptedMail } from '../../../../main/engine/ledger/ledger-service.ts';
import { editOrder } from '../../../../main/engine/orders/edit-order-service.ts';
import {
  confirmDeliveryNotePrinted,
  prepareDeliveryNote,
} from '../../../../main/engine/warehouse/delivery-note-service.ts';
import { previewMail, previewRun } from '../../../../main/engine/website-data/preview-run-service.ts';
import { forgetShown, readShown } from '../../../../main/engine/website-data/shown-mails-service.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { EditOrderInput } from '../../../../shared/sales-orders.ts';
import { openTestCompany, testContext } from '../../../support/company.ts';
import { pdfPages } from '../../../support/pdf-text.ts';
import { queueRun } from '../../../support/queued-run.ts';
import { runs } from '../../../support/runs.ts';
import { backOrderEffects } from '../../../support/staff-work.ts';
import { addContact, addProduct, addWebOrder, companyOver, setRules } from '../../../support/web-orders.ts';

/** Stands in every name, number and text of one customer, and in nobody else's. */
const markOf = (customer: number) => `Zq${'ABCDEF'[customer]}qZ`;
const customers = 4;

/** What people type in the hope that a mail shows more than their own order, or goes to more than one reader. */
const bait = fc.constantFrom(
  '',
  '{{ customer }}{{ customer_name }}{{ order_number }}',
  '{% for order in orders %}{{ order }}{% endfor %}',
  '\r\nBcc: everybody@customer.example',
  '<script>x</script><b>"\'&',
  '\u202e\u2066x\u0000',
  'æøå'.repeat(300),
);

const orderChanges = ['picked', 'shipment', 'line', 'date', 'text', 'print', 'invoice'] as const;
type OrderChange = (typeof orderChanges)[number];

type Work =
  | { readonly kind: 'order'; readonly order: number; readonly change: OrderChange }
  | { readonly kind: 'rename'; readonly customer: number; readonly to: string }
  | { readonly kind: 'language'; readonly customer: number; readonly to: string }
  | { readonly kind: 'stock'; readonly on: boolean }
  | { readonly kind: 'look' }
  | { readonly kind: 'run'; readonly isAccepted: boolean };

const order = fc.nat(11);
const customer = fc.nat(customers - 1);
const work: fc.Arbitrary<Work> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({ kind: fc.constant('order'), order, change: fc.constantFrom(...orderChanges) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename'), customer, to: bait }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('language'), customer, to: fc.constantFrom('no', 'de', 'en') }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('stock'), on: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('look') }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('run'), isAccepted: fc.boolean() }) },
);

/** Four customers of one shop; the last two are a couple who share an address. */
class Shop {
  readonly db: ReadDb;
  readonly contactIds: readonly number[];
  private readonly company;
  mailsRead = 0;
  papersRead = 0;

  constructor(db: ReadDb, baits: readonly string[]) {
    this.db = db;
    this.company = companyOver(db);
    setRules(db, 1, 2, 3, 4, 5, 6, 7);
    inTransaction(db, (tx) => run(tx, 'UPDATE website SET attaches_delivery_notes = 1'));
    const jacket = addProduct(db, { name: 'Rain jacket', stockMilli: 5000 });
    this.contactIds = Array.from({ length: customers }, (_, index) => {
      const mark = markOf(index);
      const name = `${baits[index] ?? ''} ${mark}`;
      const contactId = addContact(db, {
        name,
        email: index < 2 ? `${mark}@customer.example` : 'both@customer.example',
      });
      for (const no of [1, 2]) {
        const orderId = addWebOrder(db, { contactId, webOrderNo: `${mark}-${no}`, productId: jacket });
        inTransaction(db, (tx) =>
          run(tx, 'UPDATE sales_order SET city = @mark WHERE id = @orderId', { mark, orderId }),
        );
      }
      return contactId;
    });
  }

  async work(work: Work): Promise<void> {
    if (work.kind === 'look') return this.look();
    if (work.kind === 'run') return this.run(work.isAccepted);
    try {
      inTransaction(this.db, (tx) => this.staffWork(tx, work));
    } catch (error) {
      // Staff are told when something cannot be done; then nothing was done
      if (!(error instanceof AppError)) throw error;
    }
  }

  private staffWork(tx: WriteTx, work: Exclude<Work, { kind: 'look' | 'run' }>): void {
    if (work.kind === 'stock') {
      run(tx, 'UPDATE product_stock SET quantity_milli = @to', { to: work.on ? 5000 : 0 });
    } else if (work.kind === 'rename' || work.kind === 'language') {
      const id = this.contactIds[work.customer] ?? 0;
      if (work.kind === 'language') run(tx, 'UPDATE contact SET language = @to WHERE id = @id', { to: work.to, id });
      else run(tx, 'UPDATE contact SET name = @to WHERE id = @id', { to: `${work.to} ${markOf(work.customer)}`, id });
    } else {
      this.workOnOrder(tx, work);
    }
  }

  private workOnOrder(tx: WriteTx, work: Extract<Work, { kind: 'order' }>): void {
    const orders = all<{ orderId: number; orderVersion: number; contactId: number; lineId: number }>(
      tx,
      `SELECT o.id AS orderId, o.version AS orderVersion, contact_id AS contactId,
         (SELECT min(id) FROM order_line WHERE order_id = o.id) AS lineId FROM sales_order o ORDER BY o.id`,
    );
    const found = orders[work.order % orders.length];
    if (found === undefined) return;
    const { orderId, orderVersion, contactId, lineId } = found;
    const mark = markOf(this.contactIds.indexOf(contactId));
    const at = { orderId, orderVersion };
    if (work.change === 'invoice') return void invoiceOrder(tx, { ...testContext, effects: backOrderEffects }, at);
    if (work.change === 'print') {
      const { noteNo } = prepareDeliveryNote(tx, { orderId }, testContext);
      return void confirmDeliveryNotePrinted(tx, testContext, { ...at, noteNo, scope: 'to-be-delivered', how: 'pdf' });
    }
    const edits: Record<typeof work.change, Omit<EditOrderInput, keyof typeof at>> = {
      picked: { picked: true },
      shipment: { shipments: [{ id: null, carrier: `Posten ${mark}`, shippingNo: `${mark}-${orderVersion}` }] },
      line: { lines: [{ lineId, description: `Jacket of ${mark}`, toBeDeliveredMilli: 1000 }] },
      date: { deliveryDate: `2026-04-${String(10 + (orderVersion % 20))}` },
      text: { text: `Greetings to ${mark}` },
    };
    editOrder(tx, testContext, { ...at, ...edits[work.change] });
  }

  private readonly parts = { newUuid: randomUUID, now: () => new Date(testContext.now) };

  /** Staff look at every mail of the next run, so that what stays the same goes in these bytes. */
  private async look(): Promise<void> {
    for (const { key, notTold, contactId } of previewRun(this.company)) {
      if (notTold !== null || key === null) continue;
      const { messageSource } = await previewMail(this.company, key, this.parts);
      await this.read(Buffer.from(messageSource, 'latin1'), contactId);
    }
  }

  private async run(isAccepted: boolean): Promise<void> {
    const shown = () => readShown(this.company, { websiteId: 1, now: this.parts.now() });
    await queueRun(this.company, { ...this.parts, readShown: shown });
    forgetShown(this.company, 1);
    const mails = all<{ id: number; contactId: number; message: Buffer; stored: string }>(
      this.db,
      `SELECT id, contact_id AS contactId, message, subject || html || plain AS stored FROM whole_mail WHERE state = 'queued'`,
    );
    for (const { id, contactId, message, stored } of mails) {
      await this.read(message, contactId);
      this.expectOnlyTheirs(stored, contactId);
      inTransaction(this.db, (tx) => {
        run(tx, 'UPDATE mail SET state = @state WHERE id = @id', { state: isAccepted ? 'accepted' : 'waiting', id });
        if (isAccepted) applyAcceptedMail(tx, testContext, id);
      });
    }
  }

  /** All that a reader or a mail program can find in a mail: its bytes, its headers, both texts and the papers in it. */
  private async read(message: Buffer, contactId: number): Promise<void> {
    const { headers, html, text, to, attachments } = await simpleParser(message);
    const papers = attachments.flatMap(({ filename, content }) => [filename ?? '', ...pdfPages(content)]);
    const whole = [message.toString('latin1'), JSON.stringify([...headers]), html, text, ...papers].join('\n');
    this.expectOnlyTheirs(whole, contactId);
    const address = get<{ email: string }>(this.db, 'SELECT email FROM contact WHERE id = @contactId', { contactId });
    expect(to).toMatchObject({ value: [{ address: address?.email }] });
    this.mailsRead += 1;
    this.papersRead += attachments.length;
  }

  private expectOnlyTheirs(text: string, contactId: number): void {
    const marks = Array.from({ length: customers }, (_, index) => markOf(index)).filter((mark) => text.includes(mark));
    expect(marks).toEqual([markOf(this.contactIds.indexOf(contactId))]);
  }
}

it('no name, number or text of one customer is in the mail of another, whatever staff and customers write', async () => {
  let mailsRead = 0;
  let papersRead = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(bait, { minLength: customers, maxLength: customers }),
      fc.array(work, { minLength: 5, maxLength: 40 }),
      async (baits, works) => {
        const db = await openTestCompany();
        const shop = new Shop(db, baits);
        for (const one of works) await shop.work(one);
        await shop.work({ kind: 'run', isAccepted: true });
        mailsRead += shop.mailsRead;
        papersRead += shop.papersRead;
        db.close();
      },
    ),
    { numRuns: runs(40) },
  );
  expect(mailsRead).toBeGreaterThan(100);
  expect(papersRead).toBeGreaterThan(10);
}, 120_000);
