import type { Secrets } from '../../main/engine/secrets/secrets.ts';

/** A keychain in memory, for tests that prove something else than the operating system's. */
export function memoryKeychain(): Secrets & { readonly kept: ReadonlyMap<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    get: async (account) => kept.get(account) ?? null,
    set: async (account, secret) => void kept.set(account, secret),
    delete: async (account) => void kept.delete(account),
  };
}
