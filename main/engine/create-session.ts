import { AppError } from '../../shared/errors.ts';
import { EngineSession } from './session.ts';

/** The session of a real engine process, with the parts that reach outside the store. */
export function createSession(): EngineSession {
  const noKeychain = async (): Promise<never> => {
    throw new AppError('keychain-unavailable');
  };
  return new EngineSession({
    secrets: { get: noKeychain, set: noKeychain, delete: noKeychain },
    effects: { backOrderMade: () => {}, orderImported: () => {} },
    now: () => new Date(),
  });
}
