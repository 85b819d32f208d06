import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { all, get, inTransaction, run } from '../../../../main/engine/db/database.ts';
import { exitCodeOf } from '../../../../main/engine/headless.ts';
import { countersOfOrdersToCheck, nameImportOfOrders } from '../../../../main/engine/import/imported-changes-store.ts';
import { holdBack } from '../../../../main/engine/ledger/hold-service.ts';
import { logAction } from '../../../../main/engine/logging/log-store.ts';
import { decideUncertainMail } from '../../../../main/engine/outbox/decide-mail-service.ts';
import { createPurchase, editPurchase, transferPurchase } from '../../../../main/engine/purchasing/purchase-service.ts';
import { previewMail, previewRun } from '../../../../main/engine/website-data/preview-run-service.ts';
import { readShown } from '../../../../main/engine/website-data/shown-mails-service.ts';
import { decideAboutStop, listStoppedRuns } from '../../../../main/engine/website-data/stopped-run-service.ts';
import { openRunShop, type RunShop } from '../../../support/run-shop.ts';
import { contentOf } from '../../../support/store-content.ts';
import { edit, editRules } from '../../../support/web-orders.ts';

let shop: RunShop;
beforeEach(async () => {
  shop = await openRunShop();
});
afterEach(() => shop.close());

const company = () => shop.session.company();
const db = () => company().db;
const set = (columns: string) => company().command((tx) => run(tx, `UPDATE website SET ${columns}`));
const orderId = (webOrderNo: string) =>
  get<{ id: number }>(db(), 'SELECT id FROM sales_order WHERE web_order_no = @webOrderNo', { webOrderNo })?.id ?? 0;
const pick = (...webOrderNos: readonly string[]) => {
  for (const webOrderNo of webOrderNos) edit(db(), orderId(webOrderNo), { picked: true });
};
const parts = () => ({ newUuid: () => crypto.randomUUID(), now: shop.session.now });
const received = () => shop.catcher.mails.map(({ raw }) => raw.toString());

/** Orders of so many customers, imported and on My page, nothing told yet. */
async function openWithOrders(count: number): Promise<readonly string[]> {
  const numbers = Array.from({ length: count }, (_none, index) => `W-${index + 1}`);
  for (const webOrderNo of numbers) {
    await shop.placeOrder(webOrderNo, { name: `Customer ${webOrderNo}`, email: `${webOrderNo}@customer.example` });
  }
  await shop.getWebsiteData();
  return numbers;
}

/** A run that stopped with one mail, for staff to look first. */
async function stopWithOnePicked(): Promise<void> {
  await openWithOrders(1);
  set('shows_preview_first = 1');
  pick('W-1');
  await shop.getWebsiteData();
}

describe('show the preview before sending', () => {
  it('stops after queuing: nobody is told, imports and My page are done, and the exit code says so', async () => {
    await openWithOrders(2);
    set('shows_preview_first = 1');
    pick('W-1', 'W-2');
    await shop.placeOrder('W-3', { name: 'Later', email: 'later@customer.example' });
    const report = await shop.getWebsiteData();
    expect(report.website).toMatchObject({
      stopped: { kind: 'preview' },
      planned: 2,
      waiting: 2,
      accepted: 0,
      imported: 1,
      published: 3,
      sendProblem: null,
    });
    expect(exitCodeOf(report)).toBe(4);
    expect(shop.catcher.mails).toEqual([]);
    expect(listStoppedRuns(db())).toMatchObject([{ waiting: 2, stop: { kind: 'preview' }, decision: null }]);
  });

  it('once staff say that the mails are right, the next run sends the very bytes that waited', async () => {
    await openWithOrders(2);
    set('shows_preview_first = 1');
    pick('W-1', 'W-2');
    await shop.getWebsiteData();
    const waiting = all<{ message: Buffer }>(db(), 'SELECT message FROM whole_mail ORDER BY id').map(
      ({ message }) => message,
    );
    decideAboutStop(company(), { websiteId: 1, decision: 'tell-them' });
    shop.passTime(5);
    const { website } = await shop.getWebsiteData();
    expect(website).toMatchObject({
      stopped: null,
      accepted: 2,
      sinceShown: { same: 2, changed: 0, added: 0, gone: 0 },
    });
    expect(received().toSorted()).toEqual(waiting.map(String).toSorted());
    expect(listStoppedRuns(db())).toEqual([]);
  });

  it('the bytes of a mail that waits are read when they are asked for, not all at once', async () => {
    await stopWithOnePicked();
    const [shown] = readShown(company(), { websiteId: 1, now: shop.session.now() }).values();
    company().command((tx) => run(tx, `UPDATE mail SET subject = 'Read late'`));
    expect(shown?.frozen?.subject).toBe('Read late');
  });

  it('what moved meanwhile is made anew and counted; what is held or undone does not go', async () => {
    await openWithOrders(4);
    set('shows_preview_first = 1');
    pick('W-1', 'W-2', 'W-3');
    await shop.getWebsiteData();
    edit(db(), orderId('W-1'), { shipments: [{ id: null, carrier: 'Posten', shippingNo: '7012' }] });
    edit(db(), orderId('W-2'), { picked: false });
    inTransaction(db(), (tx) => holdBack(tx, contextNow(), { what: 'order', orderId: orderId('W-3'), reason: 'Wait' }));
    pick('W-4');
    decideAboutStop(company(), { websiteId: 1, decision: 'tell-them' });
    const { website } = await shop.getWebsiteData();
    expect(website).toMatchObject({
      accepted: 2,
      held: 1,
      sinceShown: { same: 0, changed: 1, added: 1, gone: 2 },
    });
    expect(received().join()).toContain('7012');
    expect(received()).toHaveLength(2);
  });

  it('a decision holds for one run', async () => {
    await stopWithOnePicked();
    decideAboutStop(company(), { websiteId: 1, decision: 'tell-them' });
    await shop.getWebsiteData();
    edit(db(), orderId('W-1'), { shipments: [{ id: null, carrier: 'Posten', shippingNo: '7012' }] });
    expect((await shop.getWebsiteData()).website.stopped).toEqual({ kind: 'preview' });
    expect(shop.catcher.mails).toHaveLength(1);
  });

  it('looked at again after more than a day, it goes in the bytes of that look', async () => {
    await stopWithOnePicked();
    decideAboutStop(company(), { websiteId: 1, decision: 'tell-them' });
    shop.passTime(25 * 60);
    const [row] = previewRun(company());
    const { messageSource } = await previewMail(company(), row?.key ?? '', parts());
    const { website } = await shop.getWebsiteData();
    expect(website.sinceShown).toMatchObject({ same: 1, changed: 0 });
    expect(received()).toEqual([messageSource]);
  });

  it('a search that fails, and a run that is killed while it takes mails over, use up no look', async () => {
    await openWithOrders(2);
    set('shows_preview_first = 1');
    pick('W-1');
    await shop.getWebsiteData();
    decideAboutStop(company(), { websiteId: 1, decision: 'tell-them' });
    pick('W-2');
    const keys = previewRun(company()).map(({ key }) => key ?? '');
    const looked: string[] = [];
    for (const key of keys) looked.push((await previewMail(company(), key, parts())).messageSource);
    // A store in which a table is missing stands for whatever can fail in finding changes
    db().exec('ALTER TABLE website_text RENAME TO mislaid_text');
    expect((await shop.getWebsiteData({ onUnexpected: () => {} })).website.sendProblem).toBe('unexpected');
    db().exec('ALTER TABLE mislaid_text RENAME TO website_text');
    company().command((tx) => run(tx, `UPDATE mail SET state = 'queued' WHERE state = 'waiting'`));
    const { website } = await shop.getWebsiteData();
    expect(website).toMatchObject({ accepted: 2, sinceShown: { same: 2, changed: 0, added: 0, gone: 0 } });
    expect(received().toSorted()).toEqual(looked.toSorted());
  });

  it('a mail that waited for more than a day gets a new date, and still counts as shown', async () => {
    await stopWithOnePicked();
    decideAboutStop(company(), { websiteId: 1, decision: 'tell-them' });
    shop.passTime(25 * 60);
    const { website } = await shop.getWebsiteData();
    expect(website.sinceShown).toMatchObject({ same: 1, changed: 0 });
    expect(received()[0]).toMatch(/^Date: Wed, 04 Mar 2026/m);
  });
});

/** What an import from a file leaves of its changes for the brake. */
function asImport(change: () => void): void {
  const before = countersOfOrdersToCheck(db());
  change();
  company().command((tx, context) => {
    logAction(tx, context, { what: 'file-imported' });
    nameImportOfOrders(tx, before);
  });
}

const contextNow = () => company().command((_tx, context) => context);

describe('the surge brake', () => {
  it('stops a run that would tell unusually many, and the largest run that was sent raises the bar', async () => {
    const numbers = await openWithOrders(4);
    set('surge_mails = 1, surge_times = 2');
    pick('W-1', 'W-2');
    const stopped = { kind: 'many-mails', planned: 2, most: 1, largestBefore: 0 };
    expect((await shop.getWebsiteData()).website.stopped).toEqual(stopped);
    // What was only planned shows nothing
    expect((await shop.getWebsiteData()).website.stopped).toEqual(stopped);
    expect(shop.catcher.mails).toEqual([]);
    decideAboutStop(company(), { websiteId: 1, decision: 'tell-them' });
    expect((await shop.getWebsiteData()).website.accepted).toBe(2);
    // 2 x 2 = 4: the shop has shown that it tells two at a time
    for (const webOrderNo of numbers) {
      edit(db(), orderId(webOrderNo), { shipments: [{ id: null, carrier: 'Posten', shippingNo: webOrderNo }] });
    }
    expect((await shop.getWebsiteData()).website).toMatchObject({ stopped: null, accepted: 4 });
  });

  it('names the purchase whose date moved; a mistake put right is told to nobody', async () => {
    await openWithOrders(3);
    set('surge_cause_orders = 3, surge_cause_percent = 50');
    const purchaseOrderId = company().command((tx, context) => {
      run(tx, `INSERT INTO contact(id, public_id, name, created_at) VALUES (900, 'supplier', 'Supplier', @now)`, {
        now: context.now,
      });
      run(tx, 'UPDATE product_stock SET quantity_milli = 0');
      const id = createPurchase(tx, context, {
        supplierId: 900,
        deliveryDate: '2026-04-01',
        lines: [{ productId: 1, orderedMilli: 9000, deliveryDate: null }],
      });
      transferPurchase(tx, context, { purchaseOrderId: id, purchaseVersion: 1 });
      return id;
    });
    decideAfterStop('tell-them', await shop.getWebsiteData());
    await shop.getWebsiteData();
    const before = shop.catcher.mails.length;
    const move = (deliveryDate: string) =>
      company().command((tx, context) => {
        const row = get<{ version: number }>(tx, 'SELECT version FROM purchase_order');
        editPurchase(tx, context, { purchaseOrderId, purchaseVersion: row?.version ?? 0, deliveryDate });
      });
    move('2026-04-02');
    const { website } = await shop.getWebsiteData();
    expect(website.stopped).toMatchObject({ kind: 'one-cause', orders: 3, changes: 3, days: 1 });
    expect(website.stopped).toMatchObject({ cause: { kind: 'purchase', id: purchaseOrderId } });
    move('2026-04-01');
    expect((await shop.getWebsiteData()).website).toMatchObject({ stopped: null, planned: 0, sinceShown: { gone: 3 } });
    expect(shop.catcher.mails).toHaveLength(before);
  });

  describe('of an import', () => {
    const ship = (shippingNo: string) => {
      for (const webOrderNo of ['W-1', 'W-2']) {
        edit(db(), orderId(webOrderNo), { shipments: [{ id: null, carrier: 'Posten', shippingNo }] });
      }
    };
    const cause = async () => {
      const { stopped } = (await shop.getWebsiteData()).website;
      return stopped?.kind === 'one-cause' ? stopped.cause.kind : null;
    };
    beforeEach(async () => {
      await openWithOrders(2);
      set('surge_cause_orders = 2, surge_cause_percent = 50');
    });

    it('names the import that changed the orders, and not once it has been told', async () => {
      asImport(() => ship('7012'));
      shop.passTime(1);
      expect(await cause()).toBe('import');
      decideAboutStop(company(), { websiteId: 1, decision: 'tell-them' });
      shop.passTime(1);
      expect((await shop.getWebsiteData()).website.accepted).toBe(2);
      ship('7013');
      expect(await cause()).toBeNull();
      expect(shop.catcher.mails).toHaveLength(4);
    });

    it('does not name an import after which a run left the orders to rest', async () => {
      editRules(db(), { ruleOptions: { 1: { silentStatuses: ['invoice'] } } });
      asImport(() => {
        company().command((tx) => run(tx, `UPDATE sales_order SET status = 'invoice'`));
      });
      expect((await shop.getWebsiteData()).website.planned).toBe(0);
      ship('7012');
      expect(await cause()).toBeNull();
      expect(shop.catcher.mails).toHaveLength(2);
    });

    it('still names an import that came after a mail of which staff learn later that it arrived', async () => {
      pick('W-1', 'W-2');
      await shop.getWebsiteData();
      company().command((tx) => run(tx, `UPDATE mail SET state = 'uncertain'`));
      shop.passTime(1);
      asImport(() => ship('7012'));
      for (const { id } of all<{ id: number }>(db(), 'SELECT id FROM mail')) {
        company().command((tx, context) => decideUncertainMail(tx, context, { mailId: id, decision: 'it-arrived' }));
      }
      expect(await cause()).toBe('import');
    });
  });

  it('tell nobody: what stopped the run moves silently with a reason, other news is told', async () => {
    await openWithOrders(2);
    set('surge_mails = 1');
    pick('W-1', 'W-2');
    await shop.getWebsiteData();
    decideAboutStop(company(), { websiteId: 1, decision: 'tell-nobody', reason: 'The scanner picked all' });
    edit(db(), orderId('W-1'), { shipments: [{ id: null, carrier: 'Posten', shippingNo: '7012' }] });
    expect((await shop.getWebsiteData()).website).toMatchObject({ stopped: null, accepted: 1 });
    expect(received()[0]).toContain('7012');
    expect(received()[0]).not.toContain('picked');
    expect(all(db(), `SELECT 1 FROM log_entry WHERE what = 'not-to-be-told'`)).toHaveLength(2);
    expect((await shop.getWebsiteData()).website.planned).toBe(0);
  });
});

function decideAfterStop(decision: 'tell-them', { website }: Awaited<ReturnType<RunShop['getWebsiteData']>>): void {
  if (website.stopped !== null) decideAboutStop(company(), { websiteId: 1, decision });
}

describe('the preview of the run', () => {
  it('shows the very bytes that the run sends, and counts what changed since', async () => {
    await openWithOrders(3);
    pick('W-1', 'W-2');
    const keys = previewRun(company()).map(({ key }) => key ?? '');
    const shown = await previewMail(company(), keys[0] ?? '', parts());
    expect(await previewMail(company(), keys[0] ?? '', parts())).toEqual(shown);
    shop.passTime(3);
    edit(db(), orderId('W-2'), { shipments: [{ id: null, carrier: 'Posten', shippingNo: '7012' }] });
    pick('W-3');
    const { website } = await shop.getWebsiteData();
    expect(website.sinceShown).toEqual({ same: 1, changed: 1, added: 1, gone: 0 });
    expect(received()).toContain(shown.messageSource);
  });

  it('a mail that somebody looked at counts as changed when anything in it would read otherwise', async () => {
    await openWithOrders(1);
    pick('W-1');
    const [row] = previewRun(company());
    await previewMail(company(), row?.key ?? '', parts());
    // Another line on the order is no news by the rules, but it stands in the mail's table
    company().command((tx) => run(tx, `UPDATE order_line SET description = 'Rain jacket, red'`));
    const { website } = await shop.getWebsiteData();
    expect(website.sinceShown).toMatchObject({ same: 0, changed: 1 });
    expect(received()[0]).toContain('Rain jacket, red');
  });

  it('fetches and changes nothing', async () => {
    await openWithOrders(1);
    pick('W-1');
    await shop.placeOrder('W-2');
    const before = contentOf(db());
    const [row] = previewRun(company());
    await previewMail(company(), row?.key ?? '', parts());
    expect(contentOf(db())).toEqual(before);
  });

  it('a customer who would be told nothing any more has no mail to show', async () => {
    await openWithOrders(1);
    pick('W-1');
    const [row] = previewRun(company());
    edit(db(), orderId('W-1'), { picked: false });
    await expect(previewMail(company(), row?.key ?? '', parts())).rejects.toMatchObject({ code: 'not-found' });
  });
});
