import { useSyncExternalStore } from 'react';

/** Whether a media query holds, followed while the window is open. The query must not change. */
export function useMedia(text: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const query = window.matchMedia(text);
      query.addEventListener('change', onChange);
      return () => query.removeEventListener('change', onChange);
    },
    () => window.matchMedia(text).matches,
  );
}
