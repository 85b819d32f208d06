import { useCallback, useEffect } from 'react';
import { shell } from '../ui/bridge.ts';
import { inNewWindow } from '../ui/new-window.ts';
import { type Place, placeText } from './places.ts';

/** Opens a place in a window of its own. */
export function openInNewWindow(place: Place): void {
  void shell.openWindow({ place: placeText(place) });
}

/** Opens a place in a window of its own: `Open in new window` of menus. */
export function useOpenInNewWindow(): (place: Place) => void {
  return useCallback(openInNewWindow, []);
}

const rows = '[role=row][data-index], nav button, [role=navigation] button';

/** The middle button of the mouse, and Ctrl+Enter, open in a new window what a click opens in this one. */
export function useNewWindowClicks(): void {
  useEffect(() => {
    const openAside = (event: Event) => {
      const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>(rows) : null;
      if (row === null) return;
      event.preventDefault();
      event.stopPropagation();
      inNewWindow(() => row.click());
    };
    const onAuxClick = (event: MouseEvent) => {
      if (event.button === 1) openAside(event);
    };
    const onMouseDown = (event: MouseEvent) => {
      // Otherwise the middle button begins to scroll
      if (event.button === 1 && event.target instanceof HTMLElement && event.target.closest(rows))
        event.preventDefault();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const isOnRow = event.target instanceof HTMLElement && event.target.dataset.index !== undefined;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && isOnRow) openAside(event);
    };
    window.addEventListener('auxclick', onAuxClick, true);
    window.addEventListener('mousedown', onMouseDown, true);
    window.addEventListener('keydown', onKeyDown, true);
    return () => {
      window.removeEventListener('auxclick', onAuxClick, true);
      window.removeEventListener('mousedown', onMouseDown, true);
      window.removeEventListener('keydown', onKeyDown, true);
    };
  }, []);
}
