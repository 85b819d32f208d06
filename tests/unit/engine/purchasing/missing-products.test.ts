import { describe, expect, it } from 'vitest';
import { linesToReserve, missingOf, type WaitingLine } from '../../../../main/engine/purchasing/missing-products.ts';

const waiting = (...quantities: readonly number[]): readonly WaitingLine[] =>
  quantities.map((remainingMilli, index) => ({
    lineId: index + 1,
    orderId: index + 1,
    productId: 1,
    remainingMilli,
    isReserved: false,
  }));
const supply = (stockMilli: number, onPurchaseMilli = 0) => ({ stockMilli, onPurchaseMilli });
const reserved = (lines: readonly WaitingLine[], there: ReturnType<typeof supply>, orderedMilli: number) =>
  linesToReserve(lines, there, orderedMilli).map(({ lineId }) => lineId);

describe('what is missing', () => {
  it.each([
    [10, supply(4, 3), 3],
    [10, supply(4, 6), 0],
    [10, supply(40), 0],
    [10, supply(-2), 12],
  ])('waiting %d with %o: %d', (quantity, there, missing) => {
    expect(missingOf(quantity, there)).toBe(missing);
  });
});

describe('a purchase of what is missing is reserved', () => {
  it('for the newest lines: stock and other purchases go to the oldest', () => {
    expect(reserved(waiting(2, 3, 4), supply(3, 2), 4)).toEqual([3]);
  });
  it('for a line that stock covers in part', () => {
    expect(reserved(waiting(2, 3, 4), supply(3), 6)).toEqual([2, 3]);
  });
  it('as far as it reaches', () => {
    expect(reserved(waiting(2, 3, 4), supply(0), 2)).toEqual([1]);
    expect(reserved(waiting(2, 3, 4), supply(0), 3)).toEqual([1, 2]);
  });
  it('for no line that has a purchase already, which is that line’s own', () => {
    const [first, ...rest] = waiting(5, 2, 2);
    const lines = first ? [{ ...first, isReserved: true }, ...rest] : rest;
    expect(reserved(lines, supply(0, 5), 4)).toEqual([2, 3]);
  });
  it('for nobody when stock covers all', () => {
    expect(reserved(waiting(2, 3), supply(5), 10)).toEqual([]);
  });
});
