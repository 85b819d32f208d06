import type { SqlRow } from './database.ts';
import { likeAnywhere } from './like-pattern.ts';
import { type Register, registerText } from './list-sql.ts';
import { foldForSearch } from './search-words.ts';

/** The parts of a query that searches a register; each takes the alias of the register's row. */
export type RegisterSearch = {
  readonly from: (alias: string) => string;
  /** The row's id as the search knows it: paging by it needs no sorting. */
  readonly id: (alias: string) => string;
  readonly condition: (alias: string) => string;
  readonly parameters: SqlRow;
};

const mostWords = 12;

/**
 * Finds rows in which every word typed stands somewhere, also within a longer word. Words of three letters and more go by
 * the trigram index; shorter ones are looked for in the rows that are left.
 */
export function registerSearch(register: Register, typed: string): RegisterSearch {
  const words = foldForSearch(typed)
    .split(/\s+/u)
    .filter((word) => word !== '')
    .slice(0, mostWords);
  const indexed = words.filter((word) => [...word].length >= 3 && !word.includes('\0'));
  const short = words.filter((word) => !indexed.includes(word));
  const conditions = (alias: string) => [
    ...(indexed.length === 0 ? [] : [`f.${register}_search MATCH @match`]),
    ...short.map((_, index) => `${registerText(register, alias)} LIKE @short${index} ESCAPE '\\'`),
  ];
  return {
    from: (alias) =>
      indexed.length === 0
        ? `${register} ${alias}`
        : `${register}_search f CROSS JOIN ${register} ${alias} ON ${alias}.id = f.rowid`,
    id: (alias) => (indexed.length === 0 ? `${alias}.id` : 'f.rowid'),
    condition: (alias) => conditions(alias).join(' AND ') || '1',
    parameters: {
      ...(indexed.length === 0
        ? {}
        : { match: indexed.map((word) => `"${word.replaceAll('"', '""')}"`).join(' AND ') }),
      ...Object.fromEntries(short.map((word, index) => [`short${index}`, likeAnywhere(word)])),
    },
  };
}
