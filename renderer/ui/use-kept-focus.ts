import { type RefObject, useEffect } from 'react';

const focusable = 'a[href], button, input, select, textarea, [tabindex]:not([tabindex="-1"])';

/** As long as a button may stand switched off while its work begins, and a dialog may take to hand the focus back itself. */
const patienceMs = 150;

type Last = {
  /** What had the focus in the page last, and everything around it up to the page itself. */
  readonly way: readonly Element[];
  /** What had it since in a dialog or a menu, which stand outside the page. */
  readonly away: Element | null;
};

/**
 * Keeps the focus in a page: a dialog that ends gives it back to what opened it; where that was taken away or switched off, as a
 * button whose work is done, what stands nearest gets it. Without this the keyboard would begin at the top of the window again.
 */
export function useKeptFocus(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = page.current;
    if (root === null) return;
    let last: Last = { way: [], away: null };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onFocusIn = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      if (root.contains(target)) last = { way: wayUp(target, root), away: null };
      // Whoever went elsewhere in the window's frame went there by choice
      else if (target.closest('#root') !== null) last = { way: [], away: null };
      else last = { ...last, away: target };
    };
    const onChange = () => {
      clearTimeout(timer);
      if (isLost(last)) timer = setTimeout(() => isLost(last) && giveFocus(last.way), patienceMs);
    };
    const observer = new MutationObserver(onChange);
    observer.observe(root, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    // Dialogs and menus end there
    observer.observe(document.body, { childList: true });
    document.addEventListener('focusin', onFocusIn);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('focusin', onFocusIn);
    };
  }, [page]);
}

function wayUp(from: Element, root: HTMLElement): readonly Element[] {
  const way: Element[] = [];
  for (let at: Element | null = from; at !== null && at !== root; at = at.parentElement) way.push(at);
  return [...way, root];
}

/** Nothing has the focus, and what had it last is gone or cannot have it. Who clicked beside everything has lost nothing. */
function isLost({ way, away }: Last): boolean {
  const { activeElement } = document;
  const isNowhere = activeElement === null || activeElement === document.body;
  const last = away ?? way[0];
  return isNowhere && last !== undefined && !canHaveFocus(last);
}

function canHaveFocus(element: Element): boolean {
  return element.isConnected && !element.matches(':disabled') && element.checkVisibility();
}

/** Of the innermost part that is still there: itself, the row of its list that has its turn, or the first thing in it. */
function giveFocus(way: readonly Element[]): void {
  for (const part of way.filter(({ isConnected }) => isConnected)) {
    const row = part.querySelector('[role=grid] [role=row][tabindex="0"]');
    const candidates = row === null ? [part, ...part.querySelectorAll(focusable)] : [row];
    const next = candidates.find((element) => element.matches(focusable) && canHaveFocus(element));
    if (!(next instanceof HTMLElement)) continue;
    next.focus();
    return;
  }
}
