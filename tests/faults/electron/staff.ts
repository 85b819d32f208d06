import type { Page } from '@playwright/test';
import type { OrderPage } from '../../../shared/sales-orders.ts';
import { callEngine } from '../../support/engine-calls.ts';
import { pickedFact, textFact } from '../invariants.ts';
import type { StaffWork } from './kill-plan.ts';

/** Staff at the window, whose work is kept count of by what they were told is stored. */
export class Staff {
  private readonly acknowledged: Set<string>;
  private readonly noted = new Set<number>();
  private shipped = 0;

  constructor(acknowledged: Set<string>) {
    this.acknowledged = acknowledged;
  }

  /** Does one piece of work through the window's own line to the engine; a program that dies meanwhile answers nothing. */
  async work(page: Page, { kind, order }: StaffWork): Promise<void> {
    try {
      const listed = await callEngine(page, 'orders.list', { limit: 100 });
      if (listed.kind === 'error') return;
      const { rows } = listed.data as OrderPage;
      const row = rows[order % rows.length];
      if (row === undefined) return;
      const { fact, change } = this.changeOf(kind, row.id);
      const input = { orderId: row.id, orderVersion: row.version, ...change };
      const outcome = await callEngine(page, 'orders.edit', input, 'mutation');
      if (outcome.kind === 'data') this.acknowledged.add(fact);
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }

  /** Nothing is done twice to one order that would undo what was done before: all of it must be there in the end. */
  private changeOf(kind: StaffWork['kind'], orderId: number) {
    if (kind === 'pick') return { fact: pickedFact(orderId), change: { picked: true } };
    if (kind === 'note' && !this.noted.has(orderId)) {
      this.noted.add(orderId);
      const text = `Noted once, ${orderId}`;
      return { fact: textFact(orderId, text), change: { text } };
    }
    this.shipped += 1;
    const shippingNo = `E${orderId}-${this.shipped}`;
    return { fact: shippingNo, change: { shipments: [{ id: null, carrier: 'Posten', shippingNo }] } };
  }
}

/** The window went while it was asked. */
function isGone(error: unknown): boolean {
  return /has been closed|crashed|disconnected|was destroyed/i.test(String(error));
}
