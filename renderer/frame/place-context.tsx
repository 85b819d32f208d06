import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { isForNewWindow } from '../ui/new-window.ts';
import { go, goBack, type Place, type PlaceHistory } from './places.ts';
import { openInNewWindow } from './use-open-in-new-window.ts';

export type Navigation = {
  readonly place: Place;
  readonly open: (place: Place) => void;
  readonly back: () => void;
};

const firstPlace: Place = { page: 'orders' };
const NavigationContext = createContext<Navigation | null>(null);

type Props = {
  /** Where the window begins; null where all windows begin. */
  readonly begin: Place | null;
  readonly children: ReactNode;
};

/** Keeps where the window is and how it came there. View - Back goes back; so does Esc outside fields and menus. */
export function NavigationProvider({ begin, children }: Props) {
  const [history, setHistory] = useState<PlaceHistory>({ now: begin ?? firstPlace, before: [] });
  const open = useCallback((place: Place) => {
    if (isForNewWindow()) openInNewWindow(place);
    else setHistory((before) => go(before, place));
  }, []);
  const back = useCallback(() => setHistory((before) => goBack(before, firstPlace)), []);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isElsewhere =
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, select, [role=menu], [role=menubar], [role=dialog], [role=alertdialog]');
      if (event.key !== 'Escape' || event.defaultPrevented || isElsewhere) return;
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
