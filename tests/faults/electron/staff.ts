import assert from 'node:assert/strict';
import type { Page } from '@playwright/test';
import { all } from '../../../main/engine/db/database.ts';
import { openToLookAt } from '../../../main/engine/db/open-database.ts';
import type { OrderPage } from '../../../shared/sales-orders.ts';
import { callEngine } from '../../support/engine-calls.ts';
import type { FaultScene } from '../scene.ts';
import { readShopFacts, type ShopFacts } from '../shop-facts.ts';
import type { StaffWork } from './kill-plan.ts';

/** One person at the window, whose work is kept in the scene's history by what the window says is stored. */
export class Staff {
  private readonly scene: FaultScene;
  private readonly texts = new Map<number, string>();
  private readonly noted = new Set<number>();
  private shipped = 0;
  private lastWork: Promise<void> = Promise.resolve();

  constructor(scene: FaultScene) {
    this.scene = scene;
  }

  /** Does one piece of work through the window's own line to the engine, after the one before. */
  work(page: Page, work: StaffWork): Promise<void> {
    this.lastWork = this.lastWork.then(() => this.doWork(page, work));
    return this.lastWork;
  }

  /** @throws AssertionError when a text that was acknowledged is not there */
  findTexts(): void {
    const { db } = this.scene.shop.session.company();
    const rows = all<{ id: number; text: string }>(db, 'SELECT id, text FROM sales_order');
    const stored = new Map(rows.map(({ id, text }) => [id, text]));
    for (const [orderId, text] of this.texts) assert.equal(stored.get(orderId), text);
  }

  /** A program that dies meanwhile answers nothing; then nobody knows whether it was stored. */
  private async doWork(page: Page, { kind, order }: StaffWork): Promise<void> {
    const { history, shop } = this.scene;
    try {
      const listed = await callEngine(page, 'orders.list', { limit: 100 });
      if (listed.kind === 'error') return;
      const { rows } = listed.data as OrderPage;
      const row = rows[order % rows.length];
      if (row === undefined) return;
      const change = this.changeOf(kind, row.id);
      const input = { orderId: row.id, orderVersion: row.version, ...change };
      history.begin(await factsOf(shop.companyPath));
      const outcome = await callEngine(page, 'orders.edit', input, 'mutation');
      if (outcome.kind === 'error') return;
      history.end(await factsOf(shop.companyPath), true);
      if ('text' in change) this.texts.set(row.id, change.text);
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }

  /** Nothing is done twice to one order that would undo what was done before: all of it must be there in the end. */
  private changeOf(kind: StaffWork['kind'], orderId: number) {
    if (kind === 'pick') return { picked: true };
    if (kind === 'note' && !this.noted.has(orderId)) {
      this.noted.add(orderId);
      return { text: `Noted once, ${orderId}` };
    }
    this.shipped += 1;
    return { shipments: [{ id: null, carrier: 'Posten', shippingNo: `E${orderId}-${this.shipped}` }] };
  }
}

/** As another connection finds the shop beside the running program. */
async function factsOf(companyPath: string): Promise<ShopFacts> {
  const db = await openToLookAt(companyPath);
  try {
    return readShopFacts(db);
  } finally {
    db.close();
  }
}

/** The window went while it was asked. */
function isGone(error: unknown): boolean {
  return /has been closed|crashed|disconnected|was destroyed/i.test(String(error));
}
