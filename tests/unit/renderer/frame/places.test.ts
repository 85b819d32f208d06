import { expect, test } from 'vitest';
import { go, goBack, type PlaceHistory, placeOfCommand } from '../../../../renderer/frame/places.ts';
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
  expect(without).toEqual(['view.e-commerce.update-website']);
});
