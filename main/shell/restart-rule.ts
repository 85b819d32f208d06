/** What to do after the engine ended by itself. */
export type AfterCrash = { readonly kind: 'restart'; readonly delayMs: number } | { readonly kind: 'give-up' };

/** An engine that keeps falling over within this time is not started a fourth time. */
const windowMs = 60_000;
const delaysMs = [0, 500, 2000] as const;

/**
 * Decides whether a crashed engine is started again: at once, then ever later, and not without end.
 *
 * @param crashedAtMs when it crashed, this time last, in milliseconds
 */
export function afterCrash(crashedAtMs: readonly number[]): AfterCrash {
  const now = crashedAtMs.at(-1) ?? 0;
  const recent = crashedAtMs.filter((at) => now - at < windowMs).length;
  const delayMs = delaysMs[recent - 1];
  return delayMs === undefined ? { kind: 'give-up' } : { kind: 'restart', delayMs };
}
