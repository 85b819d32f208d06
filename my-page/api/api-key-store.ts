import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { ReadDb, WriteTx } from '../db/store.ts';

/** A desktop key may do all that the desktop does; a storefront key may place orders and read settings and products. */
export const apiKeyScopes = ['desktop', 'storefront'] as const;
export type ApiKeyScope = (typeof apiKeyScopes)[number];
export type ApiKey = { readonly id: string; readonly scope: ApiKeyScope };

/** Makes a key and returns it; only its hash is stored, so it can be shown this once. */
export async function insertApiKey(tx: WriteTx, scope: ApiKeyScope, now: Date): Promise<string> {
  const key = `obk_${scope}_${randomBytes(32).toString('base64url')}`;
  await tx
    .insertInto('api_key')
    .values({ id: randomUUID(), key_hash: hashOf(key), scope, created_at: now.toISOString(), revoked_at: null })
    .execute();
  return key;
}

/** The key's id and scope, or null when it is unknown or revoked. */
export async function findApiKey(db: ReadDb, key: string): Promise<ApiKey | null> {
  const row = await db
    .selectFrom('api_key')
    .select(['id', 'scope'])
    .where('key_hash', '=', hashOf(key))
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  const scope = apiKeyScopes.find((known) => known === row?.scope);
  return row && scope ? { id: row.id, scope } : null;
}

/** A random 256-bit key needs no slow hash: nobody can guess it from its SHA-256. */
function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
