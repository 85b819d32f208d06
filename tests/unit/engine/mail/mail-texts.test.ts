import { describe, expect, test } from 'vitest';
import {
  builtInMailTexts,
  findMailTextFaults,
  parseMailTexts,
  renderMailText,
} from '../../../../main/engine/mail/mail-texts.ts';
import { AppError } from '../../../../shared/errors.ts';
import { languages } from '../../../../shared/language.ts';
import { mailPlaceholders } from '../../../../shared/status-mail-texts.ts';

const values = {
  customer_name: 'Kari {{ company_name }} <b>',
  order_numbers: 'W-1 and W-2',
  order_count: 2,
  website_name: 'Shop',
  company_name: 'Shop AS',
  my_page_link: 'https://shop.example/my-page',
};

function rendered(above: string, given = values): string {
  return renderMailText(parseMailTexts({ subject: 'S', above, below: '' }), 'above', given);
}

function faultOf(above: string): unknown {
  try {
    parseMailTexts({ subject: 'S', above, below: '' });
    return 'no fault';
  } catch (error) {
    return error instanceof AppError ? { code: error.code, ...error.details } : error;
  }
}

test('every placeholder can be used; a value is text, never a template', () => {
  const all = mailPlaceholders.map((name) => `{{ ${name} }}`).join('|');
  expect(rendered(all)).toBe('Kari {{ company_name }} <b>|W-1 and W-2|2|Shop|Shop AS|https://shop.example/my-page');
});

test('conditions and a few filters can be used; an empty value counts as none', () => {
  expect(rendered('{% if order_count > 1 %}{{ website_name | upcase }}{% else %}one{% endif %}')).toBe('SHOP');
  const withoutLink = { ...values, my_page_link: '' };
  expect(rendered('{% if my_page_link %}{{ my_page_link }}{% else %}none{% endif %}', withoutLink)).toBe('none');
});

describe('a faulty text says what and where', () => {
  test.each([
    ['one\n{{ customer_name', 'syntax', 2],
    ['{% if order_count %}x', 'syntax', 1],
    ['Hi\n\n{{ customer }}', 'unknown-placeholder', 3],
    ['{{ customer_name.constructor }}', 'unknown-placeholder', 1],
    ['{% if secret %}x{% endif %}', 'unknown-placeholder', 1],
    ['{{ customer_name | date }}', 'unknown-filter', 1],
    ['{% for i in (1..1000000000) %}x{% endfor %}', 'unknown-tag', 1],
    ['{% include "/etc/passwd" %}', 'unknown-tag', 1],
    ['{% assign a = 1 %}', 'unknown-tag', 1],
    ['Hi\n{% if order_count > 9 %}{{ (1..9000000000) }}{% endif %}', 'syntax', 2],
    ['{% case order_count %}{% when (1..order_count) %}x{% endcase %}', 'syntax', 1],
    ['{% if order_count > 9 %}{{ company_name | append }}{% endif %}', 'syntax', 1],
    ['{{ company_name | append: "a" | prepend: "b", "c" }}', 'syntax', 1],
    ['x'.repeat(20_001), 'too-long', 1],
  ])('%.40j', (above, reason, line) => {
    expect(faultOf(above)).toMatchObject({ code: 'text-faulty', place: 'above', reason, line });
  });

  test('an empty subject', () => {
    expect(() => parseMailTexts({ subject: ' ', above: '', below: '' })).toThrow('text-faulty');
  });
});

test('a subject comes as one line', () => {
  const texts = parseMailTexts({ subject: 'News\r\nBcc: x@y.example {{ customer_name }}', above: '', below: '' });
  expect(renderMailText(texts, 'subject', { ...values, customer_name: 'A\r\nB' })).toBe('News Bcc: x@y.example A B');
});

test.each(languages)('the built-in texts (%s) are sound and speak of one order or several', (language) => {
  const texts = parseMailTexts(builtInMailTexts(language));
  const one = renderMailText(texts, 'above', { ...values, order_count: 1 });
  expect(one).not.toBe(renderMailText(texts, 'above', values));
  expect(renderMailText(texts, 'subject', values)).toContain('W-1 and W-2');
  expect(renderMailText(texts, 'below', values)).toContain('Shop AS');
});

test('what fails for some customers only is found before it is stored', () => {
  const texts = builtInMailTexts('en');
  const found = (typed: Partial<typeof texts>) => findMailTextFaults({ ...texts, ...typed });
  expect(found({})).toEqual([]);
  expect(found({ subject: '{% if order_count > 1 %}News{% endif %}' })).toMatchObject([
    { place: 'subject', reason: 'empty-subject' },
  ]);
  expect(found({ below: 'Hi\n{% if my_page_link %}{% else %}{{ company_name | append }}{% endif %}' })).toMatchObject([
    { place: 'below', reason: 'syntax', line: 2 },
  ]);
  expect(found({ subject: ' ', above: '{{ x }}', below: '{{' }).map(({ place }) => place)).toEqual([
    'subject',
    'above',
    'below',
  ]);
});
