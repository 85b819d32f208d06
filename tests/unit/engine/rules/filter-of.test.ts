import { describe, expect, it } from 'vitest';
import { findChanges, type OrderUnderRules } from '../../../../main/engine/rules/find-changes.ts';
import type { Facts, FactValue, RuleSettings } from '../../../../shared/change.ts';
import { orderStatuses } from '../../../../shared/order.ts';
import { type RuleOptions, spokenAs, spokenStatuses, storedRuleOptions } from '../../../../shared/rule-options.ts';
import { filteredBy, jacketOrder, knowing, noRules, untouched } from '../../../support/facts.ts';

/** What is told and why the rest is not, in short. */
function judge(now: Facts, rules: RuleSettings, { known = knowing(), order = jacketOrder } = {}) {
  const { changes, filtered, silent } = findChanges(known, now, rules, order);
  return {
    told: changes.map(({ kind }) => kind),
    unsaid: filtered.map(({ why }) => why),
    speaksFrom: filtered.map(({ speaksFrom }) => speaksFrom),
    silent,
  };
}
const line = (change: Partial<OrderUnderRules['lines'] extends ReadonlyMap<number, infer Line> ? Line : never>) => ({
  ...jacketOrder,
  lines: new Map([...jacketOrder.lines].map(([id, was]) => [id, { ...was, ...change }])),
});

describe('an option leaves a change unsaid without moving it (9.2)', () => {
  it('nothing of it is told, nothing moves', () => {
    const now = { ...untouched, 'line/7/date': '2026-03-15' };
    expect(judge(now, filteredBy({ 6: { toleranceDays: 2, direction: 'any' } }))).toMatchObject({
      told: [],
      unsaid: [{ kind: 'few-days', days: 1, toldFromDays: 3 }],
      silent: [],
    });
  });

  it('options of a rule that is off leave nothing unsaid: what it found moves silently', () => {
    const now = { ...untouched, 'line/7/date': '2026-03-15' };
    const off = { ...noRules, options: filteredBy({ 6: { toleranceDays: 2, direction: 'any' } }).options };
    expect(judge(now, off)).toMatchObject({ told: [], unsaid: [], silent: ['line/7/date'] });
  });
});

describe('rule 1: chosen statuses', () => {
  const silent = (...silentStatuses: RuleOptions[1]['silentStatuses']) => filteredBy({ 1: { silentStatuses } });

  it('a status that is not chosen is unsaid, with the reset that invoicing makes; the others are told', () => {
    const now = { ...untouched, status: 'invoice', 'line/7/toBeDelivered': 0 };
    const order = line({ remainingMilli: 0 });
    expect(judge(now, silent('invoice'), { order })).toMatchObject({ told: [], silent: [] });
    expect(judge(now, silent('cancelled', 'credited'), { order }).told).toEqual(['status']);
  });

  it('lost sale is chosen by what it reads as: cancelled; the other facts of the ended order move silently', () => {
    const now = { ...untouched, status: 'lost-sale', picked: true };
    expect(judge(now, silent('cancelled'))).toEqual({
      told: [],
      unsaid: [{ kind: 'status-silent', status: 'cancelled' }],
      speaksFrom: [null],
      silent: ['picked'],
    });
  });

  it('a status left unsaid is no "from": the next one that is told names what the customer knew', () => {
    const { changes } = findChanges(knowing(), { ...untouched, status: 'cancelled' }, silent('invoice'), jacketOrder);
    expect(changes).toMatchObject([{ from: 'order', to: 'cancelled' }]);
  });

  it('credited is one of them; a back order made is told whatever is chosen', () => {
    const now = { ...untouched, 'creditNote/30': 'W-8841 / credit 1', 'backOrder/20': 'W-8841 / rest 1' };
    expect(judge(now, silent(...spokenStatuses))).toMatchObject({
      told: ['back-order-made'],
      unsaid: [{ kind: 'status-silent', status: 'credited' }],
    });
  });

  it('every status reads as one of those that can be chosen, or is never told', () => {
    const read = orderStatuses.map(spokenAs).filter((status) => status !== null);
    expect(new Set(read)).toEqual(new Set(spokenStatuses));
    expect(orderStatuses.filter((status) => spokenAs(status) === null)).toEqual(['quotation', 'order-basis']);
  });
});

describe('rule 5: deliveries, the next delivery, or both', () => {
  const delivered = { ...untouched, 'line/7/delivered': 2000, 'line/7/toBeDelivered': 1000 };
  const nextOnly = { ...untouched, 'line/7/toBeDelivered': 2000 };
  const mixed = { ...untouched, 'line/7/delivered': 2000, 'line/7/toBeDelivered': 0 };
  const removed = { ...untouched, 'line/7/toBeDelivered': null };

  it.each([
    ['both', [true, true, true, true]],
    ['deliveries', [true, false, true, true]],
    ['next-delivery', [false, true, true, true]],
  ] as const)('%s', (speaksOf, [ofDelivered, ofNext, ofMixed, ofRemoved]) => {
    const isTold = (now: Facts, order = jacketOrder) =>
      judge(now, filteredBy({ 5: { speaksOf } }), { order }).told.includes('line-quantity');
    expect([isTold(delivered), isTold(nextOnly), isTold(mixed)]).toEqual([ofDelivered, ofNext, ofMixed]);
    expect(isTold(removed, line({ isRemoved: true, remainingMilli: 0 }))).toBe(ofRemoved);
  });

  it('what speaks is told in full: a change is never cut in two', () => {
    const { changes } = findChanges(knowing(), mixed, filteredBy({ 5: { speaksOf: 'deliveries' } }), jacketOrder);
    expect(changes).toMatchObject([
      { delivered: { fromMilli: 0, toMilli: 2000 }, toBeDelivered: { fromMilli: 3000, toMilli: 0 } },
    ]);
  });
});

describe('rule 6: days and direction', () => {
  const knownDate = '2026-03-14';
  const moved = (
    to: FactValue,
    { days = 0, direction = 'any', from = knownDate, today = jacketOrder.today }: Partial<MoveOfDate> = {},
  ) =>
    judge({ ...untouched, 'line/7/date': to }, filteredBy({ 6: { toleranceDays: days, direction } }), {
      known: knowing({ ...untouched, 'line/7/date': from }),
      order: { ...jacketOrder, today },
    });
  type MoveOfDate = { days: number; direction: RuleOptions[6]['direction']; from: FactValue; today: string };

  it.each([
    ['2026-03-16', false],
    ['2026-03-12', false],
    ['2026-03-17', true],
    ['2026-03-11', true],
  ])('a tolerance of 2 days: from 14 March to %s is told: %s', (to, isTold) => {
    expect(moved(to, { days: 2 }).told).toEqual(isTold ? ['expected-date'] : []);
  });

  it('three moves of one day are told at the third, from what the customer was told', () => {
    const rules = filteredBy({ 6: { toleranceDays: 2, direction: 'any' } });
    const known = knowing({ ...untouched, 'line/7/date': '2026-03-20' }, { 'line/7/date': '2026-03-14' });
    const changesAt = (date: string) => findChanges(known, { ...untouched, 'line/7/date': date }, rules, jacketOrder);
    expect(changesAt('2026-03-15').changes).toEqual([]);
    expect(changesAt('2026-03-16').changes).toEqual([]);
    expect(changesAt('2026-03-17').changes).toMatchObject([{ from: '2026-03-14', to: '2026-03-17' }]);
  });

  it.each([
    ['later', '2026-03-15', null],
    ['later', '2026-03-13', 'only-later'],
    ['earlier', '2026-03-13', null],
    ['earlier', '2026-03-15', 'only-earlier'],
  ] as const)('only %s: a move to %s', (direction, to, why) => {
    expect(moved(to, { direction }).unsaid).toEqual(why === null ? [] : [{ kind: why }]);
  });

  it.each(['any', 'later', 'earlier'] as const)(
    'direction %s: a first date and one that no longer holds always speak',
    (direction) => {
      expect(moved('2026-03-15', { direction, days: 90, from: null }).told).toEqual(['expected-date']);
      expect(moved(null, { direction, days: 90 }).told).toEqual(['expected-date']);
    },
  );

  it('days are days of the calendar, over the change to summer time and over a year', () => {
    const twoDays = { days: 2, today: '2026-01-01' };
    expect(moved('2026-03-30', { ...twoDays, from: '2026-03-28' }).told).toEqual([]);
    expect(moved('2026-03-31', { ...twoDays, from: '2026-03-28' }).told).toEqual(['expected-date']);
    expect(moved('2026-10-26', { ...twoDays, from: '2026-10-24' }).told).toEqual([]);
    expect(moved('2027-01-02', { ...twoDays, from: '2026-12-31' }).told).toEqual([]);
    expect(moved('2028-03-01', { ...twoDays, from: '2028-02-28' }).told).toEqual([]);
  });

  describe('a date that has passed counts as today', () => {
    it('without days and direction it is told as delayed', () => {
      expect(moved('2026-03-02').told).toEqual(['expected-date']);
    });

    it('a small move is told as delayed once it is late by more than the tolerance', () => {
      const smallMove = { days: 2, from: '2026-03-14' };
      const at = (today: string) => moved('2026-03-15', { ...smallMove, today });
      expect(at('2026-03-15').unsaid).toEqual([{ kind: 'few-days', days: 1, toldFromDays: 3 }]);
      expect(at('2026-03-16').unsaid).toEqual([{ kind: 'few-days', days: 2, toldFromDays: 3 }]);
      expect(at('2026-03-17').told).toEqual(['expected-date']);
    });

    it('an earlier date that was not told is delayed only when the date that the customer knows has passed', () => {
      const at = (today: string) => moved('2026-03-10', { direction: 'later', today });
      expect(at('2026-03-11').unsaid).toEqual([{ kind: 'only-later' }]);
      expect(at('2026-03-14').unsaid).toEqual([{ kind: 'only-later' }]);
      expect(at('2026-03-15').told).toEqual(['expected-date']);
    });

    it('it is never told as earlier', () => {
      expect(moved('2026-03-02', { direction: 'earlier' }).unsaid).toEqual([{ kind: 'only-earlier' }]);
    });

    const days = Array.from({ length: 60 }, (_, n) => new Date(Date.UTC(2026, 2, 1 + n)).toISOString().slice(0, 10));
    it.each([
      ['any', 2, '2026-03-15'],
      ['any', 5, '2026-03-10'],
      ['later', 0, '2026-03-10'],
      ['later', 3, '2026-03-15'],
      ['later', 0, '2026-03-01'],
      ['earlier', 3, '2026-03-13'],
    ] as const)(
      '%s, %i days, to %s: the day that is foretold is the first on which it speaks',
      (direction, daysOff, to) => {
        const [speaksFrom] = moved(to, { direction, days: daysOff, today: days[0] ?? '' }).speaksFrom;
        const speaks = (today: string) => moved(to, { direction, days: daysOff, today }).told.length > 0;
        expect(days.find(speaks) ?? null).toBe(speaksFrom);
      },
    );
  });
});

describe('rule 7: only when the whole line is in stock', () => {
  const rules = filteredBy({ 7: { onlyWholeLine: true } });
  const came = { ...untouched, 'line/7/inStock': true };

  it('some pieces are not told, all that is to come are', () => {
    expect(judge(came, rules)).toMatchObject({ told: [], unsaid: [{ kind: 'not-whole-line' }], silent: [] });
    expect(judge(came, rules, { order: line({ isInHand: true }) }).told).toEqual(['back-in-stock']);
  });

  it('a date that goes while only some pieces have come is told: the customer still waits for the others', () => {
    const now = { ...came, 'line/7/date': null };
    expect(judge(now, rules)).toMatchObject({ told: ['expected-date'], unsaid: [{ kind: 'not-whole-line' }] });
    expect(judge(now, rules, { order: line({ isInHand: true }) })).toMatchObject({
      told: ['back-in-stock'],
      silent: [],
    });
  });
});

it('what a company file does not name is as every website begins', () => {
  expect(storedRuleOptions.parse({ 6: { toleranceDays: 3, direction: 'later' } })).toEqual({
    1: { silentStatuses: [] },
    5: { speaksOf: 'both' },
    6: { toleranceDays: 3, direction: 'later' },
    7: { onlyWholeLine: false },
  });
});
