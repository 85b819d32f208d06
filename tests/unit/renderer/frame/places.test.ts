import { expect, test } from 'vitest';
import {
  go,
  goBack,
  newPlaceFrom,
  type PlaceHistory,
  placeFrom,
  placeOfCommand,
  placeText,
} from '../../../../renderer/frame/places.ts';
import { languageOfCommand, menuCommandIds } from '../../../../shared/menu-model.ts';

const start: PlaceHistory = { now: { page: 'orders' }, before: [] };

test('the way back leads through the places one came by', () => {
  const there = go(go(start, { page: 'order', orderId: 1 }), { page: 'contact', contactId: 2 });
  const back = goBack(there, { page: 'orders' });
  expect(back.now).toEqual({ page: 'order', orderId: 1 });
  expect(goBack(goBack(back, start.now), start.now).now).toEqual({ page: 'orders' });
});

test('going to where one is adds no step to the way back', () => {
  expect(go(start, { page: 'orders' })).toBe(start);
});

test('every command of the View menu that shows a page leads to one', () => {
  const leading = menuCommandIds.filter((id) => id.startsWith('view.') && languageOfCommand(id) === null);
  const without = leading.filter((id) => placeOfCommand[id] === undefined);
  const elsewhere = ['view.back', 'view.refresh', 'view.zoom-in', 'view.zoom-out', 'view.zoom-actual'];
  expect(without).toEqual(['view.e-commerce.update-website', ...elsewhere]);
});

test('a place comes to another window as it was, and nothing that is no place', () => {
  expect(placeFrom(placeText({ page: 'order', orderId: 12 }))).toEqual({ page: 'order', orderId: 12 });
  for (const text of [null, '', '{', 'null', '{"page":"toString"}', '{"page":1}']) expect(placeFrom(text)).toBeNull();
});

test.each([
  ['contact', 'new-contact'],
  ['products', 'new-product'],
  ['purchases-not-received', 'new-purchase'],
  ['order', 'new-order'],
  ['set-up', 'new-order'],
] as const)('File - New on %s leads to %s', (page, next) => {
  expect(newPlaceFrom(page)).toEqual({ page: next });
});
