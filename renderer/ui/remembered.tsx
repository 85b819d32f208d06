import { createContext, type ReactNode, useContext, useState } from 'react';

const RememberedContext = createContext<Map<string, unknown>>(new Map());

/** Lets lists keep their filter, search and scroll position while one looks at a row and comes back. */
export function RememberedProvider({ children }: { readonly children: ReactNode }) {
  const [remembered] = useState(() => new Map<string, unknown>());
  return <RememberedContext value={remembered}>{children}</RememberedContext>;
}

/** Like `useState`, and still there when the page is shown again. */
export function useRemembered<Value>(name: string, initial: Value): readonly [Value, (value: Value) => void] {
  const remembered = useContext(RememberedContext);
  const [value, setValue] = useState<Value>(() => (remembered.has(name) ? (remembered.get(name) as Value) : initial));
  const change = (next: Value) => {
    remembered.set(name, next);
    setValue(next);
  };
  return [value, change];
}

export type RememberedSpot = { row: number; scrollTop: number };

/** Where one was in a list: changed in place, so that scrolling draws nothing anew. */
export function useRememberedSpot(name: string): { readonly spot: RememberedSpot; readonly isBack: boolean } {
  const remembered = useContext(RememberedContext);
  const [found] = useState(() => {
    const known = remembered.get(name) as RememberedSpot | undefined;
    const spot = known ?? { row: 0, scrollTop: 0 };
    remembered.set(name, spot);
    return { spot, isBack: known !== undefined };
  });
  return found;
}
