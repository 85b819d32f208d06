import { useState } from 'react';

/** A choice that is remembered on this computer, as a text. */
export function useStored(name: string): readonly [string | null, (text: string) => void] {
  const [stored, setStored] = useState(() => localStorage.getItem(name));
  const store = (text: string) => {
    setStored(text);
    localStorage.setItem(name, text);
  };
  return [stored, store];
}
