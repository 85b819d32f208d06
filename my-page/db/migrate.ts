import { CompiledQuery, type Kysely, sql } from 'kysely';
import { accountMailMigration } from './account-mail-migration.ts';
import { auditMigration } from './audit-migration.ts';
import { detailsMigration } from './details-migration.ts';
import { firstMigration } from './first-migration.ts';
import { fillHistorySearch, historySearchMigration } from './history-search-migration.ts';
import { sessionMigration } from './session-migration.ts';
import type { WriteTx } from './store.ts';
import type { Tables } from './tables.ts';

type Migration = {
  readonly statements: readonly string[];
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
  { statements: accountMailMigration },
];

/**
 * Applies what is missing, all of it or nothing, under the write lock: of several processes that start at once one
 * migrates and the others find it done. @throws Error when the store was written by a newer program.
 */
export async function migrate(db: Kysely<Tables>, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`CREATE TABLE IF NOT EXISTS schema_migration(number INTEGER PRIMARY KEY, applied_at TEXT NOT NULL) STRICT`.execute(
      tx,
    );
    const { last } = await tx
      .selectFrom('schema_migration')
      .select(({ fn }) => fn.max('number').as('last'))
      .executeTakeFirstOrThrow();
    const done = last ?? 0;
    if (done > migrations.length) {
      throw new Error(`The store is at version ${done}; this program knows ${migrations.length}. Use a newer program.`);
    }
    for (const [index, { statements, fill }] of migrations.entries()) {
      const number = index + 1;
      if (number <= done) continue;
      for (const statement of statements) await tx.executeQuery(CompiledQuery.raw(statement));
      await fill?.(tx);
      await tx.insertInto('schema_migration').values({ number, applied_at: now.toISOString() }).execute();
    }
  });
}
