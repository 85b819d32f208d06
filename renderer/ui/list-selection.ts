export type RowKey = string | number;

/** The rows chosen in a list; `anchor` is where a range begins that Shift extends. */
export type Selected = { readonly keys: ReadonlySet<RowKey>; readonly anchor: RowKey | null };

export const noneSelected: Selected = { keys: new Set(), anchor: null };

/** Chooses a row or takes it out again; the next range begins at it. */
export function toggleRow(selected: Selected, key: RowKey): Selected {
  const keys = new Set(selected.keys);
  if (!keys.delete(key)) keys.add(key);
  return { keys, anchor: key };
}

export function onlyRow(key: RowKey): Selected {
  return { keys: new Set([key]), anchor: key };
}

/** Chooses from the anchor to a row instead of what was chosen, as lists of the desktop do; `rows` as they stand in the list. */
export function extendTo(selected: Selected, rows: readonly RowKey[], key: RowKey): Selected {
  const from = selected.anchor === null ? -1 : rows.indexOf(selected.anchor);
  const to = rows.indexOf(key);
  if (from < 0 || to < 0) return onlyRow(key);
  return { keys: new Set(rows.slice(Math.min(from, to), Math.max(from, to) + 1)), anchor: selected.anchor };
}

export function allRows(rows: readonly RowKey[]): Selected {
  return { keys: new Set(rows), anchor: rows[0] ?? null };
}

/** What is in sight of the selection: nobody changes rows that a search has taken out of the list. */
export function inList(selected: Selected, rows: readonly RowKey[]): readonly RowKey[] {
  return rows.filter((key) => selected.keys.has(key));
}
