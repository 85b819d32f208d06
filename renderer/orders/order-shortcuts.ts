import { useEffect } from 'react';

const isMac = navigator.platform.startsWith('Mac');

/** The key as the order's menu shows it. */
export const hierarchyKey = isMac ? '⌘U' : 'Ctrl+U';

/** Ctrl+U, on macOS Cmd+U: Order Hierarchy (domain.md 4.1). Not while a dialog stands open. */
export function useHierarchyKey(onOpen: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isModified = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
      if (event.key.toLowerCase() !== 'u' || !isModified || event.shiftKey || event.altKey) return;
      if (document.querySelector('[role=dialog], [role=alertdialog]') !== null) return;
      event.preventDefault();
      onOpen();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [onOpen]);
}
