import { createHash } from 'node:crypto';

/** What the site and the desktop compare after publishing (`GET /api/v1/state`). */
export type HistoryVersion = { readonly orderId: string; readonly version: number };

export const bucketCount = 256;

/** The bucket of an order, 0 to 255: the first byte of SHA-256 of its id. */
export function bucketOf(orderId: string): number {
  return createHash('sha256').update(orderId).digest().readUInt8(0);
}

/** SHA-256 (hex) over `<orderId>:<version>\n`, sorted by order id; `versions` holds one bucket, in any order. */
export function bucketHash(versions: readonly HistoryVersion[]): string {
  const hash = createHash('sha256');
  const sorted = [...versions].sort((a, b) => (a.orderId < b.orderId ? -1 : a.orderId > b.orderId ? 1 : 0));
  for (const { orderId, version } of sorted) hash.update(`${orderId}:${version}\n`);
  return hash.digest('hex');
}
