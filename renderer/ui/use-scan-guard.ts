import { type RefObject, useEffect, useRef } from 'react';
import { isScan, noBurst, withCharacter } from './scan-burst.ts';

type TextField = HTMLInputElement | HTMLTextAreaElement;

/**
 * Catches a scan while something else than the scan field has the focus: the characters do not stay in that field, its Enter
 * presses no button, and the scan counts as if the scan field had got it.
 */
export function useScanGuard(field: RefObject<HTMLInputElement | null>, onScan: (text: string) => void): void {
  const latest = useRef(onScan);
  latest.current = onScan;
  useEffect(() => {
    let burst = noBurst;
    /** The field in which the burst began, and what it held. */
    let origin: { readonly field: TextField; readonly before: string } | null = null;
    const onKeyDown = (event: KeyboardEvent) => {
      const { target, key } = event;
      if (!(target instanceof HTMLElement) || target === field.current || isElsewhere(target, field.current)) {
        burst = noBurst;
        return;
      }
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
      if ((key === 'Enter' || key === 'Tab') && isScan(burst, event.timeStamp)) {
        stop(event);
        if (origin?.field.isConnected) putBack(origin.field, origin.before);
        field.current?.focus();
        latest.current(burst.text);
        burst = noBurst;
      } else if (isPlain && key.length === 1) {
        const next = withCharacter(burst, key, event.timeStamp);
        if (next.text.length === 1) origin = isField ? { field: target, before: target.value } : null;
        else if (!isField) stop(event);
        burst = next;
      } else if (key !== 'Shift') burst = noBurst;
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [field]);
}

function stop(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** In a dialog that the scan field is no part of. */
function isElsewhere(target: HTMLElement, field: HTMLElement | null): boolean {
  const dialog = target.closest('[role=dialog], [role=alertdialog], [role=menu]');
  return dialog !== null && (field === null || !dialog.contains(field));
}

/** As if the person had typed it: React hears of a value only when the browser's own setter wrote it. */
function putBack(field: TextField, text: string): void {
  const kind = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
