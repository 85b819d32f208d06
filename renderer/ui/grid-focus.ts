/** Moves to the field above or below in the same column of a grid. Answers whether there was one. */
export function focusNeighbour(from: HTMLInputElement, column: string, step: number): boolean {
  const grid = from.closest('table, [role=grid], [role=table]');
  const cells = [...(grid?.querySelectorAll<HTMLInputElement>(`input[data-edit-column="${column}"]:enabled`) ?? [])];
  const next = cells[cells.indexOf(from) + step];
  next?.focus();
  return next !== undefined;
}
