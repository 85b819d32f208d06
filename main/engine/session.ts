import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { AppError } from '../../shared/errors.ts';
import { ChangeFeed } from './change-feed.ts';
import { backUpDaily } from './db/backup-service.ts';
import { createCompanyFile, openCompanyFile, requireWritable } from './db/company-file.ts';
import { type CommandContext, dayIn } from './db/context.ts';
import { get, holdWrites, inTransaction, onCommit, type ReadDb, run, type WriteTx } from './db/database.ts';
import { closeWithCheck, endOfCheck, whenSound } from './db/file-check.ts';
import { type FileLock, heartbeatEveryMs, takeLock } from './db/file-lock.ts';
import { type RestoreStep, restoreBackup } from './db/restore-service.ts';
import type { Effects } from './effects.ts';
import type { EngineLog } from './logging/engine-log.ts';
import { logAction } from './logging/log-store.ts';
import type { Secrets } from './secrets/secrets.ts';

/** The company that is open: its store and the one way to write to it. */
export type OpenCompany = {
  readonly db: ReadDb;
  readonly path: string;
  /** Does all of `work` or none of it, with one time and one name for all it writes. */
  readonly command: <Result>(work: (tx: WriteTx, context: CommandContext) => Result) => Result;
  /** The time and the name for what writes nothing. */
  readonly context: () => CommandContext;
  /** The day in the company's time zone, `YYYY-MM-DD`. */
  readonly today: () => string;
};

export type SessionParts = {
  readonly secrets: Secrets;
  readonly effects: Effects;
  readonly now: () => Date;
  readonly log: EngineLog;
};

export type RestoreOf = {
  readonly companyPath: string;
  readonly backupPath: string;
  /** Told of every step; tests stop it there. */
  readonly onStep?: (step: RestoreStep) => void;
};

type Opened = { readonly company: OpenCompany; readonly lock: FileLock; readonly heart: NodeJS.Timeout };

/** The engine's state: at most one open company, and the parts that reach outside the store. */
export class EngineSession {
  readonly secrets: Secrets;
  readonly effects: Effects;
  readonly now: () => Date;
  readonly log: EngineLog;
  /** What windows show has changed. */
  readonly changes = new ChangeFeed();
  /** Backups that were listed: a window may look at them and restore them without choosing them in a dialog. */
  readonly listedBackups = new Set<string>();
  /** Pages at which a mailbox signs in just now: a window may have them opened in the browser. */
  readonly signInPages = new Set<string>();
  /** A run waits for it: the demo company's website and mail server start after its window is there. */
  ready: Promise<unknown> = Promise.resolve();
  private opened: Opened | null = null;
  /** The company file that was found damaged while it was open; checked before it opens once more. */
  private damagedPath: string | null = null;

  constructor(parts: SessionParts) {
    this.secrets = parts.secrets;
    this.effects = parts.effects;
    this.now = parts.now;
    this.log = parts.log;
  }

  /** @throws AppError 'no-company-open' */
  company(): OpenCompany {
    if (this.opened === null) throw new AppError('no-company-open');
    return this.opened.company;
  }

  isOpen(): boolean {
    return this.opened !== null;
  }

  /** Why no company is open: this file was found damaged while it was. */
  foundDamaged(): string | null {
    return this.opened === null ? this.damagedPath : null;
  }

  /** Opens a company file under its lock. @throws AppError as `requireWritable`, `takeLock` and `openCompanyFile` do */
  async open(path: string, takeOver = false): Promise<OpenCompany> {
    this.close();
    requireWritable(path);
    return this.openWith(path, takeOver, ({ wasFree }) =>
      openCompanyFile(path, {
        wasLetGo: wasFree && path !== this.damagedPath,
        onUnexpected: (error) => this.log.unexpected('check of the company file', error),
      }),
    );
  }

  /** Makes a company file with one warehouse and opens it. @throws AppError 'bad-input' when the file exists */
  async create(path: string, company: { readonly name: string; readonly isDemo?: boolean }): Promise<OpenCompany> {
    return this.openWith(path, false, async () => {
      const db = await createCompanyFile(path);
      inTransaction(db, (tx) => {
        run(
          tx,
          'INSERT INTO company(id, public_id, name, is_demo, created_at) VALUES (1, @publicId, @name, @isDemo, @now)',
          {
            publicId: randomUUID(),
            name: company.name,
            isDemo: company.isDemo === true ? 1 : 0,
            now: this.now().toISOString(),
          },
        );
        run(tx, `INSERT INTO warehouse(id, name) VALUES (1, 'Main warehouse')`);
      });
      return db;
    });
  }

  /** Closes the company, if one is open, and gives its lock back. */
  close(): void {
    if (this.opened === null) return;
    const { company, lock, heart } = this.opened;
    this.opened = null;
    clearInterval(heart);
    closeWithCheck(company.db);
    lock.release();
    this.changes.companyChanged();
  }

  /**
   * Puts a backup in the place of a company file, the open one or one that cannot be opened, and opens it. What the
   * company was is kept aside.
   *
   * @throws AppError as `restoreBackup` does, 'import-in-progress', 'run-in-progress'; then the company is open again, if
   * it was
   */
  async restore(restore: RestoreOf): Promise<{ readonly company: OpenCompany; readonly keptAside: string }> {
    const { companyPath } = restore;
    // Its check has the file open
    if (this.opened !== null) await whenSound(this.opened.company.db).catch(() => {});
    const open = this.opened?.company.path === companyPath ? this.opened.company : null;
    const publicId = open === null ? null : readPublicId(open.db);
    if (open !== null) requireAtRest(open.db);
    let lock: FileLock | null = open === null ? takeLock(companyPath, this.now) : null;
    const letGo = () => {
      if (open === null) return;
      if (open.db.open) requireAtRest(open.db);
      this.close();
      lock = takeLock(companyPath, this.now);
    };
    const now = this.now().toISOString();
    let keptAside: string;
    try {
      keptAside = await restoreBackup({ ...restore, publicId, now, letGo });
    } catch (error) {
      lock?.release();
      if (open !== null && this.opened === null) await this.open(companyPath);
      throw error;
    }
    lock?.release();
    const company = await this.open(companyPath);
    company.command((tx, context) => logAction(tx, context, { what: 'company-restored' }));
    return { company, keptAside };
  }

  private async openWith(
    path: string,
    takeOver: boolean,
    openDb: (lock: FileLock) => Promise<ReadDb>,
  ): Promise<OpenCompany> {
    this.close();
    const lock = takeLock(path, this.now, takeOver);
    try {
      const db = await openDb(lock);
      const company = this.companyOver(db, path);
      const heart = setInterval(() => this.beat(lock), heartbeatEveryMs);
      heart.unref();
      this.opened = { company, lock, heart };
      this.damagedPath = null;
      onCommit(db, () => this.changes.written());
      this.changes.companyChanged();
      void this.goOnAfterCheck(company);
      return company;
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /** A full disk or a folder that is away for a moment must not end the program; the next beat tries again. */
  private beat(lock: FileLock): void {
    try {
      lock.beat();
    } catch (error) {
      this.log.unexpected('lock', error);
    }
  }

  /** A damaged file takes no place of a good one's backup, and nothing more is written to it. */
  private async goOnAfterCheck(company: OpenCompany): Promise<void> {
    const end = await endOfCheck(company.db);
    if (this.opened?.company !== company) return;
    if (end === 'sound') this.backUp(company);
    if (end !== 'damaged') return;
    this.damagedPath = company.path;
    this.close();
  }

  /** Goes on beside the work. Without room for a backup the work goes on too; the next start tries again. */
  private backUp(company: OpenCompany): void {
    if (company.path === ':memory:') return;
    backUpDaily(company.db, company.path, company.today()).catch((error: unknown) => {
      if (company.db.open) this.log.unexpected('backup', error);
    });
  }

  private companyOver(db: ReadDb, path: string): OpenCompany {
    const timeZone = () => get<{ time_zone: string }>(db, 'SELECT time_zone FROM company')?.time_zone ?? 'UTC';
    const today = () => dayIn(timeZone(), this.now());
    const who = userInfo().username;
    const context = () => ({ now: this.now().toISOString(), today: today(), who, newUuid: () => randomUUID() });
    return { db, path, today, context, command: (work) => inTransaction(db, (tx) => work(tx, context())) };
  }
}

/** An import or a run has the file open for itself and would go on in the one that is put aside. */
function requireAtRest(db: ReadDb): void {
  holdWrites(db)();
}

function readPublicId(db: ReadDb): string | null {
  return get<{ publicId: string }>(db, 'SELECT public_id AS publicId FROM company')?.publicId ?? null;
}
