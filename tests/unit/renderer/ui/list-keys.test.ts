import { expect, test } from 'vitest';
import { nextRow } from '../../../../renderer/ui/list-keys.ts';

test.each([
  ['ArrowDown', 3, 4],
  ['ArrowUp', 3, 2],
  ['ArrowUp', 0, 0],
  ['ArrowDown', 9, 9],
  ['PageDown', 3, 9],
  ['PageUp', 3, 0],
  ['Home', 3, 0],
  ['End', 3, 9],
  ['a', 3, null],
  ['Enter', 3, null],
])('%s in row %i of ten leads to row %j', (key, active, row) => {
  expect(nextRow(key, active, 10, 8)).toBe(row);
});

test('an empty list has nowhere to go', () => {
  expect(nextRow('Home', 0, 0, 8)).toBeNull();
});
