import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  builtInMailTexts,
  findMailTextFaults,
  type MailPlaceholderValues,
  parseMailTexts,
  renderMailText,
} from '../../../../main/engine/mail/mail-texts.ts';
import { sampleChanges, sampleMails } from '../../../../main/engine/mail/sample-mails.ts';
import { renderStatusMail } from '../../../../main/engine/mail/status-mail.ts';
import { addedLanguage, findWordFault } from '../../../../main/engine/mail/wording/added-language.ts';
import { sentenceFor } from '../../../../main/engine/mail/wording/sentence-for.ts';
import { textsFor } from '../../../../main/engine/mail/wording/texts-for.ts';
import { words } from '../../../../main/engine/mail/wording/words.ts';
import { mailPlaceholders, mailTextPlaces } from '../../../../shared/status-mail-texts.ts';
import { textFault } from '../../../../shared/text-fault.ts';
import { casesOf } from '../../../support/fuzz.ts';

const name = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom<string>(...mailPlaceholders) },
  fc.constantFrom(
    'name',
    'count',
    'before',
    'constructor',
    '__proto__',
    'customer_name.length',
    'x',
    'nil',
    'blank',
    'now',
  ),
);
const value = fc.oneof(
  { weight: 4, arbitrary: name },
  fc.constantFrom('"x"', "'<b>'", '1', '-1', '1.5', 'true', 'nil', 'empty', '(1..3)', '(1..100000000)', '""'),
);
const filter = fc.oneof(
  fc.constantFrom('upcase', 'downcase', 'capitalize', 'strip', 'append: "x"', 'prepend: customer_name', 'default: "-"'),
  fc.constantFrom('append', 'prepend', 'default', 'date', 'escape', 'times: 9', 'append: "x", "y"', 'upcase: 1', ''),
);
const shown = fc
  .tuple(value, fc.array(filter, { maxLength: 3 }))
  .map(([what, filters]) => [what, ...filters].join(' | '));
const comparison = fc
  .tuple(shown, fc.constantFrom('', '==', '!=', '>', '<=', 'contains', 'and', 'or', '=', '=='), value)
  .map(([left, operator, right]) => (operator === '' ? left : `${left} ${operator} ${right}`));
/** The last ones hold for some customers only. */
const condition = fc.oneof({ weight: 3, arbitrary: comparison }, fc.constantFrom('order_count > 2', 'order_count > 9'));
const plain = fc.oneof(
  fc.constantFrom(
    'Hello',
    ' ',
    '\n\n',
    '<b>',
    '</td>',
    '"',
    '&',
    '<!--',
    '\u202e',
    '\0',
    '\r\nBcc: x@evil.example',
    '😀',
  ),
  fc.constantFrom(
    'https://shop.example/x',
    'javascript:alert(1)',
    '{',
    '}',
    '%}',
    '}}',
    '{{',
    '{%',
    '{% raw %}',
    '-%}',
  ),
  fc.string({ unit: 'binary', maxLength: 10 }),
);
/** Liquid as people write it, and as they do not. */
const { text: liquid } = fc.letrec<{ text: string; part: string }>((tie) => ({
  text: fc.array(tie('part'), { maxLength: 4 }).map((parts) => parts.join('')),
  part: fc.oneof(
    { maxDepth: 4 },
    plain,
    { weight: 3, arbitrary: shown.map((each) => `{{ ${each} }}`) },
    fc
      .tuple(condition, tie('text'), tie('text'))
      .map(([when, a, b]) => `{% if ${when} %}${a}{% else %}${b}{% endif %}`),
    fc.tuple(condition, tie('text')).map(([when, a]) => `{%- unless ${when} -%}${a}{%- endunless -%}`),
    fc.tuple(value, value, tie('text')).map(([of, when, a]) => `{% case ${of} %}{% when ${when} %}${a}{% endcase %}`),
    fc.tuple(fc.constantFrom('raw', 'comment'), tie('text')).map(([tag, a]) => `{% ${tag} %}${a}{% end${tag} %}`),
    fc
      .tuple(
        fc.constantFrom(
          'for i in (1..100000000)',
          'assign a = 1',
          'include "/etc/passwd"',
          'tablerow',
          'else',
          'endif',
          'x',
        ),
      )
      .map(([tag]) => `{% ${tag} %}`),
  ),
}));

/** Of somebody whose name, orders and link are told from everybody else's. */
const customerOf = (who: string, count: number, hasLink: boolean): MailPlaceholderValues => ({
  customer_name: `${who} Nordmann`,
  order_numbers: Array.from({ length: count }, (_each, index) => `W-${who}-${index}`).join(', '),
  order_count: count,
  website_name: 'Shop',
  company_name: 'Shop AS',
  my_page_link: hasLink ? `https://my-page.example/${who}` : '',
});
const aCount = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 2_000 }));

/** No text may take a run's time: a second of work is a thousand times what one needs. */
function inTime<Result>(work: () => Result): Result {
  const before = process.cpuUsage();
  const result = work();
  expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
  return result;
}

test('whatever staff write, a text is refused with its place, or says something to every customer, of that customer only', () => {
  let accepted = 0;
  fc.assert(
    fc.property(liquid, fc.constantFrom(...mailTextPlaces), aCount, fc.boolean(), (text, place, count, hasLink) => {
      const source = { ...builtInMailTexts('en'), [place]: text };
      const faults = inTime(() => findMailTextFaults(source));
      for (const fault of faults) expect(textFault.parse(fault)).toEqual(fault);
      if (faults.length > 0) return;
      accepted += 1;
      const texts = parseMailTexts(source);
      const kari = customerOf('Kari', count, hasLink);
      const first = inTime(() => renderMailText(texts, place, kari));
      expect(first.length).toBeLessThanOrEqual(100_000);
      const other = renderMailText(texts, place, customerOf('Lars', 2, true));
      if (!text.includes('Kari')) expect(other).not.toContain('Kari');
      expect(renderMailText(texts, place, kari)).toBe(first);
      if (place === 'subject') expect(first).not.toMatch(/\p{Cc}/u);
    }),
    casesOf('template texts', { slice: 1_500, ofAMillion: 60_000 }),
  );
  expect(accepted).toBeGreaterThan(100);
});

/** Elements with their attributes and styles; a link's address apart. */
const elementsIn = (html: string): readonly string[] =>
  [...html.matchAll(/<[^>]*>/g)].map(([element]) =>
    element.replace(/href="[^"]*"/, 'href').replace(/lang="[^"]*"/, ''),
  );

test('no text of staff, in whatever place, brings an element, an attribute or a link of its own into the mail', () => {
  const model = sampleMails('en').find(({ name }) => name === 'one order, three changes')?.model;
  if (model === undefined) throw new Error('No sample');
  const harmless = renderStatusMail({
    ...model,
    texts: parseMailTexts({ subject: 'News', above: 'One\n\nTwo\nThree {{ my_page_link }}', below: 'Bye\n\nShop' }),
  });
  const known = new Set(elementsIn(harmless.html));
  fc.assert(
    fc.property(liquid, fc.constantFrom(...mailTextPlaces), (text, place) => {
      const source = { ...builtInMailTexts('en'), [place]: text };
      if (findMailTextFaults(source).length > 0) return;
      const { html, plain: plainPart, subject } = renderStatusMail({ ...model, texts: parseMailTexts(source) });
      expect(elementsIn(html).filter((element) => !known.has(element))).toEqual([]);
      for (const [, link] of html.matchAll(/href="([^"]*)"/g)) expect(link).toMatch(/^https:\/\//);
      expect(`${plainPart}${subject}`).not.toMatch(/[^\n\P{Cc}]|\u202e/u);
    }),
    casesOf('template texts', { slice: 300, ofAMillion: 20_000 }),
  );
});

test('whatever staff write for a word of a language, it is refused with its place, or says every change', () => {
  const english = new Map(words.map(({ name, base }) => [name, base(textsFor('en'))]));
  const anyWord = fc.constantFrom(...words).chain((word) => {
    const placeholders = Object.keys(word.samples);
    const parts = placeholders.length === 0 ? [] : [fc.constantFrom(...placeholders.map((each) => `{{ ${each} }}`))];
    const text = fc.array(fc.oneof(...parts, plain, liquid), { maxLength: 5 }).map((each) => each.join(' '));
    const base = fc.constant(word.base(textsFor('en')));
    return fc.tuple(
      fc.constant(word),
      fc.oneof(
        text,
        fc.tuple(base, plain).map((two) => two.join(' ')),
      ),
    );
  });
  let accepted = 0;
  fc.assert(
    fc.property(anyWord, ([word, text]) => {
      const fault = inTime(() => findWordFault(word, text, word.base(textsFor('en'))));
      if (fault !== null) {
        expect(textFault.parse(fault)).toEqual(fault);
        return;
      }
      accepted += 1;
      const language = addedLanguage('fi', new Map([...english, [word.name, text]]));
      for (const change of Object.values(sampleChanges)) {
        expect(inTime(() => sentenceFor(change, { language })).trim()).not.toBe('');
      }
    }),
    casesOf('template texts', { slice: 100, ofAMillion: 4_000 }),
  );
  expect(accepted).toBeGreaterThan(10);
});
