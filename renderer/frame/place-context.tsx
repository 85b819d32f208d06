import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { go, goBack, type Place, type PlaceHistory } from './places.ts';

export type Navigation = {
  readonly place: Place;
  readonly open: (place: Place) => void;
  readonly back: () => void;
};

const firstPlace: Place = { page: 'orders' };
const NavigationContext = createContext<Navigation | null>(null);

/** Keeps where the window is and how it came there. Alt+Left goes back; so does Esc outside fields and menus. */
export function NavigationProvider({ children }: { readonly children: ReactNode }) {
  const [history, setHistory] = useState<PlaceHistory>({ now: firstPlace, before: [] });
  const open = useCallback((place: Place) => setHistory((before) => go(before, place)), []);
  const back = useCallback(() => setHistory((before) => goBack(before, firstPlace)), []);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isElsewhere =
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, select, [role=menu], [role=menubar], [role=dialog], [role=alertdialog]');
      const isBack = event.altKey && event.key === 'ArrowLeft';
      if (!isBack && !(event.key === 'Escape' && !event.defaultPrevented && !isElsewhere)) return;
      event.preventDefault();
      back();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [back]);

  const navigation = useMemo(() => ({ place: history.now, open, back }), [history.now, open, back]);
  return <NavigationContext value={navigation}>{children}</NavigationContext>;
}

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (navigation === null) throw new Error('useNavigation stands outside NavigationProvider');
  return navigation;
}
