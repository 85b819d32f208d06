import { all, type ReadDb } from '../db/database.ts';
import { searchWords } from '../db/search-words.ts';

/** Beginnings up to this length have an index of their own (`prefix` in db/migrations/first-lists.ts). */
const indexedLength = 6;
/** So many numbers with one beginning are searched through; with more, a long number is found when typed whole. */
const mostNumbers = 100;

/**
 * What was typed as an FTS5 expression: every word the beginning of a word of the order, all of them in it. A number may be
 * typed with or without its blanks and dashes. Null when nothing in it can be searched for.
 */
export function orderMatch(db: ReadDb, typed: string): string | null {
  const words = searchWords(typed);
  if (words.length === 0) return null;
  const every = words.map((parts) => wordMatch(db, parts)).join(' AND ');
  const whole = words.flat();
  const isNumber = words.length > 1 && /\d/u.test(whole.join(''));
  return isNumber ? `((${every}) OR ${beginning(db, whole.join(''))})` : `(${every})`;
}

/**
 * A word of several parts stands joined among the words of an order. The parts may also stand apart; not single letters,
 * which begin a word of nearly every order.
 */
function wordMatch(db: ReadDb, parts: readonly string[]): string {
  const joined = beginning(db, parts.join(''));
  if (parts.length === 1 || parts.some((part) => part.length === 1)) return joined;
  return `((${parts.map((part) => beginning(db, part)).join(' AND ')}) OR ${joined})`;
}

function beginning(db: ReadDb, part: string): string {
  return isShared(db, part) ? `"${part}"` : `"${part}"*`;
}

/**
 * FTS5 gathers everything that has a long beginning before it answers. Shipping nos. of one carrier share nine digits
 * and more, which would be every order of the year.
 */
function isShared(db: ReadDb, part: string): boolean {
  if (part.length <= indexedLength || !/\d/u.test(part)) return false;
  const found = all(
    db,
    `SELECT term FROM order_search_term WHERE term >= @part AND term < @part || char(1114111) LIMIT ${mostNumbers + 1}`,
    { part },
  );
  return found.length > mostNumbers;
}
