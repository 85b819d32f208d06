/** Puts the focus on the row of a page's list that has its turn. Answers whether there was one. */
export function focusList(page: Element | null): boolean {
  const row = page?.querySelector<HTMLElement>('[role=grid] [role=row][tabindex="0"]');
  row?.focus();
  return row !== null && row !== undefined;
}
