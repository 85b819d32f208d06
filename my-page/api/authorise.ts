import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import type { Site } from '../site/site.ts';
import { ApiError } from './api-error.ts';
import { type ApiKey, type ApiKeyScope, findApiKey } from './api-key-store.ts';
import { countRefusal, countRequest } from './rate-limit.ts';

const keysOfRequests = new WeakMap<FastifyRequest, ApiKey>();

/** Lets only keys of these scopes pass, before the body is read. */
export function authorise(site: Site, scopes: readonly ApiKeyScope[]): onRequestAsyncHookHandler {
  return async (request, reply) => {
    const key = bearerOf(request.headers.authorization);
    const known = key === null ? null : await findApiKey(site.store.read, key);
    if (!known) await countRefusal(site, request.ip, reply);
    if (!known) throw new ApiError(401, 'key-refused', 'Send a valid key as "Authorization: Bearer <key>".');
    if (!scopes.includes(known.scope)) {
      throw new ApiError(403, 'key-not-allowed', `A ${known.scope} key may not do this.`);
    }
    await countRequest(site, known, reply);
    keysOfRequests.set(request, known);
  };
}

/** The key that a request passed with. @throws Error on a route without `authorise`. */
export function keyOf(request: FastifyRequest): ApiKey {
  const key = keysOfRequests.get(request);
  if (!key) throw new Error('Route without authorise');
  return key;
}

function bearerOf(header: string | undefined): string | null {
  return /^Bearer +([\w-]{1,200})$/i.exec(header ?? '')?.[1] ?? null;
}
