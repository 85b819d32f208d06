import { describe, expect, test } from 'vitest';
import { toPostgresStatement } from '../../../my-page/db/postgres-statement.ts';

describe('a migration on PostgreSQL', () => {
  test.each([
    ['tables lose STRICT', 'CREATE TABLE a(\n  x REAL\n) STRICT', 'CREATE TABLE a(\n  x REAL\n)'],
    ['numbers have 64 bits', 'x INTEGER PRIMARY KEY', 'x BIGINT PRIMARY KEY'],
    ['bytes are bytes', 'ALTER TABLE a ADD COLUMN pdf BLOB NOT NULL', 'ALTER TABLE a ADD COLUMN pdf BYTEA NOT NULL'],
    [
      'text is compared byte by byte',
      "x TEXT NOT NULL DEFAULT '', y TEXT UNIQUE",
      `x TEXT COLLATE "C" NOT NULL DEFAULT '', y TEXT COLLATE "C" UNIQUE`,
    ],
    [
      'a cast names a type only',
      'SELECT CAST(x AS TEXT), CAST(y AS INTEGER)',
      'SELECT CAST(x AS TEXT), CAST(y AS BIGINT)',
    ],
    [
      'words in quotes stay',
      `INSERT INTO "TEXT" VALUES ('a BLOB''s ) STRICT INTEGER', 'TEXT')`,
      `INSERT INTO "TEXT" VALUES ('a BLOB''s ) STRICT INTEGER', 'TEXT')`,
    ],
    [
      'names that hold a type stay',
      'CREATE INDEX search_text ON context(text_id)',
      'CREATE INDEX search_text ON context(text_id)',
    ],
  ])('%s', (_rule, statement, expected) => {
    expect(toPostgresStatement(statement)).toBe(expected);
  });
});
