import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { appRouter } from '../../../../main/engine/api.ts';
import { createSession } from '../../../../main/engine/create-session.ts';
import {
  all,
  bringListsUpToDate,
  inTransaction,
  type ReadDb,
  run,
  type WriteTx,
} from '../../../../main/engine/db/database.ts';
import { readSendSettings } from '../../../../main/engine/outbox/send-settings-store.ts';
import type { EngineSession } from '../../../../main/engine/session.ts';
import { readCompany, readSalesSettings } from '../../../../main/engine/settings/company-store.ts';
import { readWebsite } from '../../../../main/engine/settings/website-store.ts';
import { createCallerFactory, failureOf } from '../../../../main/engine/trpc.ts';
import { lookAtMailTexts } from '../../../../main/engine/website-data/mail-texts-service.ts';
import { companyDetails, editWebsiteInput, salesSettings, websiteSettings } from '../../../../shared/settings.ts';
import { changedJson } from '../../../support/any-change.ts';
import { anyInput } from '../../../support/any-input.ts';
import { casesOf, fuzzTimeoutMs } from '../../../support/fuzz.ts';
import { memoryKeychain } from '../../../support/memory-keychain.ts';
import { addContact, addProduct, addWebOrder, edit, setRules } from '../../../support/web-orders.ts';

let folder: string;
let session: EngineSession;
let db: ReadDb;
const unforeseen: unknown[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orderbud-any-settings-'));
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
    run(tx, `INSERT INTO carrier(name, tracking_url) VALUES ('Posten', 'https://track.example/{no}')`);
  });
  const productId = addProduct(db, { name: 'Tent', stockMilli: 5000 });
  await outcomeOf({ path: 'mailTexts.addLanguage', input: { websiteId: 1, language: 'et', basedOn: 'en' } });
  const orderId = addWebOrder(db, { contactId: addContact(db, { name: 'Kari' }), webOrderNo: 'W-1', productId });
  setRules(db, 1, 2, 3, 4, 5, 6, 7);
  edit(db, orderId, { picked: true });
});
afterAll(() => {
  session.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The calls by which settings are stored. */
const calls = Object.entries(
  appRouter._def.procedures as unknown as Record<
    string,
    { readonly _def: { readonly type: string; readonly inputs: readonly z.ZodType[] } }
  >,
)
  .filter(
    ([path, { _def }]) =>
      _def.type === 'mutation' &&
      /^(settings\.(edit|create|save|remove|set|clear)|returnBox\.|mailTexts\.|accountMails\.save|languages\.)/.test(
        path,
      ),
  )
  .filter(([path]) => !/Folder|testConnection/.test(path))
  .map(([path, { _def }]) => ({ path, input: _def.inputs[0] }));

type Call = { readonly path: string; readonly input: unknown };
const anyCall: fc.Arbitrary<Call> = fc.oneof(
  ...calls.map(({ path, input }) =>
    fc.record({ path: fc.constant(path), input: input === undefined ? fc.constant(undefined) : anyInput(input) }),
  ),
);
const logo = readFileSync(join(import.meta.dirname, '..', '..', '..', 'support', 'shop-logo.png'));
/** A picture as it should be, or with some bytes changed or missing. */
const damaged = fc
  .array(fc.record({ at: fc.nat(logo.length - 1), byte: fc.nat(255) }), { maxLength: 3 })
  .chain((changes) => fc.tuple(fc.constant(changes), fc.constantFrom(logo.length, logo.length, 0, 40, logo.length - 1)))
  .map(([changes, length]) => {
    const bytes = new Uint8Array(logo);
    for (const { at, byte } of changes) bytes[at] = byte;
    return bytes.slice(0, length);
  });
const picture = fc.oneof(fc.constant(new Uint8Array(logo)), damaged);
const texts = { subject: 'News {{ order_numbers }}', above: 'Hello {{ customer_name }}', below: '' };
const refs = { websiteId: 1, language: 'no' };

/** Settings as they stand, a few of them changed. */
const nearlyValid = (): fc.Arbitrary<Call> =>
  fc.oneof(
    changedJson(fc.constant({ ...readWebsite(db, 1), websiteId: 1 }), 4).map((input) => ({
      path: 'settings.editWebsite',
      input,
    })),
    changedJson(fc.constant({ ...readCompany(db) }), 3).map((input) => ({ path: 'settings.editCompany', input })),
    changedJson(fc.constant({ ...readSalesSettings(db) }), 3).map((input) => ({ path: 'settings.editSales', input })),
    picture.map((image) => ({ path: 'settings.setLogo', input: { image } })),
    picture.map((image) => ({ path: 'settings.setWebsiteLogo', input: { websiteId: 1, image } })),
    changedJson(fc.constant({ ...refs, ...texts }), 2).map((input) => ({ path: 'mailTexts.save', input })),
    changedJson(fc.constant({ websiteId: 1, language: 'fi', basedOn: 'en' }), 1).map((input) => ({
      path: 'mailTexts.addLanguage',
      input,
    })),
    changedJson(fc.constant({ websiteId: 1, language: 'et', name: 'pieces', text: 'tk' }), 1).map((input) => ({
      path: 'mailTexts.saveWord',
      input,
    })),
  );

/** What chance may not bring about in a short run. */
const rare: readonly Call[] = [
  { path: 'settings.createWebsite', input: { name: 'Second' } },
  { path: 'settings.saveCarrier', input: { name: 'Bring', trackingUrl: '' } },
  { path: 'settings.editCompany', input: { name: 'Fjell AS' } },
  { path: 'settings.editSales', input: { pickedBy: 'none' } },
  { path: 'returnBox.setPassword', input: { websiteId: 1, password: 'secret' } },
  { path: 'settings.setLogo', input: { image: new Uint8Array(logo) } },
  { path: 'settings.setWebsiteLogo', input: { websiteId: 1, image: new Uint8Array(logo) } },
  {
    path: 'accountMails.saveText',
    input: { websiteId: 1, mail: 'reset', language: 'no', subject: 'Passord', text: 'Hei {{ name }}: {{ link }}' },
  },
  { path: 'mailTexts.save', input: { ...refs, ...texts } },
  { path: 'mailTexts.addLanguage', input: { websiteId: 1, language: 'fi', basedOn: 'en' } },
  { path: 'mailTexts.saveWord', input: { websiteId: 1, language: 'et', name: 'pieces', text: 'tk' } },
];

/** A schema that hands out read-only values throws where there is nothing to make so. */
function isValid(schema: z.ZodType, value: unknown): boolean {
  try {
    return schema.safeParse(value).success;
  } catch {
    return false;
  }
}

const shape: Readonly<Record<string, z.ZodType>> = websiteSettings.shape;
/** Some fields of a website, each with a value that it may have: every one of them is to be stored. */
const validEdit: fc.Arbitrary<Call> = fc
  .subarray(Object.keys(shape), { minLength: 1, maxLength: 8 })
  .chain((names) =>
    fc.record(
      Object.fromEntries(
        names.map((name) => {
          const schema = shape[name];
          if (schema === undefined) throw new Error(`No setting ${name}`);
          return [name, anyInput(schema).filter((value) => isValid(schema, value))];
        }),
      ),
    ),
  )
  .map((input) => ({ path: 'settings.editWebsite', input: { ...input, websiteId: 1 } }));

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

const tables = [
  'company',
  'website',
  'website_warehouse',
  'website_language_substitute',
  'website_text',
  'carrier',
  'logo',
];
const known = (): readonly string[] =>
  all<{ name: string }>(db, `SELECT name FROM sqlite_master WHERE type = 'table'`)
    .map(({ name }) => name)
    .filter((name) => tables.includes(name) || /setting|language|word|account_mail/.test(name));
let watched: readonly string[] = [];
const stored = (): string =>
  watched.map((name) => `${name} ${JSON.stringify(all(db, `SELECT * FROM ${name}`))}`).join('\n');

/** What the program does with settings all day, done with these. */
function workWithThem(): void {
  expect(companyDetails.parse(readCompany(db))).toBeTruthy();
  expect(salesSettings.parse(readSalesSettings(db))).toBeTruthy();
  for (const { id } of all<{ id: number }>(db, 'SELECT id FROM website')) {
    expect(websiteSettings.parse(readWebsite(db, id))).toBeTruthy();
    readSendSettings(db, id);
    const { sample } = lookAtMailTexts(db, {
      websiteId: id,
      language: 'en',
      subject: 'News',
      above: 'Hello',
      below: '',
    });
    expect(sample.html).toContain('Hello');
  }
}

test('whatever settings a window stores, they are stored whole or refused with a code, and the program works with them', {
  timeout: fuzzTimeoutMs,
}, async () => {
  watched = known();
  const outcomes = new Set<string>();
  const isDone = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        { weight: 2, arbitrary: anyCall },
        { weight: 1, arbitrary: nearlyValid() },
        { weight: 1, arbitrary: validEdit },
      ),
      async (call) => {
        const before = stored();
        db.exec('BEGIN');
        try {
          const outcome = await outcomeOf(call);
          outcomes.add(outcome);
          if (outcome !== 'done') expect(stored()).toBe(before);
          else isDone.add(call.path);
          expect(await outcomeOf({ path: 'websiteData.preview', input: undefined })).toBe('done');
          bringListsUpToDate(db as WriteTx);
          workWithThem();
          if (outcome === 'done' && call.path === 'settings.editWebsite') holdWebsite(call.input);
        } finally {
          db.exec('ROLLBACK');
        }
      },
    ),
    {
      ...casesOf<[Call]>('settings', { slice: 600, ofAMillion: 15_000 }),
      examples: rare.map((call): [Call] => [call]),
    },
  );
  expect(calls.map(({ path }) => path).filter((path) => !isDone.has(path))).toEqual([]);
  expect([...outcomes]).toEqual(expect.arrayContaining(['done', 'bad-input']));
  expect(unforeseen).toEqual([]);
});

/** All that was given is what is read back: no field is left out. */
function holdWebsite(input: unknown): void {
  const { websiteId, prices, ruleOptions, warehouseIds, substitutes, rules, ...plain } = editWebsiteInput.parse(input);
  const view = readWebsite(db, websiteId);
  expect(view).toMatchObject(plain);
  expect(view.prices).toMatchObject(prices ?? {});
  expect(view.rules).toMatchObject(rules ?? {});
  expect(view.ruleOptions).toMatchObject(ruleOptions ?? {});
  if (warehouseIds !== undefined) expect(warehouseIds).toEqual(expect.arrayContaining([...view.warehouseIds]));
  if (substitutes !== undefined)
    expect(new Set(view.substitutes.map(({ language }) => language))).toEqual(
      new Set(substitutes.map(({ language }) => language)),
    );
}
