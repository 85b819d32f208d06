import { AppError } from '../../../shared/errors.ts';
import type { EngineLog } from '../logging/engine-log.ts';
import type { Secrets } from './secrets.ts';
import { splitSecrets } from './split-secrets-service.ts';

/** The name under which the operating system's keychain lists what this program keeps. */
export const keychainService = 'Orderbud';

/** A keychain that wants to be unlocked waits for a person; one that never answers must not hold a run for ever. */
const longestWaitMs = 120_000;

/**
 * Keeps secrets in the operating system's keychain (Windows Credential Manager, macOS Keychain, Secret Service on
 * Linux) and nowhere else: where there is none, nothing is stored. The library is loaded at the first use, so that the
 * program starts without it. A value longer than an entry may be lies in several (split-secrets-service.ts).
 */
export function openKeychain(log?: EngineLog): Secrets {
  const entries: Secrets = {
    get: (account) => ask((keychain) => keychain.getPassword(keychainService, account)),
    set: (account, secret) => ask((keychain) => keychain.setPassword(keychainService, account, secret)),
    delete: async (account) => {
      await ask((keychain) => keychain.deletePassword(keychainService, account));
    },
  };
  return splitSecrets(entries, (error) => log?.unexpected('keychain, an old value', error));
}

type Keychain = typeof import('keytar');

async function ask<Answer>(question: (keychain: Keychain) => Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  try {
    const keychain = await loadKeychain();
    const silence = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('The keychain gives no answer')), longestWaitMs);
      timer.unref();
    });
    return await Promise.race([question(keychain), silence]);
  } catch (error) {
    throw new AppError('keychain-unavailable', {}, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** A CommonJS module: Node names its functions only on `default`, a bundler on both. */
async function loadKeychain(): Promise<Keychain> {
  const loaded: Keychain & { readonly default?: Keychain } = await import('keytar');
  return loaded.default ?? loaded;
}
