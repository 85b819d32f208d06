import { simpleParser } from 'mailparser';
import { beforeEach, expect, test } from 'vitest';
import { all, inTransaction, type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { textsFor } from '../../../../main/engine/mail/wording/texts-for.ts';
import { words } from '../../../../main/engine/mail/wording/words.ts';
import { buildHistory } from '../../../../main/engine/my-page/build-history.ts';
import { readHistorySources } from '../../../../main/engine/my-page/history-store.ts';
import { addLanguage, removeLanguage, saveWord } from '../../../../main/engine/website-data/added-language-service.ts';
import { listLanguageGaps } from '../../../../main/engine/website-data/language-gap-store.ts';
import {
  lookAtMailTexts,
  offeredLanguages,
  readMailTexts,
  saveMailTexts,
} from '../../../../main/engine/website-data/mail-texts-service.ts';
import { previewRun } from '../../../../main/engine/website-data/preview-run-service.ts';
import { settingsFingerprint } from '../../../../main/engine/website-data/queue-store.ts';
import { orderHistory } from '../../../../shared/my-page/protocol.ts';
import { command, openTestCompany, testContext } from '../../../support/company.ts';
import { queueRun } from '../../../support/queued-run.ts';
import { addContact, addProduct, addWebOrder, companyOver, edit, setRules } from '../../../support/web-orders.ts';

let db: ReadDb;
beforeEach(async () => {
  db = await openTestCompany();
});

const ref = { websiteId: 1, language: 'fi' } as const;
const add = () => command(db, (tx, context) => addLanguage(tx, context, { ...ref, basedOn: 'en' }));
const write = (name: string, text: string) =>
  command(db, (tx, context) => saveWord(tx, context, { ...ref, name, text }));
const finnish = () => readMailTexts(db, 1).find(({ language }) => language === 'fi');

/** Everything but one word, mostly as English says it. */
function writeAllBut(left: string): void {
  for (const { name, base } of words) if (name !== left) write(name, base(textsFor('en')));
  write('sentences.picked', 'Tilauksenne on kerätty.');
  command(db, (tx, context) =>
    saveMailTexts(tx, context, { ...ref, subject: 'Uutta: {{ order_numbers }}', above: 'Hei {{ customer_name }}' }),
  );
}

const queue = async () => (await queueRun(companyOver(db))).planned;

function pickedOrder(language: string): void {
  setRules(db, 3);
  const contactId = addContact(db, { name: 'Aino' });
  const productId = addProduct(db, { name: 'Teltta', stockMilli: 5000 });
  edit(db, addWebOrder(db, { contactId, webOrderNo: 'W-1', productId, language }), { picked: true });
}

test('half written it is a gap and its mails are held; with the last word they go, in it', async () => {
  pickedOrder('fi');
  add();
  writeAllBut('layout.track');
  expect(finnish()?.added?.missing).toBe(1);
  expect(offeredLanguages(db)).toEqual([]);
  expect(readHistorySources(db, [1])[0]?.added.size).toBe(0);
  expect(listLanguageGaps(db, 1)).toEqual([{ language: 'fi', orders: 1, substitute: null }]);
  expect(await queue()).toBe(0);
  expect(previewRun(companyOver(db))).toMatchObject([{ notTold: 'text-missing' }]);

  write('layout.track', 'Seuraa pakettia');
  expect(finnish()?.added?.missing).toBe(0);
  expect(listLanguageGaps(db, 1)).toEqual([]);
  expect(previewRun(companyOver(db))).toMatchObject([
    { language: 'fi', orders: [{ sentences: ['Tilauksenne on kerätty.'] }] },
  ]);
  expect(await queue()).toBe(1);
  const [mail] = all<{ message: Buffer; plain: string }>(db, 'SELECT message, plain FROM whole_mail');
  const parsed = await simpleParser(mail?.message ?? '');
  expect(parsed.subject).toBe('Uutta: W-1');
  expect(parsed.headers.get('content-language')).toBe('fi');
  expect(parsed.html).toContain('<html lang="fi">');
  expect(mail?.plain).toMatch(/^Hei Aino\n[\s\S]*Tilauksenne on kerätty\./);
  expect(offeredLanguages(db)).toEqual(['fi']);
  const [source] = readHistorySources(db, [1]);
  if (source === undefined) throw new Error('No order');
  const document = buildHistory(source, { now: testContext.now, today: testContext.today });
  expect(document).toMatchObject({ language: 'fi', news: [{ sentences: ['Tilauksenne on kerätty.'] }] });
  expect(orderHistory.parse(document)).toEqual(document);
  expect(all(db, 'SELECT sentences FROM order_news')).toEqual([{ sentences: '["Tilauksenne on kerätty."]' }]);
});

test('a code with a region is that language; taken away, it is a gap again', async () => {
  pickedOrder('fi-FI');
  add();
  writeAllBut('');
  expect(listLanguageGaps(db, 1)).toEqual([]);
  command(db, (tx, context) => removeLanguage(tx, context, ref));
  expect(finnish()).toBeUndefined();
  expect(listLanguageGaps(db, 1)).toHaveLength(1);
  expect(all(db, 'SELECT * FROM website_word')).toEqual([]);
  expect(await queue()).toBe(0);
});

test('complete it may stand in for another; half written it is no substitute', async () => {
  pickedOrder('et');
  add();
  inTransaction(db, (tx) => run(tx, `INSERT INTO website_language_substitute VALUES (1, 'et', 'fi')`));
  writeAllBut('layout.track');
  expect(listLanguageGaps(db, 1)).toEqual([{ language: 'et', orders: 1, substitute: null }]);
  expect(await queue()).toBe(0);
  write('layout.track', 'Seuraa pakettia');
  expect(listLanguageGaps(db, 1)).toEqual([{ language: 'et', orders: 1, substitute: 'fi' }]);
  expect(await queue()).toBe(1);
});

test('a faulty word is refused with its place and nothing is stored; an empty one is taken away', () => {
  add();
  write('sentences.dateKnown', '{{ name }}: {{ now }}');
  const stored = () => all(db, 'SELECT name, text FROM website_word');
  const before = stored();
  expect(() => write('sentences.dateKnown', '{{ name }} {{ date }}')).toThrow(
    expect.objectContaining({
      code: 'text-faulty',
      details: { place: 'sentences.dateKnown', reason: 'unknown-placeholder', line: 1, column: 15 },
    }),
  );
  expect(() => write('sentences.dateKnown', '{{ name }} soon')).toThrow('text-faulty');
  expect(() => write('sentences.unheardOf', 'x')).toThrow('not-found');
  expect(stored()).toEqual(before);
  const fingerprint = settingsFingerprint(db, 1);
  write('sentences.dateKnown', '');
  expect(stored()).toEqual([]);
  expect(settingsFingerprint(db, 1)).not.toBe(fingerprint);
});

test('a word that this program cannot read makes its language incomplete, and stops no mail in another', async () => {
  pickedOrder('en');
  add();
  writeAllBut('');
  expect(offeredLanguages(db)).toEqual(['fi']);
  command(db, (tx) => run(tx, `UPDATE website_word SET text = '{% later %}' WHERE name = 'layout.track'`));
  expect(offeredLanguages(db)).toEqual([]);
  expect(await queue()).toBe(1);
});

test('the sample shows what is written, what is typed soundly, and the built-in words for the rest', () => {
  add();
  write('layout.statusLabel', 'Tila');
  const typed = { ...ref, subject: '', above: '', below: '' };
  const look = (text: string) => lookAtMailTexts(db, { ...typed, word: { name: 'layout.linesHeading', text } });
  expect(look('Tilauksenne nyt')).toMatchObject({ faults: [] });
  expect(look('Tilauksenne nyt').sample.plain).toMatch(/Tila: In progress[\s\S]*Tilauksenne nyt[\s\S]*21\.12\.2026/);
  expect(look('{{ x }}').faults).toMatchObject([{ place: 'layout.linesHeading', reason: 'unknown-placeholder' }]);
  expect(look('{{ x }}').sample.plain).toContain('Your order now');
});

test('a built-in language is not added, and no language is added twice', () => {
  add();
  write('layout.statusLabel', 'Tila');
  add();
  expect(finnish()?.added?.words.find(({ name }) => name === 'layout.statusLabel')?.text).toBe('Tila');
  expect(() =>
    command(db, (tx, context) => addLanguage(tx, context, { ...ref, language: 'nb', basedOn: 'en' })),
  ).toThrow('bad-input');
});
