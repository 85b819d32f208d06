/** The row a key leads to in a list of `count` rows, null when the key is not one of movement or leads nowhere. */
export function nextRow(key: string, active: number, count: number, pageRows: number): number | null {
  if (count === 0) return null;
  const last = count - 1;
  const target = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + pageRows, PageUp: active - pageRows };
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  const wanted = Object.hasOwn(target, key) ? target[key as keyof typeof target] : null;
  return wanted === null ? null : Math.min(last, Math.max(0, wanted));
}
