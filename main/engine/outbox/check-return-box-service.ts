import { AppError } from '../../../shared/errors.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { readReturnBoxPassword } from './read-returns-service.ts';
import { openReturnBox, type ReturnBoxOptions } from './return-box-client.ts';
import type { StoredReturnBox } from './return-box-store.ts';

/**
 * "Test connection": connects, encrypts, logs in and opens the folder, and reads nothing.
 * @throws AppError 'return-box-incomplete', 'secret-missing', 'keychain-unavailable' or of a ReturnBoxProblem
 */
export async function checkReturnBox(
  stored: StoredReturnBox | undefined,
  secrets: Secrets,
  options: ReturnBoxOptions = {},
): Promise<void> {
  if (stored === undefined) throw new AppError('return-box-incomplete');
  const box = await openReturnBox(stored.settings, await readReturnBoxPassword(stored, secrets), options);
  await box.close();
}
