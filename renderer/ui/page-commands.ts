import { useEffect, useRef } from 'react';

/** Commands of the menu that mean what the open page makes of them. */
export type PageCommand = 'print';

const offered = new Map<PageCommand, () => void>();

/** Lets the open page take a command of the menu; null while it has nothing to do there. */
export function usePageCommand(command: PageCommand, run: (() => void) | null): void {
  const latest = useRef(run);
  latest.current = run;
  const isOffered = run !== null;
  useEffect(() => {
    if (!isOffered) return;
    const take = () => latest.current?.();
    offered.set(command, take);
    return () => {
      if (offered.get(command) === take) offered.delete(command);
    };
  }, [command, isOffered]);
}

/** Does what the open page offers. Answers whether there was something. */
export function runPageCommand(command: PageCommand): boolean {
  const run = offered.get(command);
  run?.();
  return run !== undefined;
}
