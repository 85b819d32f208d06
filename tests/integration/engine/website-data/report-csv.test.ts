import { afterEach, expect, it } from 'vitest';
import { all } from '../../../../main/engine/db/database.ts';
import { createCallerFactory } from '../../../../main/engine/trpc.ts';
import { websiteDataRouter } from '../../../../main/engine/website-data/website-data-router.ts';
import { reportRows, runListRows } from '../../../../renderer/e-commerce/report-csv.ts';
import { writeCsv } from '../../../../shared/csv.ts';
import { openRunShop, type RunShop } from '../../../support/run-shop.ts';
import { edit } from '../../../support/web-orders.ts';

let shop: RunShop;
afterEach(() => shop.close());

const callerOf = ({ session }: RunShop) => createCallerFactory(websiteDataRouter)({ session });

function pickAll(): void {
  const { db } = shop.session.company();
  for (const { id } of all<{ id: number }>(db, 'SELECT id FROM sales_order')) edit(db, id, { picked: true });
}

/** The table's cells, as a spreadsheet of Norway splits it; no cell of these tests holds a line break or semicolon. */
function cellsOf(csv: string): readonly (readonly string[])[] {
  return csv
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'));
}

async function shopWithEveryOutcome(): Promise<RunShop> {
  const opened = await openRunShop({
    onRecipient: (address) => (address.startsWith('gone') ? { reply: '550 5.1.1 =no such user' } : undefined),
    onMessage: (mail) => (mail.to.startsWith('lost') ? 'cut' : undefined),
  });
  await opened.placeOrder('W-1', { name: 'Ola Gone', email: 'gone@customer.example' });
  await opened.placeOrder('W-2', { name: 'Per Lost', email: 'lost@other.example' });
  await opened.placeOrder('W-3', { name: '=HYPERLINK("http://evil.example")', email: 'kari@third.example' });
  await opened.placeOrder('W-4', { name: '=HYPERLINK("http://evil.example")', email: 'kari@third.example' });
  await opened.getWebsiteData();
  return opened;
}

it('the report of a real run has a row for every order told or not told, with why, and totals that add up', async () => {
  shop = await shopWithEveryOutcome();
  pickAll();
  const { runId } = await shop.getWebsiteData();
  const csv = writeCsv(reportRows(await callerOf(shop).report({ runId })), 'nb-NO');
  expect(csv.startsWith('\ufeffWebsite;Customer;Order;Address;State now;')).toBe(true);
  const rows = cellsOf(csv);
  expect(
    rows.slice(1, 5).map(([, , order, address, state, why, reply]) => [order, address, state, why, reply]),
  ).toEqual([
    ['W-1', 'gone@customer.example', 'Refused', 'The mail server refused the address', '550 5.1.1 =no such user'],
    ['W-2', 'lost@other.example', 'Uncertain', 'The line to the mail server was lost', ''],
    ['W-3', 'kari@third.example', 'Accepted', '', expect.stringMatching(/^250 /)],
    ['W-4', 'kari@third.example', 'Accepted', '', expect.stringMatching(/^250 /)],
  ]);
  // One mail told two orders: it is counted once
  expect(rows[3]?.[7]).toBe(rows[4]?.[7]);
  expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  expect(rows.slice(-2)).toEqual([
    [
      'Website',
      'Mails planned',
      'Accepted by the mail server',
      'Waiting for the next run',
      'Refused',
      'Uncertain',
      'Held',
      'Mails that came back',
    ],
    ['Fjellbutikken', '3', '1', '0', '1', '1', '0', '0'],
  ]);
});

it('the run after it: who is held stands as Held, who is not planned as Not told, each with why', async () => {
  shop = await shopWithEveryOutcome();
  pickAll();
  await shop.getWebsiteData();
  const { runId } = await shop.getWebsiteData();
  const caller = callerOf(shop);
  const rows = cellsOf(writeCsv(reportRows(await caller.report({ runId })), 'nb-NO'));
  expect(rows.slice(1, -3).map(([, customer, order, , state, why]) => [customer, order, state, why])).toEqual([
    ['Ola Gone', 'W-1', 'Not told', 'The mail server refused the address earlier'],
    ['Per Lost', 'W-2', 'Held', 'An earlier mail is uncertain and needs a decision'],
  ]);
  expect(rows.at(-1)).toEqual(['Fjellbutikken', '1', '0', '0', '0', '0', '1', '0']);

  const list = cellsOf(writeCsv(runListRows(await caller.runs()), 'nb-NO'));
  const figures = list.slice(1).map((row) => row.slice(4));
  const columns = (rowIndex: number) => figures[rowIndex]?.map(Number) ?? [];
  expect(list[0]).toContain('Orders fetched');
  expect(list).toHaveLength(5);
  for (let row = 0; row < 4; row += 1) {
    const [planned, ...parts] = columns(row).slice(5);
    expect(planned).toBe(parts.reduce((sum, part) => sum + part, 0));
  }
  expect(list.at(-1)?.[0]).toBe('Total');
  expect(columns(3)).toEqual(
    columns(0).map((value, index) => value + (columns(1)[index] ?? 0) + (columns(2)[index] ?? 0)),
  );
});
