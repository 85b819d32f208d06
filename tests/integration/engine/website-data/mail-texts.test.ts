import { beforeEach, expect, test } from 'vitest';
import { all, type ReadDb } from '../../../../main/engine/db/database.ts';
import { builtInMailTexts } from '../../../../main/engine/mail/mail-texts.ts';
import {
  lookAtMailTexts,
  readMailTexts,
  returnToBuiltInTexts,
  saveMailTexts,
} from '../../../../main/engine/website-data/mail-texts-service.ts';
import { settingsFingerprint } from '../../../../main/engine/website-data/queue-store.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { SaveMailTexts } from '../../../../shared/status-mail-texts.ts';
import { command, openTestCompany } from '../../../support/company.ts';

let db: ReadDb;
beforeEach(async () => {
  db = await openTestCompany();
});

const ref = { websiteId: 1, language: 'en' } as const;
const save = (texts: Omit<SaveMailTexts, 'websiteId' | 'language'>) =>
  command(db, (tx, context) => saveMailTexts(tx, context, { ...ref, ...texts }));
const stored = () => all(db, 'SELECT language, subject, text_above, text_below FROM website_text');
const inEnglish = () => readMailTexts(db, 1).find(({ language }) => language === 'en');

test('the built-in texts are sent until staff write their own; one alone leaves the others as they were', () => {
  expect(readMailTexts(db, 1).map(({ language, isOwn }) => [language, isOwn])).toEqual(
    ['en', 'no', 'sv', 'da', 'nl', 'de'].map((language) => [language, false]),
  );
  const before = settingsFingerprint(db, 1);
  save({ subject: 'About {{ order_numbers }}' });
  expect(inEnglish()).toEqual({
    ...builtInMailTexts('en'),
    language: 'en',
    subject: 'About {{ order_numbers }}',
    isOwn: true,
    added: null,
  });
  expect(settingsFingerprint(db, 1)).not.toBe(before);
  save({ subject: builtInMailTexts('en').subject });
  expect(stored()).toEqual([]);
  expect(settingsFingerprint(db, 1)).toBe(before);
});

test('a faulty text is refused with its place, and nothing is stored', () => {
  save({ above: 'Hello' });
  const before = stored();
  for (const faulty of [{ above: 'Hi\n  {{ navn }}' }, { below: '{% for %}' }, { subject: ' ' }]) {
    const [place] = Object.keys(faulty);
    expect(() => save({ subject: 'New', ...faulty })).toThrow(
      expect.objectContaining({ code: 'text-faulty', details: expect.objectContaining({ place }) }),
    );
  }
  expect(() => save({ above: 'Hi\n  {{ navn }}' })).toThrow(
    expect.objectContaining({
      details: { place: 'above', reason: 'unknown-placeholder', line: 2, column: 6 },
    }),
  );
  expect(stored()).toEqual(before);
});

test('a look tells every fault and shows the mail with what is sound, and stores nothing', () => {
  save({ above: 'Dear {{ customer_name }}' });
  const before = stored();
  const look = lookAtMailTexts(db, { ...ref, subject: 'News', above: 'Hi {{ x }}', below: '{{ company_name }}' });
  expect(look.faults).toEqual([{ place: 'above', reason: 'unknown-placeholder', line: 1, column: 7 }]);
  expect(look.sample.subject).toBe('News');
  for (const part of [look.sample.html, look.sample.plain]) {
    expect(part).toContain('Dear Kari Nordmann');
    expect(part).toContain('Test company');
    expect(part).toContain('Rain jacket L');
  }
  expect(look.sample.html).toContain('<html lang="en">');
  expect(stored()).toEqual(before);
});

test('returning to the built-in texts forgets one language of one website, and is logged once', () => {
  save({ above: 'Hello' });
  command(db, (tx, context) => saveMailTexts(tx, context, { ...ref, language: 'no', above: 'Hei' }));
  for (let times = 0; times < 2; times += 1) {
    command(db, (tx, context) => returnToBuiltInTexts(tx, context, ref));
  }
  expect(stored()).toMatchObject([{ language: 'no' }]);
  const logged = all<{ what: string }>(db, `SELECT what FROM log_entry WHERE what LIKE 'mail-texts%' ORDER BY id`);
  expect(logged.map(({ what }) => what)).toEqual(['mail-texts-saved', 'mail-texts-saved', 'mail-texts-removed']);
});

test('a website that is not there has no texts', () => {
  expect(() => readMailTexts(db, 9)).toThrow(AppError);
  expect(() => save({ websiteId: 9, above: 'Hello' } as never)).toThrow('not-found');
});
