import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { z } from 'zod';
import { appRouter } from '../../../main/engine/api.ts';
import { createSession } from '../../../main/engine/create-session.ts';
import { all, get, inTransaction, type ReadDb, run } from '../../../main/engine/db/database.ts';
import type { EngineSession } from '../../../main/engine/session.ts';
import { createCallerFactory, failureOf } from '../../../main/engine/trpc.ts';
import { anyInput } from '../../support/any-input.ts';
import { casesOf, fuzzTimeoutMs } from '../../support/fuzz.ts';
import { memoryKeychain } from '../../support/memory-keychain.ts';
import { addContact, addProduct, addWebOrder, edit, setRules } from '../../support/web-orders.ts';

/** Left out: what goes to other computers, what takes the company away from under the test, and streams. */
const leftOut = [
  /^(app|demo)\./,
  /^companies\.(create|open|openDemo|close|restore|backUp)$/,
  /^(websites|returnBox)\.testConnection$/,
  /^mailSettings\.(check|sendTest|signIn)$/,
  /^accountMails\.sendPasswordMail$/,
  /^updateWebsite\.run$/,
  /^websiteData\.(start|watch)$/,
  /^imports\.(inspect|preview|run)$/,
];

type Procedure = { readonly _def: { readonly inputs: readonly z.ZodType[] } };
/** What each call takes; undefined for those that take nothing. */
const inputs = new Map(
  Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>)
    .filter(([path]) => !leftOut.some((name) => name.test(path)))
    .map(([path, { _def }]) => [path, _def.inputs[0]]),
);
const calls = [...inputs].map(([path, input]) =>
  fc.record({
    path: fc.constant(path),
    input: input === undefined ? fc.constant(undefined) : anyInput(input),
  }),
);

let folder: string;
let session: EngineSession;
let db: ReadDb;
const unforeseen: unknown[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orderbud-hostile-window-'));
  session = createSession({
    secrets: memoryKeychain(),
    now: () => new Date('2026-03-03T10:12:00.000Z'),
    log: { unexpected: (where, error) => void unforeseen.push(where, error) },
  });
  db = (await session.create(join(folder, 'shop.orderbud'), { name: 'Shop' })).db;
  inTransaction(db, (tx) => {
    run(
      tx,
      `INSERT INTO website(id, public_id, name, sender_address) VALUES (1, 'site-1', 'Shop', 'post@shop.example')`,
    );
    run(tx, 'INSERT INTO website_warehouse(website_id, warehouse_id) SELECT 1, min(id) FROM warehouse');
  });
  setRules(db, 1, 2, 3, 4, 5, 6, 7);
  const productId = addProduct(db, { name: 'Rain jacket', stockMilli: 5000 });
  for (const name of ['Kari', 'Lars', 'Ola']) {
    const order = addWebOrder(db, { contactId: addContact(db, { name }), webOrderNo: name, productId });
    edit(db, order, { picked: true });
  }
});
afterEach(() => {
  session.close();
  rmSync(folder, { recursive: true, force: true });
});

type Call = { readonly path: string; readonly input: unknown };

/** Whether the call comes past the check of its shape, to what the program does with it. */
function isOfItsShape({ path, input }: Call): boolean {
  try {
    return inputs.get(path)?.safeParse(input).success ?? true;
  } catch {
    return false;
  }
}

/** 'done' or the code that the window gets. @throws what the program did not foresee */
async function outcomeOf({ path, input }: Call): Promise<string> {
  const caller: unknown = createCallerFactory(appRouter)({ session });
  const procedure = path.split('.').reduce((at, name) => Reflect.get(at as object, name), caller);
  try {
    await (procedure as (given: unknown) => Promise<unknown>)(input);
    return 'done';
  } catch (error) {
    const { appCode } = failureOf(error);
    if (appCode === 'unexpected') throw error;
    return appCode;
  }
}

it(
  'whatever a window asks, the engine answers it or names what is wrong, and the company stays whole',
  async () => {
    const outcomes = new Set<string>();
    const pastTheCheck = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.oneof(...calls), async (one) => {
        if (isOfItsShape(one)) pastTheCheck.add(one.path);
        outcomes.add(await outcomeOf(one));
      }),
      casesOf('IPC calls of a hostile window', { slice: 5_000, ofAMillion: 60_000 }),
    );
    // None was only ever sent back at the door
    expect([...inputs.keys()].filter((path) => !pastTheCheck.has(path))).toEqual([]);
    expect([...outcomes]).toEqual(
      expect.arrayContaining(['done', 'bad-input', 'not-found', 'order-changed-meanwhile']),
    );
    expect(unforeseen).toEqual([]);
    expect(get(db, 'PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
    expect(all(db, 'PRAGMA foreign_key_check')).toEqual([]);
  },
  fuzzTimeoutMs,
);

it.each<Call>([
  { path: 'websiteData.tellAfterAll', input: { orderId: 99, facts: ['picked'] } },
  { path: 'products.create', input: { productNo: 'P-9', name: 'Tent', supplierId: 99 } },
  { path: 'products.edit', input: { productId: 1, supplierId: 99 } },
])('$path of what is not there says so', async (call) => {
  expect(await outcomeOf(call)).toBe('not-found');
});
