import type { WebsiteConnection } from '../../../shared/enquiries.ts';
import { AppError } from '../../../shared/errors.ts';
import { all, get, type ReadDb } from '../db/database.ts';
import { logAction } from '../logging/log-store.ts';
import { keepSecret, type Secrets } from '../secrets/secrets.ts';
import type { CompanyAccess } from './company-access.ts';
import { connectorFor } from './connect-service.ts';
import { countWaiting } from './enquiry-store.ts';
import { takeOptOutSecret } from './opt-out-secret-service.ts';
import { websiteKeyAccount } from './website-key.ts';

type Website = { readonly id: number; readonly publicId: string; readonly name: string; readonly myPageUrl: string };

/** Every website, whether a key is kept for it, and how many enquiries wait. */
export async function listConnections(db: ReadDb, secrets: Secrets): Promise<readonly WebsiteConnection[]> {
  const websites = all<Website>(
    db,
    'SELECT id, public_id AS publicId, name, my_page_url AS myPageUrl FROM website ORDER BY name COLLATE NOCASE, id',
  );
  const connections: WebsiteConnection[] = [];
  for (const { id, publicId, name, myPageUrl } of websites) {
    const hasKey = await isKeyKept(secrets, publicId);
    connections.push({ id, name, myPageUrl, hasKey, waitingEnquiries: countWaiting(db, id) });
  }
  return connections;
}

/** Null when the keychain cannot be asked: the list is shown all the same. */
async function isKeyKept(secrets: Secrets, publicId: string): Promise<boolean | null> {
  try {
    return (await secrets.get(websiteKeyAccount(publicId))) !== null;
  } catch (error) {
    if (error instanceof AppError && error.code === 'keychain-unavailable') return null;
    throw error;
  }
}

/**
 * Keeps a website's bearer key in the keychain, or forgets it when the key is empty. That it was set is logged, the
 * key is not. @throws AppError 'not-found', 'keychain-unavailable'; then nothing was stored
 */
export async function setWebsiteKey(
  company: CompanyAccess,
  secrets: Secrets,
  { websiteId, key }: { readonly websiteId: number; readonly key: string },
): Promise<void> {
  const website = get<{ publicId: string }>(
    company.db,
    'SELECT public_id AS publicId FROM website WHERE id = @websiteId',
    { websiteId },
  );
  if (website === undefined) throw new AppError('not-found', { what: 'website' });
  await keepSecret(secrets, websiteKeyAccount(website.publicId), key);
  company.command((tx, context) =>
    logAction(tx, context, { what: key === '' ? 'website-key-forgotten' : 'website-key-set', details: { websiteId } }),
  );
}

/**
 * Proves that address and key of a website are right, by a call that only a desktop's key may make, and takes the
 * secret of its opt-out links. @throws AppError as `connectorFor` and the connector do
 */
export async function testWebsiteConnection(
  company: CompanyAccess,
  secrets: Secrets,
  websiteId: number,
): Promise<void> {
  const connector = await connectorFor({ db: company.db, secrets }, websiteId);
  await connector.state(255);
  await takeOptOutSecret(company, { websiteId, connector });
}
