import { type RefObject, useEffect } from 'react';

const focusable = 'a[href], button, input, select, textarea, [tabindex]:not([tabindex="-1"])';

/** As long as a button may stand switched off while its work begins, and a dialog may take to hand the focus back itself. */
const patienceMs = 150;

/** What had the focus last, and everything around it: of something in a dialog or a menu, what had it in the page comes after. */
type Way = readonly Element[];

/**
 * Keeps the focus in a page: a dialog that ends gives it back to what opened it; where that was taken away or switched off, as a
 * button whose work is done, what stands nearest gets it, in a dialog too. Without this the keyboard would begin at the top of the
 * window again, and Esc would leave the page behind a dialog.
 */
export function useKeptFocus(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = page.current;
    if (root === null) return;
    let inPage: Way = [root];
    let way: Way = [];
    let isTaken = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onFocusIn = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      isTaken = false;
      const isOutside = target.closest('#root') === null;
      // Whoever went elsewhere in the window's frame went there by choice
      if (!isOutside) inPage = root.contains(target) ? [...wayUp(target, root), root] : [root];
      way = isOutside ? [...wayUp(target, document.body), ...inPage] : inPage;
    };
    const onChange = () => {
      // A button that was switched off for a moment does not get the focus back by itself
      isTaken ||= isLost(way);
      clearTimeout(timer);
      if (isTaken) timer = setTimeout(end, patienceMs);
    };
    const end = () => {
      isTaken = false;
      if (hasNobody()) giveFocus(way);
    };
    const observer = new MutationObserver(onChange);
    // Dialogs and menus stand outside the page
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    document.addEventListener('focusin', onFocusIn);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('focusin', onFocusIn);
    };
  }, [page]);
}

function wayUp(from: Element, to: Element): Way {
  const way: Element[] = [];
  for (let at: Element | null = from; at !== null && at !== to; at = at.parentElement) way.push(at);
  return way;
}

/** Nothing has the focus, and what had it last is gone or cannot have it. Who clicked beside everything has lost nothing. */
function isLost([last]: Way): boolean {
  return hasNobody() && last !== undefined && !canHaveFocus(last);
}

function hasNobody(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body;
}

function canHaveFocus(element: Element): boolean {
  return element.isConnected && !element.matches(':disabled') && element.checkVisibility();
}

/** Of the innermost part that is still there: itself, the row of its list that has its turn, or the first thing in it. */
function giveFocus(way: Way): void {
  for (const part of way.filter(({ isConnected }) => isConnected)) {
    const row = part.querySelector('[role=grid] [role=row][tabindex="0"]');
    const candidates = row === null ? [part, ...part.querySelectorAll(focusable)] : [row];
    const next = candidates.find((element) => element.matches(focusable) && canHaveFocus(element));
    if (!(next instanceof HTMLElement)) continue;
    next.focus();
    return;
  }
}
