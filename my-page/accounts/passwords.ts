import { hash, hashRaw, parseOptions, verify } from '@node-rs/argon2';
import { newToken } from './token.ts';
import { makeWorkQueue } from './work-queue.ts';

/** OWASP Password Storage Cheat Sheet: argon2id (the library's default) with 19 MiB, 2 passes, 1 lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/**
 * Two at once take 38 MiB and leave the thread pool room for files; forty that wait are answered within a second or so.
 * Beyond that a flood of log-ins is told to come again.
 */
const limits = { atOnce: 2, waiting: 40 } as const;

const runCostly = makeWorkQueue(limits);
export const mostCostlyAtATime = limits.atOnce + limits.waiting;

/** Hashes a password as it was typed: no trimming, no folding, no normal form (ASVS 5.0 6.2.8). @throws BusyError */
export function hashPassword(password: string): Promise<string> {
  return runCostly(() => hash(password, cost));
}

/** Hashes what can be guessed like a password, always the same for the same salt. @throws BusyError */
export async function hashWithSalt(secret: string, salt: Uint8Array): Promise<string> {
  return (await runCostly(() => hashRaw(secret, { ...cost, salt }))).toString('base64url');
}

/** Says whether a password fits a stored hash; `null` for an account without one, or for none at all. @throws BusyError */
export type PasswordCheck = (password: string, stored: string | null) => Promise<boolean>;

/** A check that does the same work whether there is an account or not: it falls back to a hash nobody can fit. */
export async function makePasswordCheck(): Promise<PasswordCheck> {
  const nobodysHash = await hashPassword(newToken());
  return async (password, stored) => {
    const fits = await runCostly(() => verify(stored ?? nobodysHash, password));
    return fits && stored !== null;
  };
}

/** Whether a hash was made when less was asked of one than today. */
export function isOutdatedHash(stored: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(stored);
  return memoryCost < cost.memoryCost || timeCost < cost.timeCost || parallelism < cost.parallelism;
}
