/** Which columns of a list are shown, and in which order; `shown` and `hidden` together are all of them. */
export type ColumnLayout = { readonly order: readonly string[]; readonly hidden: readonly string[] };

/** What a list knows of its columns: the order they have at first and which of them are hidden then. */
export type ColumnDefaults = { readonly ids: readonly string[]; readonly hidden: readonly string[] };

/** The layout at first: nobody has chosen yet. */
export function firstLayout({ ids, hidden }: ColumnDefaults): ColumnLayout {
  return { order: ids, hidden };
}

/** A layout as it is remembered: ids in order, hidden ones with a minus, `orderNo,customer,-total`. */
export function writeLayout({ order, hidden }: ColumnLayout): string {
  return order.map((id) => (hidden.includes(id) ? `-${id}` : id)).join(',');
}

/**
 * Reads what was remembered. Columns that are no more are forgotten; one that is new since stands behind the column it follows
 * at first, and the first column always stays first.
 */
export function readLayout(stored: string | null, defaults: ColumnDefaults): ColumnLayout {
  if (stored === null || stored === '') return firstLayout(defaults);
  const parts = stored.split(',').map((part) => ({ id: part.replace(/^-/, ''), isHidden: part.startsWith('-') }));
  const known = parts.filter(({ id }, at) => defaults.ids.includes(id) && parts.findIndex((p) => p.id === id) === at);
  const order = known.map(({ id }) => id).filter((id) => id !== defaults.ids[0]);
  const hidden = known.filter(({ isHidden }) => isHidden).map(({ id }) => id);
  defaults.ids.forEach((id, at) => {
    if (order.includes(id)) return;
    const before = at === 0 ? -1 : order.indexOf(defaults.ids[at - 1] ?? '');
    order.splice(before + 1, 0, id);
    if (!known.some((part) => part.id === id) && defaults.hidden.includes(id)) hidden.push(id);
  });
  return { order, hidden: hidden.filter((id) => id !== defaults.ids[0]) };
}

/** Moves a column by one place; the first column keeps its place. */
export function moveColumn(layout: ColumnLayout, id: string, by: -1 | 1): ColumnLayout {
  const from = layout.order.indexOf(id);
  const to = from + by;
  if (from < 1 || to < 1 || to >= layout.order.length) return layout;
  const order = [...layout.order];
  order.splice(to, 0, ...order.splice(from, 1));
  return { ...layout, order };
}

/** Shows a column that is hidden and hides one that is shown. */
export function toggleColumn(layout: ColumnLayout, id: string): ColumnLayout {
  const isHidden = layout.hidden.includes(id);
  return { ...layout, hidden: isHidden ? layout.hidden.filter((each) => each !== id) : [...layout.hidden, id] };
}

/** The columns that are shown, in their order. */
export function shownColumns<Column extends { readonly id: string }>(
  columns: readonly Column[],
  { order, hidden }: ColumnLayout,
): readonly Column[] {
  return order.flatMap((id) => columns.filter((column) => column.id === id && !hidden.includes(id)));
}
