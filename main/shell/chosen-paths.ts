import type { ChosenPath, PathUse } from '../../shared/bridge.ts';

/**
 * What a person chose in dialogs since the program was started, or named on the command line. Kept by the shell, so that a page can
 * ask for a dialog but cannot answer it, and so that an engine that was started again is told too.
 */
export function keepChosenPaths() {
  const chosen: ChosenPath[] = [];
  return {
    /** Takes the answer of a dialog and passes it on; null when it was closed. */
    add(use: PathUse, path: string | null): string | null {
      if (path !== null && !chosen.some((one) => one.path === path && one.use === use)) chosen.push({ path, use });
      return path;
    },
    /** Those that an input names in one of its own fields; inputs keep paths nowhere else. */
    namedIn(input: unknown): readonly ChosenPath[] {
      if (typeof input !== 'object' || input === null || Array.isArray(input) || ArrayBuffer.isView(input)) return [];
      const named = new Set(Object.values(input));
      return chosen.filter(({ path }) => named.has(path));
    },
  };
}

export type ChosenPaths = ReturnType<typeof keepChosenPaths>;
