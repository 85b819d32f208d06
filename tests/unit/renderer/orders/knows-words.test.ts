import { expect, test } from 'vitest';
import { wordKnown } from '../../../../renderer/orders/knows-words.ts';
import { notToldReasons } from '../../../../shared/change.ts';
import type { KnownOfOrder } from '../../../../shared/website-data.ts';

const nothingTold: KnownOfOrder = {
  orderId: 1,
  state: 'nothing-told',
  told: null,
  next: [],
  reason: null,
  filtered: [],
};
const told = { at: '2026-03-03T10:12:00.000Z', kinds: ['picked', 'shipment'] } as const;
const fewDays = { kind: 'few-days', days: 1, toldFromDays: 3 } as const;
const word = (known: Partial<KnownOfOrder>) => wordKnown({ ...nothingTold, ...known }, '2026-03-05');

test.each<[string, Partial<KnownOfOrder>]>([
  ['–', { state: 'no-webshop-order' }],
  ['up to date', {}],
  ['told 3 Mar: picked, shipping no.', { state: 'told', told }],
  ['will be told: new date', { state: 'will-be-told', told, next: ['expected-date'] }],
  ['held', { state: 'held', reason: 'uncertain-mail', next: ['picked'] }],
  ['refused', { state: 'held', reason: 'refused-three-times' }],
  ['refused', { state: 'not-told', reason: 'address-refused' }],
  ['moved by 1 day; told from 3 days', { state: 'not-told', reason: 'filtered', filtered: [fewDays, fewDays] }],
  ['not told: wants no order status e-mails', { state: 'not-told', reason: 'opted-out', next: ['picked'] }],
])('%s', (words, known) => {
  expect(word(known).word).toBe(words);
});

test('all of it says what was told last, and what is to tell', () => {
  expect(word({ state: 'will-be-told', told, next: ['expected-date'] }).whole).toBe(
    'The next Get Website Data tells: new date. Last told 3 Mar: picked, shipping no.',
  );
});

test('what an option leaves unsaid stands beside what is told, and is as calm', () => {
  expect(word({ state: 'will-be-told', told, next: ['picked'], filtered: [fewDays] }).whole).toBe(
    'The next Get Website Data tells: picked. Not told for now: moved by 1 day; told from 3 days. Last told 3 Mar: picked, shipping no.',
  );
  expect(word({ state: 'not-told', reason: 'filtered', filtered: [fewDays] }).tone).toBeNull();
});

test('what a person has to see to stands out, and what waits does', () => {
  expect(word({ state: 'held', reason: 'uncertain-mail' }).tone).toBe('attention');
  expect(word({ state: 'not-told', reason: 'refused-three-times' }).tone).toBe('attention');
  expect(word({ state: 'not-told', reason: 'opted-out' }).tone).toBe('waiting');
  expect(word({ state: 'told', told }).tone).toBeNull();
});

test('nobody is said to be up to date for whom something waits', () => {
  for (const reason of notToldReasons)
    for (const state of ['held', 'not-told'] as const) expect(word({ state, reason }).word).not.toBe('up to date');
});
