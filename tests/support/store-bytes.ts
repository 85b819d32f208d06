import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import Database from 'better-sqlite3';

/** All bytes of a SQLite file, unused pages and journal too, once all that was committed stands in it. */
export async function bytesOfStore(path: string): Promise<Buffer> {
  const connection = new Database(path);
  connection.pragma('wal_checkpoint(TRUNCATE)');
  connection.close();
  const files = [path, `${path}-wal`].filter((file) => existsSync(file));
  return Buffer.concat(await Promise.all(files.map((file) => readFile(file))));
}

/** Those of the words that stand in the bytes, as UTF-8 in the case given. */
export function wordsIn(bytes: Buffer, words: readonly string[]): readonly string[] {
  return words.filter((word) => bytes.includes(Buffer.from(word)));
}
