import { describe, expect, it } from 'vitest';
import { readScan, readScannedProduct, type ScanLine } from '../../../shared/scan.ts';

const line = (lineId: number, productNo: string, part: Partial<ScanLine> = {}): ScanLine => ({
  lineId,
  productId: lineId,
  productNo,
  countedMilli: 0,
  mostMilli: 2000,
  ...part,
});
const lines = [
  line(1, '5000'),
  line(2, 'JACKET-L', { countedMilli: 2000 }),
  line(3, '77', { productId: 30, mostMilli: 1000, countedMilli: 1000 }),
  line(4, '77', { productId: 30, mostMilli: 3000, countedMilli: 1000 }),
  line(5, 'ROPE', { mostMilli: 1500, countedMilli: 1000 }),
  line(6, 'cup', { productId: 60 }),
  line(7, 'CUP', { productId: 70 }),
];

describe('a scan on the lines of an order', () => {
  it.each([
    ['one of the product', '5000', { kind: 'counted', lineId: 1, countedMilli: 1000 }],
    [
      'white space and control characters around the code',
      '\u001d 5000\r',
      { kind: 'counted', lineId: 1, countedMilli: 1000 },
    ],
    ['capitals do not matter', 'jacket-l', { kind: 'full', lineId: 2 }],
    ['a product on two lines fills the first that has room', '77', { kind: 'counted', lineId: 4, countedMilli: 2000 }],
    ['half a unit of room is no room for one', 'ROPE', { kind: 'full', lineId: 5 }],
    ['the beginning of a number is another number', '500', { kind: 'not-here' }],
    ['a number with more behind it is another number', '50001', { kind: 'not-here' }],
    ['a zero in front makes another number', '05000', { kind: 'not-here' }],
    ['two products of one number are for a person to decide', 'Cup', { kind: 'several' }],
    ['nothing', '  ', { kind: 'empty' }],
    ['a line without a number is not found by nothing', '\t', { kind: 'empty' }],
  ] as const)('%s', (_case, text, outcome) => {
    expect(readScan(text, [...lines, line(8, '')])).toEqual(outcome);
  });

  it('a product found by its bar code counts like its number', () => {
    expect(readScannedProduct(30, lines)).toEqual({ kind: 'counted', lineId: 4, countedMilli: 2000 });
    expect(readScannedProduct(31, lines)).toEqual({ kind: 'not-here' });
  });

  it('never comes to more than the line may have', () => {
    let now: readonly ScanLine[] = [line(1, 'A', { mostMilli: 3000 })];
    for (const _scan of [1, 2, 3, 4, 5]) {
      const outcome = readScan('A', now);
      if (outcome.kind === 'counted') now = now.map((each) => ({ ...each, countedMilli: outcome.countedMilli }));
    }
    expect(now).toMatchObject([{ countedMilli: 3000 }]);
    expect(readScan('A', now)).toEqual({ kind: 'full', lineId: 1 });
  });
});
