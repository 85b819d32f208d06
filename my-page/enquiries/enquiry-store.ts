import { type EnquiriesPage, type Enquiry, enquiry } from '../../shared/my-page/protocol.ts';
import { drawNumber, readCounter, setCounter } from '../db/counter-store.ts';
import type { ReadDb, Store, WriteTx } from '../db/store.ts';

/** Adds an enquiry and returns its number. The number's order is the commit order (counter-store.ts). */
export async function insertEnquiry(tx: WriteTx, entry: Enquiry): Promise<number> {
  const number = await drawNumber(tx, 'enquiry');
  const { id, kind, at } = entry;
  await tx
    .insertInto('enquiry')
    .values({ number, id, kind, at, body: JSON.stringify(entry) })
    .execute();
  return number;
}

/**
 * Reads on after a cursor. A cursor names a number and the enquiry that had it: after a restore from a backup the
 * same number may belong to another enquiry, and such a cursor is unknown (`null`), as is one of a removed enquiry.
 */
export async function readEnquiries(db: ReadDb, after: string, limit: number): Promise<EnquiriesPage | null> {
  const from = await numberOf(db, after);
  if (from === null) return null;
  const rows = await db
    .selectFrom('enquiry')
    .select(['number', 'id', 'body'])
    .where('number', '>', from)
    .orderBy('number')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    enquiries: page.map((row) => enquiry.parse(JSON.parse(row.body))),
    cursor: last ? `${last.number}.${last.id}` : after,
    more: rows.length > limit,
  };
}

/**
 * Remembers how far the desktop has stored enquiries: it asks with a cursor only after it has stored what lies before.
 * Settings that a customer chose later than that are not overwritten by what the desktop publishes.
 */
export async function confirmEnquiries(store: Store, after: string): Promise<void> {
  const confirmed = (await numberOf(store.read, after)) ?? 0;
  if (confirmed === (await readCounter(store.read, 'enquiry-confirmed'))) return;
  await store.write((tx) => setCounter(tx, 'enquiry-confirmed', confirmed));
}

/** Removes enquiries older than the protocol keeps them. */
export async function deleteEnquiriesBefore(tx: WriteTx, instant: string): Promise<void> {
  await tx.deleteFrom('enquiry').where('at', '<', instant).execute();
}

async function numberOf(db: ReadDb, cursor: string): Promise<number | null> {
  if (cursor === '') return 0;
  const row = await db
    .selectFrom('enquiry')
    .select('number')
    .where('id', '=', cursor.slice(cursor.indexOf('.') + 1))
    .executeTakeFirst();
  return row && cursor.startsWith(`${row.number}.`) ? row.number : null;
}
