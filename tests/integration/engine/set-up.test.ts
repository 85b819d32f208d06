import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { appRouter } from '../../../main/engine/api.ts';
import { createSession } from '../../../main/engine/create-session.ts';
import type { EngineSession } from '../../../main/engine/session.ts';
import { createCallerFactory } from '../../../main/engine/trpc.ts';

let folder: string;
let session: EngineSession;
const kept = new Map<string, string>();
/** The API as a window has it in which somebody chose this place. */
const callerWith = (path: string) =>
  createCallerFactory(appRouter)({
    session,
    chosenPaths: [
      { path, use: 'write' },
      { path, use: 'read' },
    ],
  });
const caller = () => callerWith(join(folder, 'new.orderbud'));
const left = async () => (await caller().setUp.state()).left;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orderbud-set-up-'));
  process.env.ORDERBUD_USER_DATA = folder;
  kept.clear();
  session = createSession({
    secrets: {
      get: async (account) => kept.get(account) ?? null,
      set: async (account, secret) => void kept.set(account, secret),
      delete: async (account) => void kept.delete(account),
    },
  });
  await caller().companies.create({ path: join(folder, 'new.orderbud'), name: 'Ny butikk' });
});
afterEach(() => {
  session.close();
  rmSync(folder, { recursive: true, force: true });
  delete process.env.ORDERBUD_USER_DATA;
});

it('a new company has every step before it', async () => {
  expect(await left()).toEqual(['company', 'website', 'mail', 'import', 'first-run']);
});

it('a step is done once what it asks for is filled in, and goes on where one stopped', async () => {
  await caller().settings.editCompany({ email: 'post@ny.example', addressLine1: 'Storgata 1', city: 'Moss' });
  expect(await left()).toEqual(['website', 'mail', 'import', 'first-run']);

  const { websiteId } = await caller().settings.createWebsite({
    name: 'Ny butikk',
    myPageUrl: 'https://my.ny.example',
  });
  expect(await left()).toContain('website');
  await caller().websites.setKey({ websiteId, key: 'a key' });
  expect(await left()).toEqual(['mail', 'import', 'first-run']);

  await caller().settings.editWebsite({ websiteId, smtpHost: 'smtp.ny.example', smtpUser: 'ny' });
  expect(await left()).toContain('mail');
  await caller().mailSettings.setPassword({ websiteId, password: 'a password' });
  expect(await left()).toEqual(['import', 'first-run']);

  await caller().setUp.choose({ isImportSkipped: true });
  expect(await caller().setUp.state()).toMatchObject({ left: ['first-run'], isImportSkipped: true, websiteId });
});

it('the reminder is put away for good, the steps stay', async () => {
  await caller().setUp.choose({ isDismissed: true });
  expect(await caller().setUp.state()).toMatchObject({ isDismissed: true, isImportSkipped: false });
});

it('recent companies tell when each was opened and whether its file is there', async () => {
  const away = join(folder, 'away.orderbud');
  await callerWith(away).companies.create({ path: away, name: 'Away' });
  session.close();
  rmSync(away);

  const recent = await caller().companies.recent();

  expect(recent.map(({ path, isThere }) => [path, isThere])).toEqual([
    [away, false],
    [join(folder, 'new.orderbud'), true],
  ]);
  expect(recent[0]?.openedAt).toMatch(/^\d{4}-\d{2}-\d{2}T/);
  await caller().companies.forget({ path: away });
  expect(await caller().companies.recent()).toHaveLength(1);
});

it('a backup made by the windows is looked at, listed beside the company and restored', async () => {
  const path = join(folder, 'kept.orderbud');
  const events = [];
  for await (const event of await callerWith(path).companies.backUp({ path })) events.push(event);
  expect(events.at(-1)).toEqual({ kind: 'finished', path });
  await caller().settings.editCompany({ name: 'Nyere navn' });

  expect(await callerWith(path).companies.lookAtBackup({ path })).toMatchObject({
    companyName: 'Ny butikk',
    orders: 0,
  });
  const { state, keptAside } = await callerWith(path).companies.restore({ backupPath: path });

  expect(state).toMatchObject({ kind: 'open', name: 'Ny butikk' });
  expect((await caller().companies.backups({})).map((file) => file.path)).toContain(keptAside);
});
