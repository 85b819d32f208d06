import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSession } from '../../../../main/engine/create-session.ts';
import { backupFolder } from '../../../../main/engine/db/backup-service.ts';
import { openCompanyFile } from '../../../../main/engine/db/company-file.ts';
import { all, run } from '../../../../main/engine/db/database.ts';
import { checkBeside, closeWithCheck, endOfCheck, whenSound } from '../../../../main/engine/db/file-check.ts';
import { beginLongTransaction } from '../../../../main/engine/db/long-transaction.ts';
import { openDatabase, openToLookAt } from '../../../../main/engine/db/open-database.ts';
import type { EngineSession } from '../../../../main/engine/session.ts';
import { connectorFor } from '../../../../main/engine/website/connect-service.ts';
import { getWebsiteData } from '../../../../main/engine/website-data/run-service.ts';
import { damage, makeBig } from '../../../support/big-file.ts';
import { failingLog } from '../../../support/company.ts';
import { memoryKeychain } from '../../../support/memory-keychain.ts';

let folder: string;
let path: string;
let session: EngineSession;

/** The second day of the company; its backup of the first is there. */
const now = () => new Date('2026-03-03T10:12:00.000Z');
const yesterday = () => new Date('2026-03-02T10:12:00.000Z');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orderbud-check-'));
  path = join(folder, 'shop.orderbud');
  const first = createSession({ now: yesterday });
  await first.create(path, { name: 'Fjellbutikken AS' });
  first.close();
  makeBig(path);
  session = createSession({ now, log: failingLog, secrets: memoryKeychain() });
});
afterEach(() => {
  session.close();
  rmSync(folder, { recursive: true, force: true });
});

const addProduct = () =>
  session.company().command((tx) => run(tx, `INSERT INTO product(product_no, name) VALUES ('T', 'Tent')`));
/** More than SQLite leaves in the log by itself. */
const addLongEntry = () =>
  session.company().command((tx) =>
    run(tx, "INSERT INTO log_entry(at, who, what, details) VALUES ('', '', '', @details)", {
      details: 'y'.repeat(6_000_000),
    }),
  );
const endOf = () => endOfCheck(session.company().db);

describe('a large file that was closed as it should be is checked beside the work', () => {
  it('it is open before it is found damaged, then it is closed, and nothing of it was changed', async () => {
    damage(path);
    const before = readFileSync(path);

    const { db } = await session.open(path);
    addLongEntry();
    addProduct();
    await expect(whenSound(db)).rejects.toMatchObject({ code: 'company-found-damaged' });

    expect(session.isOpen()).toBe(false);
    expect(session.foundDamaged()).toBe(path);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it('what was entered before it was found damaged lies beside it', async () => {
    damage(path);
    const { db } = await session.open(path);
    addProduct();
    await whenSound(db).catch(() => {});

    const kept = new Database(path, { readonly: true });
    expect(kept.prepare('SELECT name FROM product').all()).toEqual([{ name: 'Tent' }]);
    kept.close();
  });

  it('a run waits for it: nothing is fetched, told or noted out of a damaged file', async () => {
    damage(path);
    const { db } = await session.open(path);

    await expect(getWebsiteData(session)).rejects.toMatchObject({ code: 'company-found-damaged' });

    expect(db.open).toBe(false);
    const file = await openDatabase(path);
    expect(all(file, 'SELECT id FROM run')).toEqual([]);
    file.close();
  });

  it('so do whatever reaches a website, and an import', async () => {
    damage(path);
    const { db } = await session.open(path);
    const refused = { code: 'company-found-damaged' };

    await expect(beginLongTransaction(db)).rejects.toMatchObject(refused);
    await expect(connectorFor({ db, secrets: session.secrets }, 1)).rejects.toMatchObject(refused);
  });

  it('no backup is made of a damaged file, one of a sound file is', async () => {
    const today = join(backupFolder(path), '2026-03-03.orderbud');
    const sound = join(folder, 'sound.orderbud');
    copyFileSync(path, sound);
    damage(path);

    const { db } = await session.open(path);
    await whenSound(db).catch(() => {});
    expect(existsSync(today)).toBe(false);

    copyFileSync(sound, path);
    rmSync(`${path}-wal`, { force: true });
    const company = await session.open(path);
    await whenSound(company.db);
    await expect.poll(() => existsSync(today)).toBe(true);
  });

  it('found sound, the log beside it is written into the file again as ever', async () => {
    const { db } = await session.open(path);
    expect(db.pragma('wal_autocheckpoint', { simple: true })).toBe(0);
    await whenSound(db);
    expect(db.pragma('wal_autocheckpoint', { simple: true })).toBe(1000);
    addProduct();
    session.close();
    expect(existsSync(`${path}-wal`)).toBe(false);
  });

  it('closed before its end, it leaves a file as any other', async () => {
    await session.open(path);
    addProduct();
    const end = endOf();
    session.close();
    expect(await end).toBe('given-up');
    expect(existsSync(`${path}-wal`)).toBe(false);
    const again = await openDatabase(path);
    expect(all(again, 'SELECT name FROM product')).toEqual([{ name: 'Tent' }]);
    again.close();
  });

  it('without a thread it is checked all the same', async () => {
    damage(path);
    const noted: unknown[] = [];
    const db = await openDatabase(path);
    const looking = await openToLookAt(path);
    looking.prepare('SELECT name FROM company').get();
    const makeThread = () => {
      throw new Error('no threads left');
    };
    checkBeside({ db, looking, onUnexpected: (error) => noted.push(error), makeThread });
    await expect(whenSound(db)).rejects.toMatchObject({ code: 'company-found-damaged' });
    expect(noted).toHaveLength(1);
    closeWithCheck(db);
  });

  it('found damaged once, it is checked before it opens until it was restored', async () => {
    damage(path);
    const { db } = await session.open(path);
    await whenSound(db).catch(() => {});
    await expect(session.open(path)).rejects.toMatchObject({ code: 'company-damaged' });
  });
});

describe('a file that was not closed by its program is checked before it opens', () => {
  it('the lock of a program that died lies beside it', async () => {
    damage(path);
    const dead = { host: hostname(), user: 'kari', pid: 2 ** 30, heartbeatAt: now().toISOString() };
    writeFileSync(`${path}.lock`, JSON.stringify(dead));
    await expect(session.open(path)).rejects.toMatchObject({ code: 'company-damaged' });
  });

  it('changes lie beside it that were not written into it', async () => {
    const dying = new Database(path);
    dying.exec(`INSERT INTO product(product_no, name) VALUES ('T', 'Tent')`);
    const cut = join(folder, 'cut.orderbud');
    for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, `${cut}${end}`);
    dying.close();
    damage(cut);
    await expect(session.open(cut)).rejects.toMatchObject({ code: 'company-damaged' });
  });

  it('a copy that was put there by hand', async () => {
    const copy = new Database(path);
    copy.pragma('journal_mode = DELETE');
    copy.close();
    damage(path);
    await expect(openCompanyFile(path, { wasLetGo: true })).rejects.toMatchObject({ code: 'company-damaged' });
  });
});
