import type { FastifyReply } from 'fastify';
import type { Allowance } from '../accounts/throttle-store.ts';
import type { Site } from '../site/site.ts';
import { ApiError } from './api-error.ts';
import type { ApiKey } from './api-key-store.ts';
import { countRequestOf, type RequestCount, readRequestCount } from './request-count-store.ts';

/** 100 orders a second; a shop's busiest minute is far below. */
const perStorefrontKey: Allowance = { tries: 6000, withinMinutes: 1 };
/** A key that was mistyped or revoked asks a few times; a guesser would need 2^255 tries. */
const perNetworkAddress: Allowance = { tries: 60, withinMinutes: 1 };

/**
 * Counts a storefront's request, in the store, so that all instances count together, and tells it how many are left.
 * The desktop's key is the owner's own and publishes as fast as the site answers, so it is not counted.
 *
 * @throws ApiError 429 `too-many-requests`
 */
export async function countRequest(site: Site, key: ApiKey, reply: FastifyReply): Promise<void> {
  if (key.scope === 'desktop') return;
  const count = await site.store.write((tx) => countRequestOf(tx, `api-key:${key.id}`, perStorefrontKey, site.now()));
  tellLimit(reply, perStorefrontKey, count);
}

/**
 * Counts a request with no valid key. Once too many have come, the next ones cost no write.
 *
 * @throws ApiError 429 `too-many-requests`
 */
export async function countRefusal(site: Site, networkAddress: string, reply: FastifyReply): Promise<void> {
  const key = `api-from:${networkAddress}`;
  const present = await readRequestCount(site.store.read, key, perNetworkAddress, site.now());
  const isSpent = present !== null && !present.isAllowed;
  const count = isSpent
    ? present
    : await site.store.write((tx) => countRequestOf(tx, key, perNetworkAddress, site.now()));
  tellLimit(reply, perNetworkAddress, count);
}

/** In the headers of draft-ietf-httpapi-ratelimit-headers, which are structured fields (RFC 9651). */
function tellLimit(reply: FastifyReply, { tries, withinMinutes }: Allowance, count: RequestCount): void {
  reply.header('ratelimit-policy', `"default";q=${tries};w=${withinMinutes * 60}`);
  reply.header('ratelimit', `"default";r=${count.left};t=${count.freshInSeconds}`);
  if (count.isAllowed) return;
  reply.header('retry-after', String(count.freshInSeconds));
  throw new ApiError(429, 'too-many-requests', 'Too many requests. Wait as long as Retry-After says, then go on.');
}
