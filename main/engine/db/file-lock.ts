import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { hostname, uptime, userInfo } from 'node:os';
import { AppError } from '../../../shared/errors.ts';

/** Who has a company file open. Written beside the file; the heartbeat tells a live holder from a dead one. */
export type LockHolder = {
  readonly host: string;
  readonly user: string;
  readonly pid: number;
  /** UTC, ISO 8601. */
  readonly heartbeatAt: string;
};

export const heartbeatEveryMs = 10_000;
/** A holder whose heart has not beaten for so long may be gone. */
export const staleAfterMs = 60_000;

export type LockJudgement = 'free' | 'held' | 'stale' | 'dead';

type Here = {
  readonly host: string;
  readonly nowMs: number;
  /** When this machine was started. */
  readonly startedAtMs: number;
  readonly isAlive: (pid: number) => boolean;
};

/**
 * Judges a lock: `dead` when its process is known to be gone (same machine), `stale` when another machine's heart
 * stopped, or when it last beat before this one was started, so that a person must be asked (domain.md 9.20).
 */
export function judgeLock(holder: LockHolder | null, here: Here): LockJudgement {
  if (holder === null) return 'free';
  if (holder.host === here.host) {
    if (!here.isAlive(holder.pid)) return 'dead';
    // After a power cut another process may have its number
    return Date.parse(holder.heartbeatAt) < here.startedAtMs ? 'stale' : 'held';
  }
  const ageMs = Math.abs(here.nowMs - Date.parse(holder.heartbeatAt));
  return ageMs > staleAfterMs || Number.isNaN(ageMs) ? 'stale' : 'held';
}

export type FileLock = {
  /** Whoever held it before gave it back; a program that died, or a computer that went off, did not. */
  readonly wasFree: boolean;
  beat(): void;
  release(): void;
};

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !hasEnded(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Linux keeps a process in its list until its parent has asked how it ended. That of a program killed together with its shell may
 * ask late, or never, as in a container; what holds nothing any more must keep nobody out meanwhile.
 */
function hasEnded(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    // The name before it may hold anything, brackets too (proc_pid_stat(5))
    return /\) [ZX] [^)]*$/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** A lock that says nothing: the power failed as it was written. Nobody knows whose it is, so a person is asked. */
const unknownHolder: LockHolder = { host: '', user: '', pid: 0, heartbeatAt: '' };

/** Who holds a lock; null where there is none. */
function readHolder(path: string): LockHolder | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    const holder: unknown = JSON.parse(text);
    return typeof holder === 'object' && holder !== null && 'pid' in holder ? (holder as LockHolder) : unknownHolder;
  } catch {
    return unknownHolder;
  }
}

function write(path: string, flag: 'wx' | 'w', now: Date): void {
  const holder: LockHolder = {
    host: hostname(),
    user: userInfo().username,
    pid: process.pid,
    heartbeatAt: now.toISOString(),
  };
  const file = openSync(path, flag);
  try {
    writeSync(file, JSON.stringify(holder));
    fsyncSync(file);
  } catch (error) {
    // Without room for it, a lock that was just made would keep everybody out
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/** Puts a lock there whole or not at all, so that a program killed meanwhile keeps nobody out. @throws 'EEXIST' where there is one */
function create(path: string, now: Date): void {
  const draft = `${path}.${randomUUID()}`;
  write(draft, 'wx', now);
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    // Sticks and some shares know no second name for a file
    write(path, 'wx', now);
  } finally {
    rmSync(draft, { force: true });
  }
}

function heldBy(holder: LockHolder | null): AppError {
  return new AppError('company-in-use', { host: holder?.host ?? hostname(), user: holder?.user ?? '', isStale: false });
}

/**
 * Takes the lock of a company file, so that no second program works on it.
 * @throws AppError 'company-in-use' with who holds it; `isStale` says that taking over may be offered.
 */
export function takeLock(companyPath: string, now: () => Date, takeOver = false): FileLock {
  return takeLockFile(`${companyPath}.lock`, now, takeOver);
}

function takeLockFile(path: string, now: () => Date, takeOver: boolean): FileLock {
  const holder = readHolder(path);
  const nowMs = now().getTime();
  const startedAtMs = nowMs - uptime() * 1000;
  const judgement = judgeLock(holder, { host: hostname(), nowMs, startedAtMs, isAlive });
  if (holder !== null && (judgement === 'held' || (judgement === 'stale' && !takeOver))) {
    throw new AppError('company-in-use', { host: holder.host, user: holder.user, isStale: judgement === 'stale' });
  }
  if (holder !== null) removeAbandoned(path, holder, { now, takeOver });
  try {
    create(path, now());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw heldBy(readHolder(path));
  }
  return {
    wasFree: holder === null,
    beat() {
      write(`${path}.beat`, 'w', now());
      renameSync(`${path}.beat`, path);
    },
    release() {
      if (readHolder(path)?.pid === process.pid) rmSync(path, { force: true });
    },
  };
}

/**
 * Removes a lock whose holder is gone. Of programs that found the same one, who removes it looks once more under a lock for that
 * alone: another may have done so meanwhile, and what lies there now is that one's.
 */
function removeAbandoned(
  path: string,
  judged: LockHolder,
  { now, takeOver }: { readonly now: () => Date; readonly takeOver: boolean },
): void {
  const removing = takeLockFile(`${path}.removing`, now, takeOver);
  try {
    const present = readHolder(path);
    const isSame = present?.pid === judged.pid && present.heartbeatAt === judged.heartbeatAt;
    if (isSame) rmSync(path, { force: true });
  } finally {
    removing.release();
  }
}
