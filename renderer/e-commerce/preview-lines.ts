import type { Change } from '../../shared/change.ts';
import type { FilterReason } from '../../shared/rule-options.ts';
import type { PreviewedOrder, PreviewRow } from '../../shared/website-data.ts';

/** What the preview can show, as its tabs stand. */
export const previewViews = ['told', 'notTold', 'held'] as const;
export type PreviewView = (typeof previewViews)[number];

/** One change of the preview as a row of its list; without a change where an order is held unseen. */
export type PreviewLine = {
  readonly id: string;
  readonly row: PreviewRow;
  readonly order: PreviewedOrder;
  readonly change: Change | null;
  readonly sentence: string;
  /** Why an option leaves the change unsaid; null for any other change. */
  readonly why: FilterReason | null;
};

/** What a preview shows under "Would be told" and under "Not told", line by line: what a list holds is what its tab counts. */
export function previewLists(rows: readonly PreviewRow[]): Record<'told' | 'notTold', readonly PreviewLine[]> {
  return {
    told: previewLines(rows.filter(({ notTold }) => notTold === null)),
    notTold: previewLines(rows.filter(({ notTold }) => notTold !== null)),
  };
}

/** The lines of a preview: a customer's orders, an order's changes, one after the other. */
function previewLines(rows: readonly PreviewRow[]): readonly PreviewLine[] {
  return rows.flatMap((row) =>
    row.orders.flatMap((order): readonly PreviewLine[] => {
      const line = (change: Change | null, sentence: string, index: number): PreviewLine => {
        const id = `${row.notTold ?? ''} ${row.contactId} ${order.orderId} ${change?.moves[0]?.fact ?? index}`;
        return { id, row, order, change, sentence, why: order.why[index] ?? null };
      };
      if (order.changes.length === 0) return [line(null, '', 0)];
      return order.changes.map((change, index) => line(change, order.sentences[index] ?? '', index));
    }),
  );
}
