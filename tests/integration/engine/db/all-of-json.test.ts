import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { all, allOfJson, type ReadDb } from '../../../../main/engine/db/database.ts';
import { openDatabase } from '../../../../main/engine/db/open-database.ts';

let db: ReadDb;
beforeEach(async () => {
  db = await openDatabase(':memory:');
});
afterEach(() => db.close());

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '\0', '"', '\\', '\u2028', '{}', 'null', '1'));
const row = fc.record({ name: fc.option(text), count: fc.option(fc.maxSafeInteger()) });

test('rows that come as JSON are the rows that come one by one, whatever stands in them', () => {
  db.exec('CREATE TABLE t(name TEXT, count INTEGER) STRICT');
  const insert = db.prepare('INSERT INTO t(name, count) VALUES (@name, @count)');
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      db.exec('DELETE FROM t');
      for (const one of rows) insert.run(one);
      expect(
        allOfJson(
          db,
          `SELECT json_group_array(json_object('name', name, 'count', count) ORDER BY rowid) AS rows FROM t`,
        ),
      ).toEqual(all(db, 'SELECT name, count FROM t ORDER BY rowid'));
    }),
  );
});
