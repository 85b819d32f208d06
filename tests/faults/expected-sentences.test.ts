import { expect, it } from 'vitest';
import { wrongSentences } from './expected-sentences.ts';
import type { Heard } from './heard.ts';
import type { FactValue, ShopFacts } from './shop-facts.ts';

const start: Readonly<Record<string, FactValue>> = {
  status: 'order',
  picked: false,
  'Tent: waits': true,
  'Tent: date': null,
  'Tent: delivered': 0,
  'Tent: amount': 2,
  'Tent: in stock': false,
};
const of = (facts: Readonly<Record<string, FactValue>>): ShopFacts =>
  Object.fromEntries(Object.entries(facts).map(([topic, value]) => [`W-1|${topic}`, value]));

/** The shop went through these changes one after the other, and the customer read these. */
function wrongs(
  changes: readonly Readonly<Record<string, FactValue>>[],
  heard: readonly Heard[],
  withheld: string[] = [],
) {
  const states = [of(start)];
  for (const change of changes) states.push({ ...states.at(-1), ...of(change) });
  return wrongSentences({
    states,
    heard: heard.map((one) => ({ webOrderNo: 'W-1', sentence: 'It says.', heard: [one] })),
    withheld: new Set(withheld.map((topic) => `W-1|${topic}`)),
    optedOut: new Set(),
  });
}

const told = (topic: string, value: FactValue, before: FactValue): Heard => ({ topic, value, before });
const first = { 'Tent: date': '2027-04-01' };
const second = { 'Tent: date': '2027-05-03' };

it.each<[string, Parameters<typeof wrongs>]>([
  ['nothing happened', [[], []]],
  [
    'all is told',
    [
      [first, { picked: true }],
      [told('Tent: date', '2027-04-01', null), { topic: 'picked', value: true }],
    ],
  ],
  ['what was overtaken is told in its last state', [[first, second], [told('Tent: date', '2027-05-03', null)]]],
  ['changed and changed back is no news', [[first, { 'Tent: date': null }], []]],
  [
    'pieces that left are no longer to be delivered',
    [[{ 'Tent: delivered': 1, 'Tent: amount': 1 }], [told('Tent: delivered', 1, 0)]],
  ],
  [
    'an order that ended tells only that',
    [[{ picked: true }, { status: 'cancelled' }], [told('status', 'Cancelled', 'In progress')]],
  ],
  ['staff said that it need not be told', [[{ picked: true }], [], ['picked']]],
])('%s: nothing is wrong', (_what, given) => {
  expect(wrongs(...given)).toEqual([]);
});

it.each<[string, Parameters<typeof wrongs>]>([
  ['never heard', [[{ picked: true }], []]],
  [
    'heard twice',
    [
      [{ picked: true }],
      [
        { topic: 'picked', value: true },
        { topic: 'picked', value: true },
      ],
    ],
  ],
  ['the last value not heard', [[first, second], [told('Tent: date', '2027-04-01', null)]]],
  ['a value that never was', [[first], [told('Tent: date', '2027-09-09', null)]]],
  [
    'values in the wrong order',
    [
      [first, second],
      [told('Tent: date', '2027-05-03', null), told('Tent: date', '2027-04-01', '2027-05-03')],
    ],
  ],
  [
    'the same value again',
    [[first], [told('Tent: date', '2027-04-01', null), told('Tent: date', '2027-04-01', '2027-04-01')]],
  ],
  ['a "before" that was not known', [[first, second], [told('Tent: date', '2027-05-03', '2027-04-01')]]],
])('%s: it is seen', (_what, given) => {
  expect(wrongs(...given)).not.toEqual([]);
});
