import { all, type ReadDb } from '../../main/engine/db/database.ts';

/** Every row of every table of a company but of those named, to see that nothing changed. */
export function contentOf(db: ReadDb, but: readonly string[] = []): unknown {
  const tables = all<{ name: string }>(db, `SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`);
  return tables.filter(({ name }) => !but.includes(name)).map(({ name }) => [name, all(db, `SELECT * FROM "${name}"`)]);
}
