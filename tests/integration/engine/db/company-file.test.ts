import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir, uptime } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSession } from '../../../../main/engine/create-session.ts';
import { backUpDaily, backupFolder, backupsToRemove } from '../../../../main/engine/db/backup-service.ts';
import { createCompanyFile, openCompanyFile } from '../../../../main/engine/db/company-file.ts';
import { get, inTransaction, run } from '../../../../main/engine/db/database.ts';
import { heartbeatEveryMs, judgeLock, staleAfterMs, takeLock } from '../../../../main/engine/db/file-lock.ts';
import { migrate } from '../../../../main/engine/db/migrate.ts';
import { openDatabase } from '../../../../main/engine/db/open-database.ts';

let folder: string;
let path: string;
const now = () => new Date('2026-03-03T09:12:00.000Z');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orderbud-file-'));
  path = join(folder, 'shop.orderbud');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function makeCompany(): Promise<void> {
  const db = await createCompanyFile(path);
  inTransaction(db, (tx) =>
    run(tx, `INSERT INTO company(id, public_id, name, created_at) VALUES (1, 'x', 'Shop', @now)`, {
      now: now().toISOString(),
    }),
  );
  db.close();
}

describe('opening a company file', () => {
  it('a file from a newer program is refused and left as it is', async () => {
    await makeCompany();
    const db = await openDatabase(path);
    db.pragma('user_version = 999');
    db.close();
    const before = readFileSync(path);
    await expect(openCompanyFile(path)).rejects.toMatchObject({
      code: 'company-from-newer-program',
      details: { fileVersion: 999 },
    });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it.each([
    ['no file', () => undefined, 'company-not-found'],
    [
      'not a database',
      () => writeFileSync(path, 'a letter to grandmother, much longer than a hundred bytes '.repeat(20)),
      'company-damaged',
    ],
    ['an empty file', () => writeFileSync(path, ''), 'company-damaged'],
  ])('%s: a clear error, never an empty company', async (_name, make, code) => {
    make();
    const before = existsSync(path) ? readFileSync(path) : null;
    await expect(openCompanyFile(path)).rejects.toMatchObject({ code });
    if (before !== null) expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('flipped bytes are found at the opening', async () => {
    await makeCompany();
    const bytes = readFileSync(path);
    for (let at = 8192; at < bytes.length; at += 97) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    writeFileSync(path, bytes);
    await expect(openCompanyFile(path)).rejects.toMatchObject({ code: 'company-damaged' });
  });

  it('a failed migration leaves the file at its version', async () => {
    await makeCompany();
    const db = await openDatabase(path);
    const steps = [
      { number: 1, name: 'first', sql: '' },
      { number: 2, name: 'second', sql: 'CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT;' },
      { number: 3, name: 'broken', sql: 'CREATE TABLE nonsense (' },
    ];
    expect(() => migrate(db, steps)).toThrow();
    expect(db.pragma('user_version', { simple: true })).toBe(1);
    expect(get(db, `SELECT 1 FROM sqlite_master WHERE name = 'extra'`)).toBeUndefined();
    db.close();
  });
});

describe('the lock (9.20)', () => {
  const holder = { host: 'other-pc', user: 'kari', pid: 4, heartbeatAt: '2026-03-03T09:12:00.000Z' };
  const at = Date.parse(holder.heartbeatAt);
  it.each([
    ['nobody', null, 0, 'free'],
    ['another machine, heart beating', holder, 1000, 'held'],
    ['another machine, heart stopped', holder, staleAfterMs + 1, 'stale'],
    ['this machine, process alive', { ...holder, host: 'here', pid: 1 }, staleAfterMs * 9, 'held'],
    [
      'this machine, started since: the number may be another process',
      { ...holder, host: 'here', pid: 1 },
      1e9,
      'stale',
    ],
    ['this machine, process gone', { ...holder, host: 'here' }, 0, 'dead'],
  ])('%s: %s', (_name, who, later, judgement) => {
    const here = {
      host: 'here',
      nowMs: at + later,
      startedAtMs: at + later - 9e8,
      isAlive: (pid: number) => pid === 1,
    };
    expect(judgeLock(who, here)).toBe(judgement);
  });

  it('keeps a second program out and names who holds it', async () => {
    await makeCompany();
    writeFileSync(
      `${path}.lock`,
      JSON.stringify({ host: 'other-pc', user: 'kari', pid: 4, heartbeatAt: now().toISOString() }),
    );
    const session = createSession({ now });
    await expect(session.open(path)).rejects.toMatchObject({
      code: 'company-in-use',
      details: { host: 'other-pc', user: 'kari', isStale: false },
    });
  });

  it('a stale one is taken over only when asked for', async () => {
    await makeCompany();
    writeFileSync(`${path}.lock`, JSON.stringify({ ...holder, heartbeatAt: '2026-03-03T08:00:00.000Z' }));
    const session = createSession({ now });
    await expect(session.open(path)).rejects.toMatchObject({ code: 'company-in-use', details: { isStale: true } });
    await expect(session.open(path, true)).resolves.toBeDefined();
    session.close();
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it('one from before this machine was started, whose number another process has now, is taken over when asked for', async () => {
    await makeCompany();
    const beforeStart = new Date(now().getTime() - (uptime() + 60) * 1000).toISOString();
    writeFileSync(
      `${path}.lock`,
      JSON.stringify({ ...holder, host: hostname(), pid: process.pid, heartbeatAt: beforeStart }),
    );
    expect(() => takeLock(path, now)).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ isStale: true }) }),
    );
    takeLock(path, now, true).release();
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it('one that says nothing, as a power cut leaves it, is taken over when asked for', async () => {
    await makeCompany();
    writeFileSync(`${path}.lock`, '');
    const session = createSession({ now });
    await expect(session.open(path)).rejects.toMatchObject({ code: 'company-in-use', details: { isStale: true } });
    await expect(session.open(path, true)).resolves.toBeDefined();
    session.close();
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it('a heartbeat that cannot be written ends nothing; the next one is', async () => {
    await makeCompany();
    const noted: string[] = [];
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    let nowMs = at;
    const session = createSession({
      now: () => new Date(nowMs),
      log: { unexpected: (where) => void noted.push(where) },
    });
    await session.open(path);
    mkdirSync(`${path}.lock.beat`);
    vi.advanceTimersByTime(heartbeatEveryMs);
    expect(noted).toEqual(['lock']);
    rmSync(`${path}.lock.beat`, { recursive: true });
    nowMs += heartbeatEveryMs;
    vi.advanceTimersByTime(heartbeatEveryMs);
    expect(JSON.parse(readFileSync(`${path}.lock`, 'utf8'))).toMatchObject({
      heartbeatAt: new Date(at + heartbeatEveryMs).toISOString(),
    });
    session.close();
    vi.useRealTimers();
  });

  it.runIf(process.platform === 'linux')(
    'one of a program that has ended, though its parent never asked how',
    async () => {
      await makeCompany();
      // The shell becomes a program that knows nothing of the child
      const parent = spawn('sh', ['-c', 'sleep 100 & echo $!; exec sleep 100'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [told] = (await once(parent.stdout, 'data')) as [Buffer];
      const pid = Number(told.toString());
      process.kill(pid, 'SIGKILL');
      await vi.waitFor(() => expect(readFileSync(`/proc/${pid}/stat`, 'utf8')).toContain(') Z '));
      writeFileSync(`${path}.lock`, JSON.stringify({ ...holder, host: hostname(), pid }));
      takeLock(path, now).release();
      parent.kill('SIGKILL');
    },
  );

  it("a killed program's lock on this machine is in nobody's way", async () => {
    await makeCompany();
    writeFileSync(`${path}.lock`, JSON.stringify({ ...holder, host: hostname(), pid: 2 ** 30 }));
    const lock = takeLock(path, now);
    expect(() => takeLock(path, now)).toThrow('company-in-use');
    lock.release();
  });
});

describe('backups', () => {
  it('one a day, whole, beside the company file', async () => {
    await makeCompany();
    const db = await openCompanyFile(path);
    expect(await backUpDaily(db, path, '2026-03-03')).not.toBeNull();
    expect(await backUpDaily(db, path, '2026-03-03')).toBeNull();
    db.close();
    expect(readdirSync(backupFolder(path))).toEqual(['2026-03-03.orderbud']);
    const backup = await openCompanyFile(join(backupFolder(path), '2026-03-03.orderbud'));
    expect(get(backup, 'SELECT name FROM company')).toEqual({ name: 'Shop' });
    backup.close();
  });

  it('the last 14 are kept; files of others are left alone', () => {
    const days = Array.from({ length: 16 }, (_, n) => `2026-03-${String(n + 1).padStart(2, '0')}.orderbud`);
    expect(backupsToRemove([...days, 'my notes.txt'])).toEqual(['2026-03-01.orderbud', '2026-03-02.orderbud']);
  });
});
