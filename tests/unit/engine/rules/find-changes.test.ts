import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findChanges } from '../../../../main/engine/rules/find-changes.ts';
import type { Facts } from '../../../../shared/change.ts';
import { allRules, jacketOrder, knowing, noRules, only, untouched } from '../../../support/facts.ts';
import { anyRuleOptions } from '../../../support/rule-options.ts';
import { runs } from '../../../support/runs.ts';

function without(facts: Facts, ...names: readonly string[]): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !names.includes(name)));
}
const kinds = (now: Facts, rules = allRules, known = knowing()) =>
  findChanges(known, now, rules, jacketOrder).changes.map((change) => change.kind);

const nothingToCome = {
  ...jacketOrder,
  lines: new Map([...jacketOrder.lines].map(([id, line]) => [id, { ...line, remainingMilli: 0 }])),
};

describe('each rule speaks of its own fact and of no other', () => {
  const news: readonly (readonly [1 | 2 | 3 | 4 | 5 | 6 | 7, string, Facts])[] = [
    [1, 'status', { ...untouched, status: 'invoice' }],
    [2, 'delivery-note-printed', { ...untouched, originalNotes: 1 }],
    [3, 'picked', { ...untouched, picked: true }],
    [4, 'shipment', { ...untouched, 'shipment/1': 'Posten\t7012' }],
    [5, 'line-quantity', { ...untouched, 'line/7/toBeDelivered': 2000 }],
    [6, 'expected-date', { ...untouched, 'line/7/date': '2026-03-21' }],
    [7, 'back-in-stock', { ...untouched, 'line/7/inStock': true }],
  ];
  it.each(news)('rule %i tells %s', (rule, kind, now) => {
    expect(kinds(now, only(rule))).toEqual([kind]);
    expect(kinds(now, { ...allRules, [rule]: false })).toEqual([]);
  });

  it.each(news)('with rule %i off, %s moves silently', (_rule, _kind, now) => {
    const { changes, silent } = findChanges(knowing(), now, noRules, jacketOrder);
    expect(changes).toEqual([]);
    expect(silent).toHaveLength(1);
  });
});

describe('silent directions (9.2, 9.7)', () => {
  const was = { ...untouched, picked: true, 'shipment/1': 'Posten\t7012', 'line/7/inStock': true };
  it.each([
    ['Picked taken off', 'picked', { ...was, picked: false }],
    ['shipping no. cleared', 'shipment/1', without(was, 'shipment/1')],
    ['stock back to 0', 'line/7/inStock', { ...was, 'line/7/inStock': false }],
  ])('%s tells nothing and moves', (_name, fact, now) => {
    expect(findChanges(knowing(was), now, allRules, jacketOrder)).toEqual({
      changes: [],
      filtered: [],
      silent: [fact],
    });
  });
});

it('a state equal to what the customer knows tells nothing, whatever happened between', () => {
  expect(findChanges(knowing(), { ...untouched }, allRules, jacketOrder)).toEqual({
    changes: [],
    filtered: [],
    silent: [],
  });
});

it('white space in a shipping no. is no difference once trimmed; a changed one is told as old -> new (9.7 rule 4)', () => {
  const known = knowing({ ...untouched, 'shipment/1': 'Posten\t7012' });
  const [change] = findChanges(known, { ...untouched, 'shipment/1': 'Posten\t7013' }, allRules, jacketOrder).changes;
  expect(change).toMatchObject({
    kind: 'shipment',
    from: { carrier: 'Posten', shippingNo: '7012' },
    to: { carrier: 'Posten', shippingNo: '7013' },
  });
});

describe('rule 1 (9.6, 9.7)', () => {
  it.each(['cancelled', 'lost-sale'])('an order now %s tells only its status; other facts move silently', (status) => {
    const now = { ...untouched, status, picked: true, 'line/7/toBeDelivered': 0, 'shipment/1': 'Posten\t7012' };
    const { changes, silent } = findChanges(knowing(), now, allRules, jacketOrder);
    expect(changes.map((change) => change.kind)).toEqual(['status']);
    expect(silent).toEqual(['line/7/toBeDelivered', 'picked', 'shipment/1']);
  });

  it('Lost sale reads as Cancelled: from the one to the other nothing is told', () => {
    const known = knowing({ ...untouched, status: 'lost-sale' });
    expect(findChanges(known, { ...untouched, status: 'cancelled' }, allRules, jacketOrder)).toEqual({
      changes: [],
      filtered: [],
      silent: ['status'],
    });
  });

  it('a credited order tells that it was credited and nothing else', () => {
    const known = knowing({ ...untouched, status: 'invoice' });
    const now = { ...untouched, status: 'invoice', 'creditNote/30': 'W-8841 / credit 1', picked: true };
    const { changes } = findChanges(known, now, allRules, { ...jacketOrder, isFullyCredited: true });
    expect(changes).toMatchObject([{ kind: 'credited', isInPart: false }]);
  });

  it('an order credited in part goes on', () => {
    const known = knowing({ ...untouched, status: 'invoice' });
    const now = { ...untouched, status: 'invoice', 'creditNote/30': 'W-8841 / credit 1', picked: true };
    const { changes } = findChanges(known, now, allRules, jacketOrder);
    expect(changes).toMatchObject([{ kind: 'credited', isInPart: true }, { kind: 'picked' }]);
  });

  it('the reset of To be delivered that invoicing makes goes with the status, the rise of delivered with rule 5', () => {
    const now = {
      ...without(untouched, 'line/7/date', 'line/7/inStock'),
      status: 'invoice',
      'line/7/toBeDelivered': 0,
    };
    const { changes } = findChanges(knowing(), { ...now, 'line/7/delivered': 3000 }, allRules, nothingToCome);
    expect(changes.map((change) => [change.kind, change.moves.map((move) => move.fact)])).toEqual([
      ['status', ['status', 'line/7/toBeDelivered']],
      ['line-quantity', ['line/7/delivered']],
    ]);
  });

  it('with rule 1 off that reset is silent', () => {
    const now = { ...untouched, status: 'invoice', 'line/7/toBeDelivered': 0 };
    expect(findChanges(knowing(), now, only(5), nothingToCome).changes).toEqual([]);
  });
});

describe('back orders made are told under rule 1 or 5, whichever is on (9.5)', () => {
  const now = { ...untouched, 'backOrder/20': 'W-8841 / rest 1' };
  it.each([
    [only(1), 1],
    [only(5), 5],
    [only(1, 5), 1],
  ])('%o', (rules, rule) => {
    const { changes } = findChanges(knowing(), now, rules, jacketOrder);
    expect(changes).toMatchObject([{ kind: 'back-order-made', rule, backOrderNo: 'W-8841 / rest 1' }]);
  });
  it('neither: silent', () => {
    expect(findChanges(knowing(), now, only(2, 3, 4), jacketOrder).silent).toEqual(['backOrder/20']);
  });
});

describe('rule 5', () => {
  it('what was delivered is no longer to be delivered: one sentence, no second number', () => {
    const now = { ...untouched, 'line/7/toBeDelivered': 1000, 'line/7/delivered': 2000 };
    expect(findChanges(knowing(), now, allRules, jacketOrder).changes).toMatchObject([
      { kind: 'line-quantity', delivered: { fromMilli: 0, toMilli: 2000 }, toBeDelivered: null },
    ]);
  });

  it('a line taken off counts as -> 0', () => {
    const lines = new Map([
      [
        7,
        {
          description: 'Rain jacket L',
          unit: 'pcs',
          orderedMilli: 3000,
          remainingMilli: 0,
          isRemoved: true,
          isInHand: false,
        },
      ],
    ]);
    const now = { ...without(untouched, 'line/7/date', 'line/7/inStock'), 'line/7/toBeDelivered': 0 };
    expect(findChanges(knowing(), now, allRules, { ...jacketOrder, lines }).changes).toMatchObject([
      { kind: 'line-quantity', isRemoved: true, toBeDelivered: { fromMilli: 3000, toMilli: 0 } },
    ]);
  });

  it('an added line tells nothing', () => {
    const known = knowing(without(untouched, ...Object.keys(untouched).filter((fact) => fact.startsWith('line/'))));
    expect(kinds(untouched, allRules, known)).toEqual([]);
  });
});

describe('rule 6', () => {
  it.each([
    ['first date known', null, '2026-03-14', false],
    ['moved', '2026-03-14', '2026-03-21', false],
    ['withdrawn', '2026-03-14', null, false],
    ['in the past: delayed', '2026-03-14', '2026-03-02', true],
  ])('%s', (_name, from, to, isDelayed) => {
    const known = knowing({ ...untouched, 'line/7/date': from });
    expect(findChanges(known, { ...untouched, 'line/7/date': to }, allRules, jacketOrder).changes).toMatchObject([
      { kind: 'expected-date', from, to, isDelayed },
    ]);
  });

  it('a line with nothing to come has no expected date to tell', () => {
    const now = { ...without(untouched, 'line/7/date', 'line/7/inStock') };
    expect(findChanges(knowing(), now, only(6, 7), jacketOrder)).toEqual({
      changes: [],
      filtered: [],
      silent: ['line/7/date', 'line/7/inStock'],
    });
  });
});

describe('told values (9.3)', () => {
  it('"from" is the told value if there is one, else the baseline', () => {
    const known = knowing({ ...untouched, 'line/7/date': '2026-03-20' }, { 'line/7/date': '2026-03-14' });
    const [change] = findChanges(known, { ...untouched, 'line/7/date': '2026-03-21' }, allRules, jacketOrder).changes;
    expect(change).toMatchObject({ from: '2026-03-14', to: '2026-03-21' });
  });

  it('back to what the customer was told is no news: it moves silently', () => {
    const known = knowing({ ...untouched, 'line/7/date': '2026-03-20' }, { 'line/7/date': '2026-03-14' });
    expect(findChanges(known, untouched, allRules, jacketOrder)).toEqual({
      changes: [],
      filtered: [],
      silent: ['line/7/date'],
    });
  });
});

it('every differing fact is told, left unsaid or moves silently: one of the three, whatever the rules and options', () => {
  const value = fc.record(
    {
      status: fc.constantFrom('order', 'back-order', 'invoice', 'invoice-not-delivered', 'cancelled', 'lost-sale'),
      picked: fc.boolean(),
      originalNotes: fc.nat(3),
      'line/7/toBeDelivered': fc.constantFrom(0, 1000, 2000, 3000),
      'line/7/delivered': fc.constantFrom(0, 1000, 2000, 3000),
      'line/7/date': fc.option(fc.constantFrom('2026-03-01', '2026-03-14', '2026-03-21'), { freq: 3 }),
      'line/7/inStock': fc.boolean(),
      'shipment/1': fc.constantFrom('Posten\t1', 'Posten\t2'),
      'backOrder/20': fc.constant('W-8841 / rest 1'),
      'creditNote/30': fc.constant('W-8841 / credit 1'),
    },
    { requiredKeys: ['status', 'picked', 'originalNotes', 'line/7/toBeDelivered', 'line/7/delivered'] },
  );
  const rules = fc.record({
    1: fc.boolean(),
    2: fc.boolean(),
    3: fc.boolean(),
    4: fc.boolean(),
    5: fc.boolean(),
    6: fc.boolean(),
    7: fc.boolean(),
  });
  fc.assert(
    fc.property(value, value, rules, anyRuleOptions, (baseline, now, on, ruleOptions) => {
      const settings = { ...on, options: ruleOptions };
      const { changes, filtered, silent } = findChanges(
        knowing(baseline as Facts),
        now as Facts,
        settings,
        jacketOrder,
      );
      const found = [...changes, ...filtered.map(({ change }) => change)];
      const told = found.flatMap((change) => change.moves.map((move) => move.fact));
      const differing = [...new Set([...Object.keys(baseline), ...Object.keys(now)])].filter(
        (fact) => (baseline as Facts)[fact] !== (now as Facts)[fact],
      );
      expect([...told, ...silent].sort()).toEqual(differing.sort());
      for (const change of found) expect(on[change.rule]).toBe(true);
    }),
    { numRuns: runs(2000) },
  );
});
