import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { writeAudit } from '../audit/audit-store.ts';
import type { ReadDb, WriteTx } from '../db/store.ts';

/** A desktop key may do all that the desktop does; a storefront key may place orders and read settings and products. */
export const apiKeyScopes = ['desktop', 'storefront'] as const;
export type ApiKeyScope = (typeof apiKeyScopes)[number];
export type ApiKey = { readonly id: string; readonly scope: ApiKeyScope };

/** Makes a key and returns it; only its hash is stored, so it can be shown this once. */
export async function insertApiKey(tx: WriteTx, scope: ApiKeyScope, now: Date): Promise<string> {
  const key = `obk_${scope}_${randomBytes(32).toString('base64url')}`;
  const id = randomUUID();
  await tx
    .insertInto('api_key')
    .values({ id, key_hash: hashOf(key), scope, created_at: now.toISOString(), revoked_at: null })
    .execute();
  await writeAudit(tx, 'key-made', { at: now, keyId: id });
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

/** A key as it is listed: never the key itself. */
export type ListedKey = {
  readonly id: string;
  readonly scope: string;
  readonly createdAt: string;
  readonly revokedAt: string | null;
};

/** All keys, the oldest first; revoked ones too. */
export async function listApiKeys(db: ReadDb): Promise<readonly ListedKey[]> {
  return db
    .selectFrom('api_key')
    .select(['id', 'scope', 'created_at as createdAt', 'revoked_at as revokedAt'])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** Ends a key at once, for every instance. False when there is no such key, or it was revoked already. */
export async function revokeApiKey(tx: WriteTx, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('api_key')
    .set({ revoked_at: now.toISOString() })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  await writeAudit(tx, 'key-revoked', { at: now, keyId: id });
  return true;
}

/** A random 256-bit key needs no slow hash: nobody can guess it from its SHA-256. */
function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
