import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSession } from '../../../../main/engine/create-session.ts';
import { backUpTo, listBackups } from '../../../../main/engine/db/backup-service.ts';
import { get, keepWritable, run } from '../../../../main/engine/db/database.ts';
import { beginLongTransaction } from '../../../../main/engine/db/long-transaction.ts';
import { lookAtBackup } from '../../../../main/engine/db/look-at-backup-service.ts';
import { openDatabase } from '../../../../main/engine/db/open-database.ts';
import { restoreSteps } from '../../../../main/engine/db/restore-service.ts';
import type { EngineSession } from '../../../../main/engine/session.ts';
import { failingLog } from '../../../support/company.ts';

let folder: string;
let path: string;
let backup: string;
let session: EngineSession;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orderbud-restore-'));
  path = join(folder, 'shop.orderbud');
  backup = join(folder, 'kept.orderbud');
  session = createSession({ now: () => new Date('2026-03-03T10:12:00.000Z'), log: failingLog });
  await session.create(path, { name: 'Fjellbutikken AS' });
});
afterEach(() => {
  session.close();
  rmSync(folder, { recursive: true, force: true });
});

const addProduct = (name: string) =>
  session.company().command((tx) => run(tx, 'INSERT INTO product(product_no, name) VALUES (@name, @name)', { name }));
const products = () => get<{ n: number }>(session.company().db, 'SELECT count(*) AS n FROM product')?.n;

/** One product in the backup, two in the company. */
async function backUpAndGoOn(): Promise<void> {
  addProduct('Tent');
  await backUpTo(session.company(), backup);
  addProduct('Jacket');
}

describe('Back up', () => {
  it('the copy holds what is in the company, changes beside its file included, and stands alone', async () => {
    const steps: number[] = [];
    addProduct('Tent');

    await backUpTo(session.company(), backup, (done, of) => steps.push(done / of));

    expect(await lookAtBackup(backup)).toMatchObject({ companyName: 'Fjellbutikken AS', orders: 0, lastRunAt: null });
    expect(readdirSync(folder).filter((name) => name.startsWith('kept'))).toEqual(['kept.orderbud']);
    expect(steps.at(-1)).toBe(1);
  });

  it('never writes over the open company itself', async () => {
    await expect(backUpTo(session.company(), path)).rejects.toMatchObject({ code: 'backup-is-open-company' });
    await expect(backUpTo(session.company(), join(folder, '.', 'shop.orderbud'))).rejects.toMatchObject({
      code: 'backup-is-open-company',
    });
    expect(get(session.company().db, 'SELECT name FROM company')).toEqual({ name: 'Fjellbutikken AS' });
  });

  it('a backup that cannot be written leaves the earlier one of that name and nothing half', async () => {
    await backUpTo(session.company(), backup);
    const before = readFileSync(backup);

    await expect(backUpTo(session.company(), join(folder, 'away', 'kept.orderbud'))).rejects.toThrow();

    expect(readFileSync(backup).equals(before)).toBe(true);
    expect(existsSync(join(folder, 'away'))).toBe(false);
  });
});

describe('Restore', () => {
  it('the company is as the backup has it, and what it was is kept under a name with the time', async () => {
    await backUpAndGoOn();

    const { keptAside } = await session.restore({ companyPath: path, backupPath: backup });

    expect(products()).toBe(1);
    expect(keptAside).toBe(join(folder, 'shop backups', 'shop before restore 2026-03-03 10.12.00.orderbud'));
    expect(listBackups(path).map((file) => file.path)).toContain(keptAside);
    const old = await openDatabase(keptAside);
    expect(get(old, 'SELECT count(*) AS n FROM product')).toEqual({ n: 2 });
    old.close();
    expect(get(session.company().db, `SELECT count(*) AS n FROM log_entry WHERE what = 'company-restored'`)).toEqual({
      n: 1,
    });
    expect(existsSync(`${path}.restoring`)).toBe(false);
  });

  it.each([
    ['a letter', () => writeFileSync(backup, 'dear grandmother '.repeat(2000)), 'backup-damaged'],
    ['an empty file', () => writeFileSync(backup, ''), 'backup-damaged'],
    ['no file', () => rmSync(backup, { force: true }), 'company-not-found'],
    ['flipped bytes', flipBytes, 'backup-damaged'],
    ['a newer program', () => change('PRAGMA user_version = 999'), 'company-from-newer-program'],
    ['another company', () => change(`UPDATE company SET public_id = 'other'`), 'backup-of-other-company'],
  ])('%s is refused and the company stays open as it was', async (_name, spoil, code) => {
    await backUpAndGoOn();
    await spoil();

    await expect(session.restore({ companyPath: path, backupPath: backup })).rejects.toMatchObject({ code });

    expect(products()).toBe(2);
    expect(readdirSync(folder).filter((name) => /restoring|before restore/.test(name))).toEqual([]);
  });

  it('the company cannot be restored from itself', async () => {
    await expect(session.restore({ companyPath: path, backupPath: path })).rejects.toMatchObject({
      code: 'backup-is-open-company',
    });
    expect(session.isOpen()).toBe(true);
  });

  it('a company too damaged to be opened is replaced, and the damaged file is kept', async () => {
    await backUpAndGoOn();
    session.close();
    writeFileSync(path, 'nothing of it can be read');

    const { keptAside } = await session.restore({ companyPath: path, backupPath: backup });

    expect(products()).toBe(1);
    expect(readFileSync(keptAside, 'utf8')).toBe('nothing of it can be read');
  });

  it.each(restoreSteps.slice(0, -1))('what fails after "%s" leaves the company open as it was', async (failing) => {
    await backUpAndGoOn();
    const onStep = (step: string) => {
      if (step === failing) throw new Error('disk full');
    };

    await expect(session.restore({ companyPath: path, backupPath: backup, onStep })).rejects.toThrow('disk full');

    expect(products()).toBe(2);
  });

  it('waits until an import or a run is done: it would go on in the file that is put aside', async () => {
    await backUpAndGoOn();
    const { db } = session.company();
    const long = await beginLongTransaction(db);

    await expect(session.restore({ companyPath: path, backupPath: backup })).rejects.toMatchObject({
      code: 'import-in-progress',
    });
    long.end();
    const restoring = session.restore({ companyPath: path, backupPath: backup });
    const release = keepWritable(db);

    await expect(restoring).rejects.toMatchObject({ code: 'run-in-progress' });
    release();
    expect(products()).toBe(2);
    expect(existsSync(`${path}.restoring`)).toBe(false);
  });
});

async function change(sql: string): Promise<void> {
  const db = await openDatabase(backup);
  db.exec(sql);
  db.close();
}

function flipBytes(): void {
  const bytes = readFileSync(backup);
  for (let at = 8192; at < bytes.length; at += 97) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeFileSync(backup, bytes);
}
