import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../../my-page/db/store.ts';
import { wordsForStartError } from '../../../my-page/site/start-error.ts';
import { siteNow } from '../../support/my-page.ts';
import { makeHistory } from '../../support/my-page-documents.ts';
import { makeFirstStore, recordMigration } from '../../support/my-page-first-store.ts';
import { askPostgres, environmentFor, makeStorePlace, openStoreAt, testDatabase } from '../../support/my-page-store.ts';

/** What `node my-page/main.ts` says when it does not start. */
function start(environment: Readonly<Record<string, string>>): Promise<{ code: unknown; words: string }> {
  const env = { PATH: process.env.PATH, PORT: '0', ...environment };
  return new Promise((resolve) => {
    execFile(process.execPath, ['my-page/main.ts'], { env, timeout: 60_000 }, (error, _out, words) =>
      resolve({ code: error?.code ?? 0, words }),
    );
  });
}

async function expectWords(environment: Readonly<Record<string, string>>, words: string): Promise<void> {
  const outcome = await start(environment);
  expect(outcome.words).toBe(`My page cannot start: ${words}\n`);
  expect(outcome.code).toBe(1);
}

describe('a start that fails says why in one line', () => {
  test('a store that a newer program wrote', async () => {
    const { place, remove } = await makeStorePlace();
    await makeFirstStore(place, makeHistory());
    const store = await openStoreAt(place, () => siteNow);
    const { length } = await store.read.selectFrom('schema_migration').selectAll().execute();
    await store.close();
    await recordMigration(place, 99);
    const words = `The store is at version 99; this program knows ${length}. Use a newer program.`;
    await expectWords(environmentFor(place), words);
    await remove();
  });
});

/** What a start on that database would say. */
async function wordsFor(databaseUrl: string): Promise<string | null> {
  const outcome: unknown = await openStore({ databaseUrl, now: () => siteNow }).catch((error: unknown) => error);
  return wordsForStartError(outcome, true);
}

describe.runIf(testDatabase === 'PostgreSQL')('PostgreSQL that cannot be used', () => {
  const url = process.env.ORDERBUD_TEST_POSTGRES ?? '';
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'my-page-start-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('no such database', async () => {
    const words = 'the database of DATABASE_URL does not exist. Make it with CREATE DATABASE.';
    expect(await wordsFor(url.replace('/postgres?', '/nowhere?'))).toBe(words);
  });

  test('no such user', async () => {
    const words =
      'the database refuses the user of DATABASE_URL: he does not exist, or pg_hba.conf does not let him in.';
    expect(await wordsFor(url.replace('orderbud@', 'nobody@'))).toBe(words);
  });

  test('a wrong password, from a file', async () => {
    const file = join(folder, 'url');
    await writeFile(file, url.replace('orderbud@', 'locked:wrong@'));
    await expectWords({ DATABASE_URL_FILE: file }, 'the database refuses the password of DATABASE_URL.');
  });

  test('nobody at the port, an unknown host, no socket', async () => {
    const free = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => free.once('listening', listening));
    const port = (free.address() as { readonly port: number }).port;
    await new Promise((closed) => free.close(closed));
    const nobody = 'no database listens at the host and port of DATABASE_URL.';
    expect(await wordsFor(`postgres://a:b@127.0.0.1:${port}/c`)).toBe(nobody);
    expect(await wordsFor('postgres://a:b@nowhere.invalid/c')).toContain('the host of DATABASE_URL is unknown');
    const socket = 'no database listens at the socket of DATABASE_URL.';
    expect(await wordsFor(`postgres://a@/c?host=${encodeURIComponent(folder)}`)).toBe(socket);
  });

  test('a database that does not hold UTF-8', async () => {
    await askPostgres(url, `CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0`);
    expect(await wordsFor(url.replace('/postgres?', '/latin?'))).toBe(
      'The database holds LATIN1, not UTF8. Make one with UTF8.',
    );
  });
});
