import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { composeMail } from '../../../../my-page/mail/compose-mail.ts';
import { greetingName } from '../../../../my-page/mail/greeting-name.ts';
import { isMailAddress } from '../../../../my-page/mail/mail-address.ts';
import { renderWords } from '../../../../my-page/mail/mail-template.ts';
import { accountMailTexts } from '../../../../shared/my-page/account-mail-texts.ts';
import { runs } from '../../../support/runs.ts';

const link = 'https://my.shop.example/set-password/Kq3vW8';

function compose(given: { readonly name: string; readonly shop: string }): Promise<Buffer> {
  const email = 'kari@example.com';
  const values = { name: greetingName(given.name, email), shop: given.shop, link, email, order: '' };
  // A subject that names the customer: the shop may write one.
  const words = renderWords({ ...accountMailTexts.en.reset, subject: 'Hi {{ name }} - {{ shop }}' }, values);
  return composeMail({
    id: '5f0a3a52-4a55-4c0e-8a0e-2f6a4be4b0a1.1',
    kind: 'reset',
    date: new Date('2026-03-03T09:12:00Z'),
    from: { name: given.shop, address: 'hi@shop.example' },
    replyTo: 'ask@shop.example',
    to: email,
    words,
    link,
    look: {
      language: 'en',
      shop: given.shop,
      shopUrl: 'https://shop.example',
      colour: '#1d6b4f',
      button: 'Choose a password',
    },
  });
}

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 100 }),
  fc
    .array(
      fc.constantFrom(
        '\r\n',
        '\n',
        '\r',
        'Bcc: evil@x.example',
        ',',
        '<e@x.example>',
        '"',
        ':',
        ';',
        '\u202e',
        '\0',
        '=?utf-8?q?=0A?=',
        '\u2028',
        ' ',
        'a',
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join('')),
);

const headers = [
  'auto-submitted',
  'content-language',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'reply-to',
  'subject',
  'to',
  'x-auto-response-suppress',
  'x-my-page-mail',
];

describe('a mail', () => {
  test('of any name and shop has the same headers, one receiver, and no line too long', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, nasty, async (name, shop) => {
        const raw = await compose({ name, shop });
        const parsed = await simpleParser(raw);
        expect([...parsed.headers.keys()].sort()).toEqual(headers);
        const to = Array.isArray(parsed.to) ? [] : (parsed.to?.value ?? []);
        expect(to.map(({ address }) => address)).toEqual(['kari@example.com']);
        expect(parsed.from?.value.map(({ address }) => address)).toEqual(['hi@shop.example']);
        expect(`${parsed.subject}${parsed.from?.value[0]?.name}`).not.toMatch(/[\r\n\u202a-\u202e\u2066-\u2069]/u);
        for (const line of raw.toString('latin1').split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
        expect(parsed.text).toContain(link);
        expect(parsed.html).toContain(`href="${link}"`);
      }),
      { numRuns: runs(150) },
    );
  });

  test('of any name shows it as text, never as markup or as another link', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, async (name) => {
        const { html } = await simpleParser(await compose({ name: `<script>${name}`, shop: 'Shop' }));
        expect(html).not.toMatch(/<script/i);
        const targets = new Set([...String(html).matchAll(/href="([^"]*)"/g)].map(([, target]) => target));
        expect(targets).toEqual(new Set([link, 'https://shop.example']));
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('the name that a mail greets with', () => {
  test.each([
    ['Kari Nordmann', 'Kari Nordmann'],
    ['J. R. Nordmann', 'J. R. Nordmann'],
    ['Berg & Sønn AS', 'Berg & Sønn AS'],
    ['Win at evil.example', 'k@x.example'],
    ['http://evil', 'k@x.example'],
    ['www.evil', 'k@x.example'],
    ['evil．example now', 'k@x.example'],
    ['a@b', 'k@x.example'],
    ['  ', 'k@x.example'],
    ['\u202eKari\r\nBcc: x', 'Kari Bcc: x'],
  ])('of %j is %j', (name, greeted) => {
    expect(greetingName(name, 'k@x.example')).toBe(greeted);
  });
});

describe('an address that is mailed', () => {
  test.each(['kari@example.com', "o'neil+shop@mail.example.co.uk", 'kari@bücher.example'])('%s', (address) => {
    expect(isMailAddress(address)).toBe(true);
  });

  test.each([
    'a@x.example, b@x.example',
    'a@x.example b@x.example',
    'a@x.example\r\nRCPT TO:<b@x.example>',
    '<a@x.example>',
    'Kari <a@x.example>',
    '"a b"@x.example',
    'a@localhost',
    'a@[127.0.0.1]',
    '@x.example',
    '',
    `${'a'.repeat(65)}@x.example`,
  ])('not %j', (address) => {
    expect(isMailAddress(address)).toBe(false);
  });
});
