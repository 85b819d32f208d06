import { expect, test } from 'vitest';
import { allRows, extendTo, inList, noneSelected, onlyRow, toggleRow } from '../../../../renderer/ui/list-selection.ts';

const rows = [11, 12, 13, 14, 15];

test('a row is chosen and taken out again, the others stay', () => {
  const two = toggleRow(toggleRow(noneSelected, 12), 14);
  expect(inList(two, rows)).toEqual([12, 14]);
  expect(inList(toggleRow(two, 12), rows)).toEqual([14]);
});

test('a range goes from where it began, upwards and downwards, and shrinks when it is taken back', () => {
  const begun = onlyRow(13);
  const down = extendTo(begun, rows, 15);
  expect(inList(down, rows)).toEqual([13, 14, 15]);
  expect(inList(extendTo(down, rows, 14), rows)).toEqual([13, 14]);
  expect(inList(extendTo(down, rows, 11), rows)).toEqual([11, 12, 13]);
});

test('a range whose beginning has left the list begins anew', () => {
  expect(inList(extendTo(onlyRow(99), rows, 14), rows)).toEqual([14]);
});

test('rows that a search took out of the list are not part of what is done', () => {
  expect(inList(allRows(rows), [12, 99])).toEqual([12]);
});
