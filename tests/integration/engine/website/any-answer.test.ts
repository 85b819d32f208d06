import type { ServerResponse } from 'node:http';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import {
  all,
  bringListsUpToDate,
  get,
  inTransaction,
  type ReadDb,
  type WriteTx,
} from '../../../../main/engine/db/database.ts';
import { startLedger } from '../../../../main/engine/ledger/ledger-service.ts';
import { buildHistory } from '../../../../main/engine/my-page/build-history.ts';
import { readHistorySources } from '../../../../main/engine/my-page/history-store.ts';
import { readOrderView } from '../../../../main/engine/orders/order-view-store.ts';
import type { CompanyAccess } from '../../../../main/engine/website/company-access.ts';
import { readCursor } from '../../../../main/engine/website/enquiry-store.ts';
import { fetchEnquiries } from '../../../../main/engine/website/fetch-enquiries-service.ts';
import { importAll } from '../../../../main/engine/website/import-all-service.ts';
import { listEnquiries } from '../../../../main/engine/website/list-enquiries-service.ts';
import { connectWebsite } from '../../../../main/engine/website/website-client.ts';
import type { EnquiriesAnswer, WebsiteConnector } from '../../../../main/engine/website/website-connector.ts';
import { AppError, errorCodes } from '../../../../shared/errors.ts';
import { type Enquiry, publishHistories } from '../../../../shared/my-page/protocol.ts';
import { changedJson, changedText } from '../../../support/any-change.ts';
import { openTestCompany, testContext } from '../../../support/company.ts';
import {
  activityEnquiry,
  customer,
  orderEnquiry,
  registrationEnquiry,
  settingsEnquiry,
} from '../../../support/enquiries.ts';
import { casesOf, fuzzTimeoutMs } from '../../../support/fuzz.ts';
import { type ScriptedSite, startScriptedSite } from '../../../support/scripted-site.ts';
import { addContact, addProduct } from '../../../support/web-orders.ts';

/** More calls than any script has pages: what asks on is an endless run. */
const mostCalls = 40;
const key = 'the-key-of-the-shop';

let db: ReadDb;
beforeAll(async () => {
  db = await openTestCompany();
  addContact(db, { name: 'Fjell og Fjord AS', email: 'post@fjellfjord.example' });
  addProduct(db, { name: 'Tent', stockMilli: 5000 });
});
afterAll(() => db.close());
// What a case does is taken back, so that the next finds the company as it was
afterEach(() => vi.unstubAllGlobals());

const nothing = { status: 404, type: '', body: '' };
type Answered = { readonly status: number; readonly type: string; readonly body: string };
type SiteScript = { readonly pages: readonly Answered[]; readonly secret: Answered; readonly knowsNoCursor: boolean };

const siteAccountId = registrationEnquiry().siteAccountId;
const names = fc.constantFrom('Fjell og Fjord AS', 'Kari Nordmann', 'Ola', '\u202e', ' ');
const who = fc.record({
  name: names,
  email: fc.constantFrom('post@fjellfjord.example', 'kari@customer.example', '', 'x', 'a b@c'),
});
const line = fc.record({
  productNo: fc.constantFrom('P-Tent', 'T-100', '', '\u200b'),
  description: fc.constantFrom('Tent', 'Rope', '\u202e'),
  quantityMilli: fc.constantFrom(1, 1000, 2500, 1_000_000_000),
  unitPriceMinor: fc.constantFrom(0, 1, 100_000, 100_000_000_000),
  vatPermille: fc.constantFrom(0, 250, 1000),
});
const validEnquiry: fc.Arbitrary<Enquiry> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({
        webOrderNo: fc.constantFrom('W-1', 'W-2', 'W-3', ' W-1', '', '\0', 'x'.repeat(60)),
        customer: who,
        lines: fc.array(line, { minLength: 1, maxLength: 3 }),
        siteAccountId: fc.constantFrom(null, siteAccountId),
        freightMinor: fc.constantFrom(0, 9900, Number.MAX_SAFE_INTEGER),
        note: fc.constantFrom('', 'Ring\r\nfirst'),
        currency: fc.constantFrom('NOK', 'EUR', 'XTS'),
      })
      .map(orderEnquiry),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(who, fc.constantFrom('approved' as const, 'pending' as const), fc.boolean())
      .map(([fields, accountStatus, isKnown]) =>
        registrationEnquiry(fields, { accountStatus, ...(isKnown ? { siteAccountId } : {}) }),
      ),
  },
  fc.constantFrom(
    activityEnquiry('Hello', 'Text'),
    settingsEnquiry({ siteAccountId, orderStatusMails: false, language: 'no' }),
    { ...registrationEnquiry(), kind: 'changed-details' as const, siteAccountId, customer: customer({ city: 'Oslo' }) },
  ),
);
const page = fc.record({
  enquiries: fc.array(validEnquiry, { maxLength: 4 }),
  cursor: fc.constantFrom('1', '2', '3', ''),
  more: fc.boolean(),
});
const json = fc
  .oneof({ weight: 1, arbitrary: page }, { weight: 3, arbitrary: changedJson(page) })
  .map((body) => JSON.stringify(body) ?? '');
const answered: fc.Arbitrary<Answered> = fc.record({
  status: fc.oneof(
    { weight: 12, arbitrary: fc.constant(200) },
    fc.constantFrom(204, 302, 400, 401, 404, 410, 429, 500, 503),
  ),
  type: fc.oneof(
    { weight: 12, arbitrary: fc.constant('application/json') },
    fc.constantFrom('text/html', '', 'application/problem+json'),
  ),
  body: fc.oneof(
    { weight: 8, arbitrary: json },
    { weight: 1, arbitrary: changedText(json) },
    fc.string({ unit: 'binary' }),
  ),
});
const secret: fc.Arbitrary<Answered> = fc.record({
  status: fc.constantFrom(200, 404, 500),
  type: fc.constant('application/json'),
  body: changedJson(fc.constant({ secret: 's'.repeat(40) }), 1).map((body) => JSON.stringify(body) ?? ''),
});
const siteScript: fc.Arbitrary<SiteScript> = fc.record({
  pages: fc.array(answered, { minLength: 1, maxLength: 3 }),
  secret,
  knowsNoCursor: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
});

type Site = { readonly answer: (url: URL) => Answered; readonly calls: () => number };

/** The site of a script: one page after the other, then an empty last one. */
function siteOf({ pages, secret, knowsNoCursor }: SiteScript): Site {
  let calls = 0;
  const end = {
    status: 200,
    type: 'application/json',
    body: JSON.stringify({ enquiries: [], cursor: 'end', more: false }),
  };
  const answer = (url: URL): Answered => {
    calls += 1;
    // What asks on for ever is answered no more, and found by the number of its calls
    if (calls > mostCalls) return { ...end, status: 401 };
    if (url.pathname.endsWith('/opt-out-secret')) return secret;
    if (knowsNoCursor) return url.searchParams.get('after') === '' ? (pages[0] ?? end) : { ...end, status: 410 };
    return pages[calls - 1] ?? end;
  };
  return { answer, calls: () => calls };
}

type Page = Extract<EnquiriesAnswer, { kind: 'page' }>;

/** Notes the pages that were read in full, the call that only confirms left out. */
function noting(connector: WebsiteConnector): {
  readonly connector: WebsiteConnector;
  readonly pages: readonly Page[];
} {
  const pages: Page[] = [];
  return {
    pages,
    connector: {
      ...connector,
      fetchEnquiries: async (after, limit, signal) => {
        const answer = await connector.fetchEnquiries(after, limit, signal);
        if (answer.kind === 'page' && limit > 1 && !(answer.more && answer.cursor === after)) pages.push(answer);
        return answer;
      },
    },
  };
}

const count = (what: string): number => get<{ n: number }>(db, `SELECT count(*) AS n FROM ${what}`)?.n ?? 0;

/** Fetches and imports, holds the store against what the site answered, and takes all of it back. */
async function fetchAndImport(given: WebsiteConnector, site: Site, codes: Set<string>): Promise<void> {
  const company: CompanyAccess = { db, command: (work) => inTransaction(db, (tx) => work(tx, testContext)) };
  const { connector, pages } = noting(given);
  const contactsBefore = count('contact');
  db.exec('BEGIN');
  try {
    try {
      await fetchEnquiries(company, { websiteId: 1, connector });
      codes.add('fetched');
    } catch (error) {
      codes.add(codeOf(error));
    }
    expect(site.calls()).toBeLessThanOrEqual(mostCalls);
    holdAgainst(pages);
    const waiting = count(`enquiry WHERE state = 'waiting' AND kind <> 'customer-settings'`);
    const report = await importAll(company, {
      websiteId: null,
      effects: { orderImported: (tx, _context, orderId) => startLedger(tx, orderId) },
    });
    const stayed = Object.values(report.waiting).reduce((sum, each) => sum + each, 0) + report.failed.length;
    expect(report.importedOrders + report.importedOthers + stayed).toBe(waiting);
    for (const { code } of report.failed) codes.add(code);
    if (report.importedOrders > 0) codes.add('imported');
    expect(count('contact') - contactsBefore).toBe(report.newContacts);
    holdOrders(report.importedOrders);
    bringListsUpToDate(db as WriteTx);
    expect(listEnquiries(db, 500)).toHaveLength(stayed);
    expect(all(db, 'PRAGMA foreign_key_check')).toEqual([]);
  } finally {
    db.exec('ROLLBACK');
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof AppError)) throw error;
  expect(errorCodes).toContain(error.code);
  return error.code;
}

/** Every page that was read is there whole, with its cursor, and nothing else. */
function holdAgainst(pages: readonly Page[]): void {
  const sent = new Map<string, string>();
  for (const { enquiries } of pages) {
    for (const { siteEnquiryId, body } of enquiries) if (!sent.has(siteEnquiryId)) sent.set(siteEnquiryId, body);
  }
  const stored = all<{ id: string; body: string }>(db, 'SELECT site_enquiry_id AS id, body FROM enquiry');
  expect(new Map(stored.map(({ id, body }) => [id, body]))).toEqual(sent);
  expect(readCursor(db, 1)).toBe((pages.at(-1)?.cursor ?? '').toWellFormed());
}

/** Each imported order is there with all its lines; of one that was not imported nothing is. */
function holdOrders(imported: number): void {
  expect(count('sales_order')).toBe(imported);
  const rows = all<{ body: string; lines: number; milli: number }>(
    db,
    `SELECT e.body, count(l.id) AS lines, sum(l.ordered_milli) AS milli
     FROM enquiry e JOIN order_line l ON l.order_id = e.order_id WHERE e.state = 'imported' AND e.kind = 'order' GROUP BY e.id`,
  );
  expect(rows).toHaveLength(imported);
  const orders = all<{ id: number }>(db, 'SELECT id FROM sales_order').map(({ id }) => id);
  for (const orderId of orders) expect(readOrderView(db, orderId).lines.length).toBeGreaterThan(0);
  // My page refuses a document that is not of its schema, and every other of the batch with it
  for (const source of readHistorySources(db, orders)) {
    const document = buildHistory(source, testContext);
    expect(publishHistories.safeParse({ histories: [document] }).error?.issues).toBeUndefined();
  }
  for (const { body, lines, milli } of rows) {
    const { order } = JSON.parse(body) as Extract<Enquiry, { kind: 'order' }>;
    expect([lines, milli]).toEqual([
      order.lines.length,
      order.lines.reduce((sum, each) => sum + each.quantityMilli, 0),
    ]);
  }
}

const connect = (siteAddress: string): WebsiteConnector =>
  connectWebsite({ siteAddress, key, timeoutMs: 5000, wait: async () => {} });

test('whatever a website answers, what was read of it is stored whole, with its cursor, and imported whole or not at all', {
  timeout: fuzzTimeoutMs,
}, async () => {
  const codes = new Set<string>();
  let site = siteOf({ pages: [], secret: nothing, knowsNoCursor: false });
  // The line itself has tests of its own; without it a case costs a tenth
  vi.stubGlobal('fetch', async (url: URL) => {
    const { status, type, body } = site.answer(url);
    const mayHaveBody = status !== 204;
    return new Response(mayHaveBody ? body : null, { status, headers: type === '' ? {} : { 'content-type': type } });
  });
  const connector = connect('http://127.0.0.1:1');
  await fc.assert(
    fc.asyncProperty(siteScript, (script) => {
      site = siteOf(script);
      return fetchAndImport(connector, site, codes);
    }),
    casesOf("a website's answers", { slice: 600, ofAMillion: 60_000 }),
  );
  expect([...codes]).toEqual(
    expect.arrayContaining(['fetched', 'imported', 'website-bad-answer', 'website-unreachable', 'website-key-refused']),
  );
});

test('the same over a real line', { timeout: fuzzTimeoutMs }, async () => {
  let site = siteOf({ pages: [], secret: nothing, knowsNoCursor: false });
  const server: ScriptedSite = await startScriptedSite(({ url }, response: ServerResponse) => {
    const { status, type, body } = site.answer(new URL(url, 'http://127.0.0.1'));
    response.writeHead(status, type === '' ? {} : { 'content-type': type }).end(body);
  });
  const connector = connect(server.url);
  await fc.assert(
    fc.asyncProperty(siteScript, (script) => {
      site = siteOf(script);
      return fetchAndImport(connector, site, new Set());
    }),
    casesOf("a website's answers", { slice: 50, ofAMillion: 4_000 }),
  );
  await server.close();
});
