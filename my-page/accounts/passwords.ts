import { hash, verify } from '@node-rs/argon2';
import { newToken } from './token.ts';

export const minimumPasswordLength = 10;
export const maximumPasswordLength = 200;

/** OWASP Password Storage Cheat Sheet: argon2id (the library's default) with 19 MiB, 2 passes, 1 lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), cost);
}

/** Says whether a password fits a stored hash; `null` for an account without one, or for none at all. */
export type PasswordCheck = (password: string, stored: string | null) => Promise<boolean>;

/** A check that does the same work whether there is an account or not: it falls back to a hash nobody can fit. */
export async function makePasswordCheck(): Promise<PasswordCheck> {
  const nobodysHash = await hashPassword(newToken());
  return async (password, stored) => {
    const fits = await verify(stored ?? nobodysHash, password.normalize('NFC'));
    return fits && stored !== null;
  };
}
