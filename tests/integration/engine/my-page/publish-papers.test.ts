import { expect, onTestFinished, test } from 'vitest';
import { all, get, type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { publishOrderHistories } from '../../../../main/engine/my-page/publish-service.ts';
import { connectWebsite } from '../../../../main/engine/website/website-client.ts';
import type { WebsiteConnector } from '../../../../main/engine/website/website-connector.ts';
import { readAllHistories } from '../../../../my-page/histories/history-store.ts';
import { listPapers, readPaper } from '../../../../my-page/histories/paper-store.ts';
import { AppError } from '../../../../shared/errors.ts';
import { aContact, anAccount, anOrder, aProduct, pieces } from '../../../support/builders.ts';
import { command, openTestCompany } from '../../../support/company.ts';
import { openTestStore, startMyPage } from '../../../support/my-page.ts';
import { makeCreditNote, makeInvoice, printNote } from '../../../support/papers.ts';
import { pdfPages } from '../../../support/pdf-text.ts';
import { companyOver } from '../../../support/web-orders.ts';

type PublishPaper = WebsiteConnector['publishPaper'];

/** A company with a real My page, whose papers can be read and whose end point for papers can be made to fail. */
async function openPaperShop({ notes = true, invoices = true } = {}) {
  const db = await openTestCompany();
  const myPage = await startMyPage();
  const store = await openTestStore(myPage);
  onTestFinished(async () => {
    await store.close();
    await myPage.close();
  });
  const contactId = aContact(db, { name: 'Kari Nordmann', language: 'no' });
  anAccount(db, { contactId });
  const { accountId } = get<{ accountId: string }>(db, 'SELECT public_id AS accountId FROM website_account') ?? {
    accountId: '',
  };
  const switchPapers = (on: { notes: boolean; invoices: boolean }) =>
    command(db, (tx) =>
      run(tx, 'UPDATE website SET publishes_delivery_notes = @notes, publishes_invoices = @invoices', {
        notes: on.notes ? 1 : 0,
        invoices: on.invoices ? 1 : 0,
      }),
    );
  switchPapers({ notes, invoices });
  const connector = connectWebsite({ siteAddress: myPage.url, key: myPage.desktopKey });
  const access = companyOver(db);
  const sent: string[] = [];
  return {
    db,
    sent,
    connector,
    switchPapers,
    order: (webOrderNo: string, language = 'no') => {
      const lines = [{ productId: aProduct(db, { stock: 100, name: 'Regnjakke' }), orderedMilli: pieces(2) }];
      return anOrder(db, { contactId, webOrderNo, language, lines }).orderId;
    },
    publish: (how: { publishPaper?: PublishPaper; signal?: AbortSignal } = {}) => {
      const publishPaper: PublishPaper = async (paper, signal) => {
        await (how.publishPaper ?? connector.publishPaper)(paper, signal);
        sent.push(paper.paperId);
      };
      const { signal } = how;
      return publishOrderHistories(access, {
        websiteId: 1,
        connector: { ...connector, publishPaper },
        ...(signal === undefined ? {} : { signal }),
      });
    },
    /** The titles and bytes on My page, by web order no. */
    shown: async () => {
      const shown: Record<string, { title: string; kind: string; text: string }[]> = {};
      for (const history of await readAllHistories(store.read, accountId)) {
        const papers = await listPapers(store.read, history);
        shown[history.webOrderNo] = await Promise.all(
          papers.map(async ({ id, title, kind }) => {
            const bytes = await readPaper(store.read, history.orderId, id);
            return { title, kind, text: bytes === null ? '' : pdfPages(bytes).join('\n') };
          }),
        );
      }
      return shown;
    },
  };
}

const inStep = { republished: 0, failures: [], groupsOutOfStep: 0, stopped: false };

test('an original delivery note and an invoice come to My page as their customer would have got them', async () => {
  const shop = await openPaperShop();
  const orderId = shop.order('W-1');
  printNote(shop.db, orderId);
  makeInvoice(shop.db, orderId);
  expect(await shop.publish()).toEqual({ ...inStep, published: 1, removed: 0 });
  const papers = (await shop.shown())['W-1'];
  expect(papers?.map(({ kind }) => kind)).toEqual(['delivery-note', 'invoice']);
  expect(papers?.map(({ title }) => title)).toEqual(['Pakkseddel 10001-1', 'Faktura 50001']);
  expect(papers?.[0]?.text).toContain('Kari Nordmann');
  expect(papers?.[0]?.text).toContain('Original');
  expect(papers?.[0]?.text).toContain('Regnjakke');
  expect(papers?.[1]?.text).toContain('50001');
  expect(papers?.[1]?.text).not.toContain('Kopi');
  expect(await shop.publish()).toEqual({ ...inStep, published: 0, removed: 0 });
  expect(shop.sent).toHaveLength(2);
});

test('a printed original and an invoice made later each bring their order’s papers, and only those that are new', async () => {
  const shop = await openPaperShop();
  const orderId = shop.order('W-1');
  await shop.publish();
  printNote(shop.db, orderId);
  await shop.publish();
  expect(shop.sent).toHaveLength(1);
  makeInvoice(shop.db, orderId);
  await shop.publish();
  expect(shop.sent).toHaveLength(2);
  makeCreditNote(shop.db, orderId);
  await shop.publish();
  const shown = Object.values(await shop.shown()).flat();
  expect(shown.map(({ kind }) => kind).sort()).toEqual(['credit-note', 'delivery-note', 'invoice']);
});

test('papers are off for a new website; switching them on or off concerns the orders that have some', async () => {
  const fresh = await openTestCompany();
  expect(get(fresh, 'SELECT publishes_delivery_notes AS notes, publishes_invoices AS invoices FROM website')).toEqual({
    notes: 0,
    invoices: 0,
  });
  const shop = await openPaperShop({ notes: false, invoices: false });
  const noted = shop.order('W-NOTED');
  const invoiced = shop.order('W-INVOICED');
  shop.order('W-NEW');
  printNote(shop.db, noted);
  makeInvoice(shop.db, invoiced);
  await shop.publish();
  expect(shop.sent).toEqual([]);
  shop.switchPapers({ notes: true, invoices: false });
  expect(await shop.publish()).toMatchObject({ published: 1 });
  expect((await shop.shown())['W-NOTED']).toHaveLength(1);
  shop.switchPapers({ notes: false, invoices: true });
  expect(await shop.publish()).toMatchObject({ published: 2 });
  expect(await shop.shown()).toMatchObject({ 'W-NOTED': [], 'W-INVOICED': [{ kind: 'invoice' }], 'W-NEW': [] });
});

test('a paper that the site refuses is named, holds up nothing else, and comes with a later run', async () => {
  const shop = await openPaperShop();
  for (const webOrderNo of ['W-1', 'W-2', 'W-3']) makeInvoice(shop.db, shop.order(webOrderNo));
  const publishPaper: PublishPaper = async (paper, signal) => {
    if (paper.paperId.startsWith('invoice-2-')) throw new AppError('website-bad-answer', { status: 413 });
    await shop.connector.publishPaper(paper, signal);
  };
  const failures = [{ what: 'paper', name: 'W-2, Faktura 50002', reason: 'website-bad-answer (413)' }];
  expect(await shop.publish({ publishPaper })).toEqual({ ...inStep, published: 3, removed: 0, failures });
  expect(await shop.publish({ publishPaper })).toEqual({ ...inStep, published: 0, removed: 0, failures });
  expect(await shop.publish()).toEqual({ ...inStep, published: 0, removed: 0 });
  expect((await shop.shown())['W-2']).toHaveLength(1);
  expect(due(shop.db)).toBe(0);
});

function due(db: ReadDb): number {
  return all(db, 'SELECT 1 FROM order_publication WHERE papers_due = 1').length;
}

test('stopped between two papers, the next run sends what is left and nothing twice', async () => {
  const shop = await openPaperShop();
  for (const webOrderNo of ['W-1', 'W-2', 'W-3']) makeInvoice(shop.db, shop.order(webOrderNo));
  const stop = new AbortController();
  const publishPaper: PublishPaper = async (paper, signal) => {
    await shop.connector.publishPaper(paper, signal);
    stop.abort();
  };
  expect(await shop.publish({ publishPaper, signal: stop.signal })).toMatchObject({ published: 3, stopped: true });
  expect(shop.sent).toHaveLength(1);
  expect(await shop.publish()).toEqual({ ...inStep, published: 0, removed: 0 });
  expect(new Set(shop.sent).size).toBe(3);
  expect(shop.sent).toHaveLength(3);
});

test('a site that answers no paper any more ends publishing; the orders stay due', async () => {
  const shop = await openPaperShop();
  for (let index = 1; index <= 5; index += 1) makeInvoice(shop.db, shop.order(`W-${index}`));
  let asked = 0;
  const publishPaper: PublishPaper = async () => {
    asked += 1;
    throw new AppError('website-unreachable', { reason: 'ECONNREFUSED' });
  };
  await expect(shop.publish({ publishPaper })).rejects.toMatchObject({ code: 'website-unreachable' });
  expect(asked).toBe(3);
  expect(due(shop.db)).toBe(5);
  expect(await shop.publish()).toMatchObject({ failures: [] });
  expect(shop.sent).toHaveLength(5);
});

test('papers are drawn and sent one at a time', async () => {
  const shop = await openPaperShop();
  for (let index = 1; index <= 4; index += 1) makeInvoice(shop.db, shop.order(`W-${index}`));
  let underWay = 0;
  const most: number[] = [];
  const publishPaper: PublishPaper = async (paper, signal) => {
    underWay += 1;
    most.push(underWay);
    await shop.connector.publishPaper(paper, signal);
    underWay -= 1;
  };
  await shop.publish({ publishPaper });
  expect(most).toEqual([1, 1, 1, 1]);
});

test('the same row of another moment is another paper: a restored company gives ids anew', async () => {
  const shop = await openPaperShop();
  const orderId = shop.order('W-1');
  printNote(shop.db, orderId);
  await shop.publish();
  command(shop.db, (tx) => {
    run(tx, `UPDATE delivery_note SET created_at = '2026-03-04T08:00:00.000Z'`);
    run(tx, 'UPDATE order_publication SET version = version + 1');
  });
  await shop.publish();
  expect(new Set(shop.sent).size).toBe(2);
  expect((await shop.shown())['W-1']).toHaveLength(1);
});
