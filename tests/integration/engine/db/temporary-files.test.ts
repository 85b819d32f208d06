import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inTransaction, run } from '../../../../main/engine/db/database.ts';
import { openTestCompany } from '../../../support/company.ts';

/** SQLite removes its temporary files as soon as they are open, so that only the process itself still shows them. */
function openTemporaryFiles(): readonly string[] {
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${fd}`);
      return path.endsWith(' (deleted)') ? [path] : [];
    } catch {
      // The listing's own, closed by now
      return [];
    }
  });
}

test.runIf(process.platform === 'linux')(
  'what can be undone of a large change names customers in no file beside the company',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'orderbud-temporary-'));
    const db = await openTestCompany(join(folder, 'company.orderbud'));
    const during = inTransaction(db, (tx) => {
      run(
        tx,
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000)
         INSERT INTO contact(public_id, name, created_at) SELECT 'c-' || i, 'Kari Nordmann ' || i, '2026-01-01T00:00:00.000Z' FROM n`,
      );
      return inTransaction(tx, (nested) => {
        run(nested, `UPDATE contact SET name = name || ' AS'`);
        return openTemporaryFiles();
      });
    });
    db.close();
    rmSync(folder, { recursive: true });
    expect(during).toEqual([]);
  },
);
