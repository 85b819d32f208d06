import { describe, expect, it } from 'vitest';
import {
  type CausedChange,
  causeKey,
  type SurgeQuestion,
  surgeOf,
  surgingCauses,
} from '../../../../main/engine/website-data/surge-brake.ts';
import type { SurgeCause } from '../../../../shared/website-data.ts';

const purchase: SurgeCause = { kind: 'purchase', id: 7, purchaseNo: 1043 };
const product: SurgeCause = { kind: 'product', id: 3, productNo: 'J-1', name: 'Rain jacket' };
const limits = { surgeMails: 50, surgeTimes: 3, surgeCauseOrders: 20, surgeCausePercent: 20 };

const moved = (orders: number, causes: readonly SurgeCause[], days: number | null = 1): readonly CausedChange[] =>
  Array.from({ length: orders }, (_none, index) => ({ orderId: index + 1, causes, days }));

const ask = (question: Partial<SurgeQuestion>) =>
  surgeOf({ planned: 1, largestBefore: 0, openOrders: 100, changes: [], limits, goAhead: null, ...question });

describe('so many mails that a mistake is likelier than news', () => {
  it.each([
    ['50 always go', { planned: 50 }, null],
    ['51 of a shop that never told many', { planned: 51 }, 50],
    ['three times the largest run goes', { planned: 90, largestBefore: 30 }, null],
    ['more than three times does not', { planned: 91, largestBefore: 30 }, 90],
  ])('%s', (_name, question, most) => {
    const stop = ask(question);
    expect(stop === null ? null : stop.kind === 'many-mails' && stop.most).toBe(most);
  });

  it('what staff have let through goes on, and may grow by a tenth until it does', () => {
    const goAhead = { planned: 200, causes: [] };
    expect(ask({ planned: 220, goAhead })).toBeNull();
    expect(ask({ planned: 221, goAhead })).toMatchObject({ kind: 'many-mails', planned: 221 });
  });
});

describe('one cause that concerns many orders', () => {
  it('names the purchase, what it did and by how many days', () => {
    expect(ask({ changes: moved(20, [purchase, product]) })).toEqual({
      kind: 'one-cause',
      cause: purchase,
      orders: 20,
      openOrders: 100,
      changes: 20,
      days: 1,
    });
  });

  it('19 orders are too few, and so are 20 of 101 open ones', () => {
    expect(ask({ changes: moved(19, [purchase]) })).toBeNull();
    expect(ask({ changes: moved(20, [purchase]), openOrders: 101 })).toBeNull();
  });

  it('counts orders, not changes: one order with thirty lines is no surge', () => {
    const changes = Array.from({ length: 30 }, () => ({ orderId: 1, causes: [purchase], days: 1 }));
    expect(ask({ changes, openOrders: 1 })).toBeNull();
  });

  it('dates that moved by different numbers of days have none in common', () => {
    const changes = [...moved(20, [purchase]), ...moved(3, [purchase], -2)];
    expect(ask({ changes })).toMatchObject({ changes: 23, days: null });
  });

  it('the one that explains most comes first, also when another stands before it', () => {
    const changes = [...moved(20, [product]), ...moved(25, [purchase])];
    expect(ask({ changes })).toMatchObject({ cause: purchase, orders: 25 });
  });

  it('a cause that staff have let through stops no more, another one does', () => {
    const goAhead = { planned: 20, causes: [causeKey(purchase)] };
    expect(ask({ changes: moved(20, [purchase]), goAhead })).toBeNull();
    expect(ask({ changes: moved(20, [purchase, product]), goAhead })).toMatchObject({ cause: product });
  });

  it('staff let all of them through together', () => {
    const question = { changes: moved(20, [purchase, product]), openOrders: 100, limits };
    expect(surgingCauses(question)).toEqual(['purchase:7', 'product:3']);
  });
});
