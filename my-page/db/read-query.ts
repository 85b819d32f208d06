import { type Compilable, type CompiledQuery, Kysely, type RawBuilder, sql } from 'kysely';
import type { ReadDb } from './store.ts';
import type { Tables } from './tables.ts';

type Value = string | number;
type Builder = Pick<Kysely<Tables>, 'selectFrom' | 'withRecursive'>;
type GivenValue<Given> = <Name extends keyof Given & string>(name: Name) => RawBuilder<Given[Name]>;
type Building<Given> = {
  readonly text: GivenValue<Given>;
  readonly integer: GivenValue<Given>;
};

/** Stands in a compiled query for a value that is known only when it runs. */
class Placeholder {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A query that is built and compiled once for each store, not at every run: for the pages that customers ask for most,
 * where building took longer than the store's answer. Its text stays the same, so the store prepares it once, too.
 *
 * @example const ordersOf = readQuery<{ id: string }, Row>((db, given) => db.selectFrom('a').selectAll().where('id', '=', given.text('id')));
 */
export function readQuery<Given extends Readonly<Record<string, Value>>, Row>(
  build: (db: Builder, given: Building<Given>) => Compilable<Row>,
): (db: ReadDb, values: Given) => Promise<readonly Row[]> {
  const compiled = new WeakMap<Kysely<Tables>, CompiledQuery<Row>>();
  return async (db, values) => {
    const store = kyselyOf(db);
    const query = compiled.get(store) ?? build(store, placeholders).compile();
    compiled.set(store, query);
    const { rows } = await store.executeQuery<Row>({ ...query, parameters: query.parameters.map(valueFrom(values)) });
    return rows;
  };
}

/**
 * Cast: SQLite prepares a statement with bare parameters anew whenever they change, if they could have told its planner
 * more, and that takes longer than most answers.
 */
const placeholders = {
  text: (name: string) => sql<never>`cast(${new Placeholder(name)} as text)`,
  integer: (name: string) => sql<never>`cast(${new Placeholder(name)} as integer)`,
};

function valueFrom(values: Readonly<Record<string, Value>>): (parameter: unknown) => unknown {
  return (parameter) => (parameter instanceof Placeholder ? values[parameter.name] : parameter);
}

/** A `ReadDb` shows only what a reader may do; behind it stands the whole store, or a transaction of it. */
function kyselyOf(db: ReadDb): Kysely<Tables> {
  if (db instanceof Kysely) return db;
  throw new Error('Not a store of My page');
}
