import { expect, test } from 'vitest';
import {
  choiceOf,
  firstSort,
  noFilters,
  type OrderListFilters,
  readSort,
  setFilters,
  sortForEngine,
  toggleStatus,
  withoutFilter,
  writeSort,
} from '../../../../renderer/orders/order-list-filters.ts';
import { countOrdersInput, orderSort } from '../../../../shared/sales-orders.ts';

const everything: OrderListFilters = {
  filter: 'to-pick',
  statuses: ['order', 'back-order'],
  website: 7,
  picked: 'no',
  isWaitingForGoods: true,
  needsAttention: true,
};

test('without filters the engine is asked for all orders', () => {
  expect(choiceOf(noFilters, '')).toEqual({ filter: 'all', search: '' });
});

test('all filters and the search are asked for together, as the engine reads them', () => {
  const choice = choiceOf(everything, 'kari');
  expect(countOrdersInput.parse(choice)).toEqual({
    filter: 'to-pick',
    search: 'kari',
    statuses: ['order', 'back-order'],
    website: 7,
    isPicked: false,
    isWaitingForGoods: true,
    needsAttention: true,
  });
});

test('orders without a website are a filter of their own', () => {
  expect(choiceOf({ ...noFilters, website: 'none' }, '')).toMatchObject({ website: null });
  expect(choiceOf({ ...noFilters, website: 'any' }, '')).not.toHaveProperty('website');
});

test('each filter that is set can be taken off, and none is left then', () => {
  const left = setFilters(everything).reduce(withoutFilter, everything);
  expect(setFilters(everything)).toHaveLength(6);
  expect(left).toEqual({ ...noFilters, filter: 'to-pick' });
});

test('statuses stand in their usual order, whichever was chosen first', () => {
  expect(toggleStatus({ ...noFilters, statuses: ['invoice'] }, 'order').statuses).toEqual(['order', 'invoice']);
});

test.each(['orderNo', 'webOrderNo', 'customer', 'status', 'expected', 'orderDate', 'deliveryDate', 'total'])(
  'sorted by %s, the list is asked for as the engine can sort it, and so remembered',
  (column) => {
    const sort = { column, direction: 'ascending' } as const;
    expect(orderSort.parse(sortForEngine(sort)).direction).toBe('ascending');
    expect(readSort(writeSort(sort))).toEqual(sort);
  },
);

test('what cannot be read as a sorting is newest first', () => {
  for (const stored of [null, '', 'gone ascending', 'total sideways']) expect(readSort(stored)).toEqual(firstSort);
  expect(sortForEngine(firstSort)).toEqual({ by: 'orderNo', direction: 'descending' });
});
