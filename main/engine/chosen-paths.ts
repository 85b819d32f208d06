import type { PathUse } from '../../shared/bridge.ts';
import { AppError } from '../../shared/errors.ts';
import type { EngineContext } from './trpc.ts';

/** Whether a person chose a path for this use; a file chosen to be read is not one to write over. */
export function isChosen({ chosenPaths = [] }: EngineContext, use: PathUse, path: string): boolean {
  return chosenPaths.some((chosen) => chosen.use === use && chosen.path === path);
}

/**
 * The one way from a window's input to the disk: a window shows what strangers wrote, so a path that it names counts only when a
 * person chose it, or when the engine knows it by itself. Network paths (`\\host\share`) are like any other: just to look there
 * would hand the user's log-in to the host.
 *
 * @throws AppError 'path-not-chosen'
 */
export function requireChosen(context: EngineContext, use: PathUse, path: string, isKnown = false): string {
  if (isKnown || isChosen(context, use, path)) return path;
  throw new AppError('path-not-chosen');
}
