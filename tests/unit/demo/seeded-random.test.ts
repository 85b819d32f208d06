import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../demo/seeded-random.ts';

describe('seeded random', () => {
  test('the same seed gives the same choices', () => {
    const draw = () => {
      const random = seededRandom(7);
      return Array.from({ length: 20 }, () => random.between(1, 1000));
    };
    expect(draw()).toEqual(draw());
  });

  test('every number between the bounds comes, and none outside', () => {
    const random = seededRandom(7);
    const drawn = new Set(Array.from({ length: 500 }, () => random.between(3, 6)));
    expect([...drawn].sort()).toEqual([3, 4, 5, 6]);
  });

  test('nothing can be picked from an empty list', () => {
    expect(() => seededRandom(7).pick([])).toThrow();
  });
});
