import { expect, test } from 'vitest';
import { decideWay, problemsOf } from '../../../../renderer/import/decide-reading.ts';
import type { FoundColumn, ImportField } from '../../../../shared/import.ts';

const dates = (first: number, second: number, either: number) => ({
  'day-first': first,
  'month-first': second,
  either,
});

test.each([
  ['its own cells decide', dates(1, 0, 9), [], 'day-first'],
  ['most of its cells decide; the others are faults', dates(1, 5, 0), [], 'month-first'],
  ['cells that contradict each other are asked about', dates(2, 2, 0), [], 'ask'],
  ['other columns decide', dates(0, 0, 3), [dates(0, 0, 3), dates(0, 2, 0)], 'month-first'],
  ['nothing decides', dates(0, 0, 3), [dates(0, 0, 3)], 'ask'],
  ['no cell depends on it', dates(0, 0, 0), [], null],
] as const)('%s', (_name, own, others, way) => {
  expect(decideWay(['day-first', 'month-first'], own, others)).toBe(way);
});

function mapped(...fields: readonly (ImportField | null)[]) {
  return fields.map((field, index) => {
    const column: FoundColumn = {
      index,
      header: `c${index}`,
      samples: [],
      field,
      dates: dates(0, 0, index),
      decimals: { comma: 0, point: 0, either: index },
    };
    return { column, choice: { field, dateOrder: null, decimalSign: null } };
  });
}

test('what is needed, chosen twice or open keeps a file from being checked', () => {
  const all = mapped('name', 'name', 'unitPrice', 'expectedDeliveryDate', null);
  expect(problemsOf('products', all).map((problem) => problem.kind)).toEqual([
    'column',
    'twice',
    'dateOrder',
    'decimalSign',
  ]);
  expect(problemsOf('products', mapped('productNo', 'name'))).toEqual([]);
});
