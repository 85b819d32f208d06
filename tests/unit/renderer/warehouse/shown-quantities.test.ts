import { expect, test } from 'vitest';
import { shownQuantities } from '../../../../renderer/warehouse/shown-quantities.ts';

const line = (id: number, firstMilli: number, isScannable = true) => ({ id, firstMilli, isScannable });

test('quantities begin with what is expected', () => {
  expect(shownQuantities([line(1, 3000), line(2, 1000)], { typed: {}, isCounting: false })).toEqual({ 1: '3', 2: '1' });
});

test('once something was scanned the other lines begin with 0, but not what has no bar code', () => {
  const scanned = { typed: { 1: '1' }, isCounting: true };
  expect(shownQuantities([line(1, 3000), line(2, 2000), line(3, 1000, false)], scanned)).toEqual({
    1: '1',
    2: '0',
    3: '1',
  });
});

test('what was scanned stays when somebody else changes the order meanwhile, and a new line waits for its scan', () => {
  const scanned = { typed: { 1: '1' }, isCounting: true };
  expect(shownQuantities([line(1, 5000), line(4, 2000)], scanned)).toEqual({ 1: '1', 4: '0' });
});

test('a line that nobody touched follows what is expected now', () => {
  expect(shownQuantities([line(1, 5000), line(2, 1000)], { typed: { 2: '0' }, isCounting: false })).toEqual({
    1: '5',
    2: '0',
  });
});
