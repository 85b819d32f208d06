import { AppError } from '../../../shared/errors.ts';
import { get, type ReadDb } from '../db/database.ts';
import { whenSound } from '../db/file-check.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { connectWebsite } from './website-client.ts';
import type { WebsiteConnector } from './website-connector.ts';
import { websiteKeyAccount } from './website-key.ts';

/**
 * The connector of a website of the register, with its address from the settings and its key from the keychain.
 *
 * @throws AppError 'not-found', 'website-address-missing', 'secret-missing' while no key is kept,
 * 'keychain-unavailable', 'bad-input' for an address that is none, or plain HTTP off loopback; as `whenSound` does
 */
export async function connectorFor(
  from: { readonly db: ReadDb; readonly secrets: Pick<Secrets, 'get'> },
  websiteId: number,
): Promise<WebsiteConnector> {
  await whenSound(from.db);
  const website = get<{ publicId: string; siteAddress: string }>(
    from.db,
    'SELECT public_id AS publicId, my_page_url AS siteAddress FROM website WHERE id = @websiteId',
    { websiteId },
  );
  if (website === undefined) throw new AppError('not-found', { what: 'website' });
  if (website.siteAddress === '') throw new AppError('website-address-missing');
  const key = await from.secrets.get(websiteKeyAccount(website.publicId));
  if (key === null) throw new AppError('secret-missing', { what: 'website-key' });
  return connectWebsite({ siteAddress: website.siteAddress, key });
}
