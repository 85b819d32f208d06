import type { HierarchyRow } from '../../shared/sales-orders.ts';

export type HierarchyNode = { readonly row: HierarchyRow; readonly children: readonly HierarchyNode[] };

/** The rows as a tree: what stems from an order stands under it. */
export function hierarchyTree(rows: readonly HierarchyRow[]): readonly HierarchyNode[] {
  const ids = new Set(rows.map((row) => row.id));
  const under = (parent: number | null): readonly HierarchyNode[] =>
    rows
      .filter((row) =>
        parent === null ? row.originOrderId === null || !ids.has(row.originOrderId) : row.originOrderId === parent,
      )
      .map((row) => ({ row, children: under(row.id) }));
  return under(null);
}
