import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { appRouter } from '../../../main/engine/api.ts';
import { createSession } from '../../../main/engine/create-session.ts';
import type { EngineSession } from '../../../main/engine/session.ts';
import { createCallerFactory, failureOf } from '../../../main/engine/trpc.ts';
import type { ChosenPath, PathUse } from '../../../shared/bridge.ts';
import { faultReasons } from '../../../shared/import.ts';
import { memoryKeychain } from '../../support/memory-keychain.ts';

const reasons = Object.fromEntries(faultReasons.map((reason) => [reason, '']));

/** Every call whose input names a path, each use that it must not be chosen for, and the rest of its input. */
const calls: readonly (readonly [path: string, field: string, wrongUses: readonly PathUse[], rest: object])[] = [
  ['companies.create', 'path', ['read', 'folder'], { name: 'Shop' }],
  ['companies.open', 'path', ['write', 'folder'], {}],
  ['companies.backUp', 'path', ['read', 'folder'], {}],
  ['companies.backups', 'path', ['write', 'folder'], {}],
  ['companies.lookAtBackup', 'path', ['write', 'folder'], {}],
  ['companies.restore', 'backupPath', ['write', 'folder'], {}],
  ['companies.restore', 'companyPath', ['write', 'folder'], { backupPath: 'listed' }],
  ['imports.inspect', 'path', ['write', 'folder'], { kind: 'products' }],
  ['imports.saveFaults', 'path', ['read', 'folder'], { importId: 1, reasonHeader: '', reasons, fieldNames: {} }],
  ['settings.setInvoiceFolder', 'folder', ['read', 'write'], {}],
];
/** Only takes a line off a list. */
const touchesNoDisk = ['companies.forget.path'];

let folder: string;
let session: EngineSession;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orderbud-chosen-paths-'));
  process.env.ORDERBUD_USER_DATA = join(folder, 'program');
  session = createSession({ secrets: memoryKeychain() });
  await session.create(join(folder, 'shop.orderbud'), { name: 'Shop' });
  // The backup of the day goes on beside the work
  await expect.poll(() => readdirSync(folder, { recursive: true }).join()).toMatch(/-\d\d\.orderbud(?!\.)/);
});
afterEach(() => {
  session.close();
  rmSync(folder, { recursive: true, force: true });
  delete process.env.ORDERBUD_USER_DATA;
});

const callerWith = (...chosenPaths: readonly ChosenPath[]) => createCallerFactory(appRouter)({ session, chosenPaths });

async function outcomeOf(path: string, input: object, ...chosenPaths: readonly ChosenPath[]): Promise<string> {
  const procedure = path
    .split('.')
    .reduce<unknown>((at, name) => Reflect.get(at as object, name), callerWith(...chosenPaths));
  try {
    const answer = await (procedure as (given: unknown) => Promise<unknown>)(input);
    if (typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer) {
      for await (const _event of answer as AsyncIterable<unknown>);
    }
    return 'done';
  } catch (error) {
    return failureOf(error).appCode;
  }
}

it('every call that names a path is listed here', () => {
  type Procedure = { readonly _def: { readonly inputs: readonly z.ZodType[] } };
  const named = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>).flatMap(
    ([path, { _def }]) => {
      const [input] = _def.inputs;
      if (input === undefined) return [];
      const { properties = {} } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' });
      return Object.keys(properties)
        .filter((field) => /path|folder|file|director/i.test(field))
        .map((field) => `${path}.${field}`);
    },
  );
  // The name of a folder on the mail server, not of this computer
  const elsewhere = ['settings.editWebsite.returnFolder'];
  expect(named.sort()).toEqual(
    [...calls.map(([path, field]) => `${path}.${field}`), ...touchesNoDisk, ...elsewhere].sort(),
  );
});

describe.each(calls)('%s, %s', (path, field, wrongUses, rest) => {
  it('is refused when nobody chose the path, and nothing is read or written', async () => {
    session.listedBackups.add('listed');
    const there = join(folder, 'there');
    writeFileSync(there, 'left alone');
    const before = readdirSync(folder, { recursive: true });
    for (const named of [there, join(folder, 'new'), String.raw`\\host\share\x`, '/dev/sda', '../x', '']) {
      const outcome = await outcomeOf(path, { ...rest, [field]: named });
      expect([named, outcome]).toEqual([named, named === '' ? 'bad-input' : 'path-not-chosen']);
    }
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
  });

  it('is refused when it was chosen for something else', async () => {
    session.listedBackups.add('listed');
    const named = join(folder, 'other');
    const chosen = wrongUses.map((use) => ({ path: named, use }));
    expect(await outcomeOf(path, { ...rest, [field]: named }, ...chosen)).toBe('path-not-chosen');
    expect(existsSync(named)).toBe(false);
  });
});

describe('what the engine knows needs no dialog', () => {
  it('the open company, its listed backups and companies opened lately', async () => {
    const path = join(folder, 'mine.orderbud');
    const write = { path, use: 'write' } as const;
    await callerWith(write).companies.create({ path, name: 'Mine' });
    const copy = join(folder, 'mine backups', 'copy.orderbud');
    await expect.poll(() => existsSync(join(folder, 'mine backups'))).toBe(true);
    expect(await outcomeOf('companies.backUp', { path: copy }, { path: copy, use: 'write' })).toBe('done');
    expect(await outcomeOf('companies.lookAtBackup', { path: copy })).toBe('path-not-chosen');
    expect(await outcomeOf('companies.backups', { path })).toBe('done');
    expect(await outcomeOf('companies.lookAtBackup', { path: copy })).toBe('done');
    expect(await outcomeOf('companies.restore', { backupPath: copy, companyPath: path })).toBe('done');
    session.close();
    expect(await outcomeOf('companies.open', { path })).toBe('done');
    session.close();
    expect(await outcomeOf('companies.forget', { path })).toBe('done');
    expect(await outcomeOf('companies.open', { path })).toBe('path-not-chosen');
  });
});
