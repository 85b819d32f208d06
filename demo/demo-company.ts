import { randomUUID } from 'node:crypto';
import { all, inTransaction, type WriteTx } from '../main/engine/db/database.ts';
import { startLedger } from '../main/engine/ledger/ledger-service.ts';
import type { EngineSession, OpenCompany } from '../main/engine/session.ts';
import { countStock } from '../main/engine/warehouse/stock-taking-service.ts';
import { demoCompanyDetails, demoCompanyName } from './data/company.ts';
import { demoProducts } from './data/products.ts';
import { type DemoCalendar, demoCalendar } from './demo-calendar.ts';
import { type DemoRegisters, fillRegisters } from './fill-registers.ts';
import { playNews, playOrders } from './play-orders.ts';
import { playPurchases } from './play-purchases.ts';

/** How long before the first order the registers were filled. */
const openedDaysAgo = 90;

/** Makes the file of a demo company and opens it, filled. @throws AppError 'bad-input' when the file exists */
export async function createDemoCompany(session: EngineSession, path: string): Promise<OpenCompany> {
  const company = await session.create(path, { name: demoCompanyName, isDemo: true });
  fillDemoCompany(company, session.now());
  return company;
}

/**
 * Fills a new, open company with the history of a small outdoor shop up to `now`, made by the same commands that
 * staff use; all of it or nothing. What happened so far counts as told; of a handful of orders the customers are to be
 * told by the first Get Website Data. The same choices every time; only ids are random.
 */
export function fillDemoCompany(company: OpenCompany, now: Date): void {
  const calendar = demoCalendar(now, demoCompanyDetails.timeZone, () => randomUUID());
  inTransaction(company.db, (tx) => {
    const registers = fillRegisters(tx, calendar.contextAt(openedDaysAgo, 0), calendar);
    const played = playOrders(tx, registers, calendar);
    playPurchases(tx, registers, calendar);
    takeStock(tx, registers, calendar);
    startLedgers(tx);
    playNews(tx, calendar.contextAt(0, 0), played);
  });
}

/** Stock as the sample data names it, whatever the history took out and put in. */
function takeStock(tx: WriteTx, registers: DemoRegisters, calendar: DemoCalendar): void {
  for (const { productNo, stock, isStockItem } of demoProducts) {
    if (isStockItem === false) continue;
    const place = { productId: registers.productId(productNo), warehouseId: registers.warehouseId };
    countStock(tx, calendar.contextAt(1, 500), { ...place, countedMilli: stock * 1000 });
  }
}

/** Every webshop order, back orders and credit notes with it, is known to its customer as it stands. */
function startLedgers(tx: WriteTx): void {
  const orders = all<{ id: number }>(tx, 'SELECT id FROM sales_order WHERE website_id IS NOT NULL ORDER BY id');
  for (const { id } of orders) startLedger(tx, id);
}
