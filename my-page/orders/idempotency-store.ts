import type { ReadDb, WriteTx } from '../db/store.ts';

export type KnownRequest = { readonly bodyHash: string; readonly answer: string };

/** What was answered to this client's request with that key, or null. */
export async function findRequest(db: ReadDb, client: string, key: string): Promise<KnownRequest | null> {
  const row = await db
    .selectFrom('idempotency')
    .select(['body_hash as bodyHash', 'answer'])
    .where('client', '=', client)
    .where('key', '=', key)
    .executeTakeFirst();
  return row ?? null;
}

export async function rememberRequest(
  tx: WriteTx,
  client: string,
  key: string,
  request: KnownRequest & { readonly at: string },
): Promise<void> {
  const { bodyHash, answer, at } = request;
  await tx.insertInto('idempotency').values({ client, key, body_hash: bodyHash, answer, created_at: at }).execute();
}

export async function forgetRequestsBefore(tx: WriteTx, instant: string): Promise<void> {
  await tx.deleteFrom('idempotency').where('created_at', '<', instant).execute();
}
