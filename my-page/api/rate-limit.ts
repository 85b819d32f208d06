import { type Allowance, takeTry } from '../accounts/throttle-store.ts';
import type { Site } from '../site/site.ts';
import { ApiError } from './api-error.ts';
import type { ApiKey } from './api-key-store.ts';

/** 100 orders a second; a shop's busiest minute is far below. */
const perStorefrontKey: Allowance = { tries: 6000, withinMinutes: 1 };
/** A key that was mistyped or revoked asks a few times; a guesser would need 2^255 tries. */
const perNetworkAddress: Allowance = { tries: 60, withinMinutes: 1 };

/**
 * Counts a storefront's request, in the store, so that all instances count together. The desktop's key is the owner's
 * own and publishes as fast as the site answers, so it is not counted.
 *
 * @throws ApiError 429 `too-many-requests`
 */
export async function countRequest(site: Site, key: ApiKey): Promise<void> {
  if (key.scope === 'desktop') return;
  await count(site, `api-key:${key.id}`, perStorefrontKey);
}

/** Counts a request with no valid key. @throws ApiError 429 `too-many-requests` */
export async function countRefusal(site: Site, networkAddress: string): Promise<void> {
  await count(site, `api-from:${networkAddress}`, perNetworkAddress);
}

async function count(site: Site, key: string, allowance: Allowance): Promise<void> {
  const mayGoOn = await site.store.write((tx) => takeTry(tx, key, allowance, site.now()));
  if (!mayGoOn) throw new ApiError(429, 'too-many-requests', 'Too many requests. Wait a minute, then go on.');
}
