import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { mostBytesCheckedBefore } from '../../main/engine/db/file-check.ts';

const pageBytes = 4096;

/** Makes a closed company file one that is checked beside its open window: by an entry of the log that nobody reads. */
export function makeBig(path: string): void {
  const db = new Database(path);
  db.prepare(
    "INSERT INTO log_entry(at, who, what, details) VALUES ('2026-03-03T09:00:00.000Z', 'test', 'long', ?)",
  ).run('x'.repeat(mostBytesCheckedBefore + 1));
  db.close();
}

/** Damages a big file where only a check of the whole file finds it: one page of the long entry leads nowhere. */
export function damage(path: string): void {
  const bytes = readFileSync(path);
  const pages = bytes.length / pageBytes;
  const ofEntry = Array.from({ length: pages }, (_, n) => n * pageBytes).filter((at) =>
    bytes.subarray(at + 4, at + pageBytes).every((byte) => byte === 'x'.charCodeAt(0)),
  );
  bytes.fill(0xff, ofEntry[10], (ofEntry[10] ?? 0) + 4);
  writeFileSync(path, bytes);
}
