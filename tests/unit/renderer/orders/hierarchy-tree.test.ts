import { expect, it } from 'vitest';
import { hierarchyTree } from '../../../../renderer/orders/hierarchy-tree.ts';
import type { HierarchyRow } from '../../../../shared/sales-orders.ts';

const row = (id: number, originOrderId: number | null): HierarchyRow => ({
  id,
  orderNo: 10_000 + id,
  webOrderNo: '',
  status: 'order',
  invoiceNo: null,
  originOrderId,
  depth: 0,
});

it('what stems from an order stands under it, in the order of the rows', () => {
  const [root, ...others] = hierarchyTree([row(1, null), row(2, 1), row(3, 1), row(4, 2)]);
  expect(others).toEqual([]);
  expect(root?.children.map((child) => child.row.id)).toEqual([2, 3]);
  expect(root?.children[0]?.children.map((child) => child.row.id)).toEqual([4]);
});

it('a row whose origin is not among the rows stands at the top, so that none is lost', () => {
  expect(hierarchyTree([row(7, 3)]).map((node) => node.row.id)).toEqual([7]);
});
