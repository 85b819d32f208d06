import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInMailTexts, parseMailTexts } from '../../../../../main/engine/mail/mail-texts.ts';
import { sampleChanges, sampleMails } from '../../../../../main/engine/mail/sample-mails.ts';
import { renderStatusMail } from '../../../../../main/engine/mail/status-mail.ts';
import { addedLanguage, findWordFault } from '../../../../../main/engine/mail/wording/added-language.ts';
import { dateIn, quantityIn } from '../../../../../main/engine/mail/wording/mail-language.ts';
import { sentenceFor } from '../../../../../main/engine/mail/wording/sentence-for.ts';
import { textsFor } from '../../../../../main/engine/mail/wording/texts-for.ts';
import { words } from '../../../../../main/engine/mail/wording/words.ts';
import type { Change } from '../../../../../shared/change.ts';
import { type Language, languages, languageTags } from '../../../../../shared/language.ts';

/** Every word of a built-in language, written as staff would. */
function wordsOf(language: Language): Map<string, string> {
  return new Map(words.map(({ name, base }) => [name, base(textsFor(language))]));
}

const wordNamed = (name: string) => words.find((word) => word.name === name) ?? words[0];
const faultOf = (name: string, text: string) => {
  const word = wordNamed(name);
  if (word === undefined) throw new Error(`No word ${name}`);
  return findWordFault(word, text, word.base(textsFor('en')));
};

describe.each(languages)('%s, written anew as an added language', (language) => {
  const again = addedLanguage(language === 'en' ? 'en-GB' : languageTags[language], wordsOf(language));

  test('every word passes its own check', () => {
    for (const word of words) {
      const base = word.base(textsFor(language));
      expect(findWordFault(word, base, base), word.name).toBeNull();
    }
  });

  test('says the same in every sample mail, but for how Intl writes a date', () => {
    for (const { name, model } of sampleMails(language)) {
      const texts = parseMailTexts(builtInMailTexts(language));
      // Dates are written by Intl: the built-in ones are put in their place
      const withoutDates = {
        ...model,
        orders: model.orders.map((order) => ({
          ...order,
          changes: order.changes.filter(({ kind }) => kind !== 'expected-date'),
          lines: order.lines.map((line) => ({ ...line, expectedDate: null })),
        })),
      };
      const built = renderStatusMail({ ...withoutDates, texts });
      const written = renderStatusMail({ ...withoutDates, texts, language: again });
      const html = written.html.replace('lang="en-GB"', 'lang="en"');
      expect({ ...written, html }, name).toEqual(built);
    }
  });
});

const finnish = addedLanguage(
  'fi',
  new Map([
    ...wordsOf('en'),
    ['sentences.dateLater', '{{ name }}: toimitus siirtyi, {{ before }} → {{ now }}.'],
    ['layout.whatChanged', '{% case plural %}{% when "one" %}Muutos{% else %}{{ count }} muutosta{% endcase %}'],
    ['pieces', 'kpl'],
  ]),
);

test('numbers, dates, lists and plurals are Intl’s for that language', () => {
  expect(quantityIn(finnish, 1_234_500).replaceAll('\u00a0', ' ')).toBe('1 234,5');
  expect(dateIn(finnish, '2026-12-14')).toBe('14.12.2026');
  expect(() => dateIn(finnish, '14.12.2026')).toThrow('Not a date');
  expect(finnish.texts.layout.listOf(['A', 'B', 'C'])).toBe('A, B ja C');
  expect([1, 2].map((count) => finnish.texts.layout.whatChanged(count))).toEqual(['Muutos', '2 muutosta']);
  const later = sampleChanges['date later'];
  expect(
    later === undefined ? '' : sentenceFor({ ...later, description: 'Teltta' } as Change, { language: finnish }),
  ).toBe('Teltta: toimitus siirtyi, 14.12.2026 → 21.12.2026.');
});

test('a mail in it says so in its HTML', () => {
  const model = sampleMails('en').find(({ name }) => name === 'three orders')?.model;
  if (model === undefined) throw new Error('No sample');
  const { html, plain } = renderStatusMail({ ...model, language: finnish });
  expect(html).toContain('<html lang="fi">');
  expect(plain).toContain('3 muutosta');
});

describe('a faulty word says what and where', () => {
  test.each([
    ['sentences.dateLater', '{{ name }} moved to {{ now }}.', 'missing-placeholder'],
    ['sentences.dateLater', '{{ name }}: {{ before }} {{ now | date }}', 'unknown-filter'],
    ['sentences.dateLater', '{{ name }}: {{ before }} {{ now }} {{ count }}', 'unknown-placeholder'],
    ['sentences.picked', '{% if name %}x{% endif %}', 'unknown-placeholder'],
    ['sentences.picked', ' ', 'empty-text'],
    ['layout.whatChanged', '{% if plural == "one" %}One{% endif %}', 'empty-text'],
    ['layout.whatChanged', '{% if count == 1 %}One', 'syntax'],
    ['sentences.delayed', '{% if before != "" %}{{ name }} late ({{ before }}){% endif %}', 'empty-text'],
  ])('%s: %s', (name, text, reason) => {
    expect(faultOf(name, text)).toMatchObject({ place: name, reason, line: 1 });
  });

  test('a heading need not count what is one', () => {
    expect(
      faultOf('layout.whatChanged', '{% if count == 1 %}Change{% else %}{{ count }} changes{% endif %}'),
    ).toBeNull();
  });
});

test('no word of staff changes what the HTML is made of, or breaks a line', () => {
  const model = sampleMails('en').find(({ name }) => name === 'one order, three changes')?.model;
  if (model === undefined) throw new Error('No sample');
  const elements = (html: string) => [...html.matchAll(/<[^>]*>/g)].map(([each]) => each.replace(/lang="[^"]*"/, ''));
  const harmless = renderStatusMail({ ...model, language: addedLanguage('fi', wordsOf('en')) });
  const hostile = fc
    .array(fc.constantFrom('<b>', '</td>', '"', '&', '\r\n', '\u0000', '\u202e', '<!--', '😀', 'x'), { maxLength: 8 })
    .map((parts) => `x${parts.join('')}`);
  fc.assert(
    fc.property(hostile, (text) => {
      const language = addedLanguage('fi', new Map(words.map(({ name }) => [name, text])));
      const { html, plain } = renderStatusMail({ ...model, language });
      expect(elements(html)).toEqual(elements(harmless.html));
      expect(plain).not.toMatch(/[^\n\P{Cc}]|\u202e/u);
    }),
  );
});

test('a language of which a word is missing is none', () => {
  const lacking = wordsOf('en');
  lacking.delete('sentences.picked');
  expect(() => addedLanguage('fi', lacking)).toThrow('text-faulty');
});
