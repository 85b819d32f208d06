import { CompiledQuery, type Kysely } from 'kysely';
import { accountMailMigration } from './account-mail-migration.ts';
import { accountVersionMigration } from './account-version-migration.ts';
import { auditMigration } from './audit-migration.ts';
import { coveringListMigration } from './covering-list-migration.ts';
import { detailsMigration } from './details-migration.ts';
import { firstMigration } from './first-migration.ts';
import { fillHistoryList, historyListMigration } from './history-list-migration.ts';
import { fillHistorySearch, historySearchMigration } from './history-search-migration.ts';
import { papersMigration } from './papers-migration.ts';
import { registrationMigration } from './registration-migration.ts';
import { secondFactorMigration } from './second-factor-migration.ts';
import { sessionMigration } from './session-migration.ts';
import type { WriteTx } from './store.ts';
import { StoreError } from './store-error.ts';
import type { Tables } from './tables.ts';

type Migration = {
  readonly statements: readonly string[];
  readonly isForSqliteOnly?: boolean;
  /** Fills what the statements made from what stood there. */
  readonly fill?: (tx: WriteTx) => Promise<void>;
};

/** Frozen once released; the place in the list is the number, from 1. */
const migrations: readonly Migration[] = [
  { statements: firstMigration },
  { statements: sessionMigration },
  { statements: historySearchMigration, fill: fillHistorySearch },
  { statements: detailsMigration },
  { statements: auditMigration },
  { statements: historyListMigration, fill: fillHistoryList },
  { statements: papersMigration },
  { statements: secondFactorMigration },
  { statements: accountMailMigration },
  { statements: registrationMigration },
  { statements: accountVersionMigration },
  { statements: coveringListMigration, isForSqliteOnly: true },
];

const migrationTable =
  'CREATE TABLE IF NOT EXISTS schema_migration(number INTEGER PRIMARY KEY, applied_at TEXT NOT NULL) STRICT';

export type Migrating = {
  readonly now: Date;
  readonly database: 'SQLite' | 'PostgreSQL';
  /** Makes of a statement in SQLite's STRICT form one that this database understands. */
  readonly toDialect: (statement: string) => string;
};

/**
 * Applies what is missing, all of it or nothing, under the write lock: of several processes that start at once one
 * migrates and the others find it done. @throws StoreError when the store was written by a newer program.
 */
export async function migrate(db: Kysely<Tables>, { now, database, toDialect }: Migrating): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const run = (statement: string) => tx.executeQuery(CompiledQuery.raw(toDialect(statement)));
    await run(migrationTable);
    const { last } = await tx
      .selectFrom('schema_migration')
      .select(({ fn }) => fn.max('number').as('last'))
      .executeTakeFirstOrThrow();
    const done = last ?? 0;
    if (done > migrations.length) {
      const versions = `The store is at version ${done}; this program knows ${migrations.length}.`;
      throw new StoreError('STORE_NEWER', `${versions} Use a newer program.`);
    }
    for (const [index, { statements, fill, isForSqliteOnly }] of migrations.entries()) {
      const number = index + 1;
      if (number <= done) continue;
      const isMeant = !isForSqliteOnly || database === 'SQLite';
      for (const statement of isMeant ? statements : []) await run(statement);
      await fill?.(tx);
      await tx.insertInto('schema_migration').values({ number, applied_at: now.toISOString() }).execute();
    }
  });
}
