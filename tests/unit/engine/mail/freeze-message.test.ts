import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { freezeMessage, type MessageToFreeze, messageIdFor } from '../../../../main/engine/mail/freeze-message.ts';
import { parseMailTexts } from '../../../../main/engine/mail/mail-texts.ts';
import { sampleMails, sampleModel, sampleOrder } from '../../../../main/engine/mail/sample-mails.ts';
import { renderStatusMail } from '../../../../main/engine/mail/status-mail.ts';
import type { StatusMailModel } from '../../../../main/engine/mail/status-mail-model.ts';
import { tagOf } from '../../../../main/engine/mail/wording/mail-language.ts';
import { languages } from '../../../../shared/language.ts';
import { mailLogoMostBytes } from '../../../../shared/settings.ts';

const message: MessageToFreeze = {
  randomId: '5f1c2d3e-0000-4000-8000-00000000abcd',
  senderName: 'Fjell & Fjord',
  senderAddress: 'post@fjellogfjord.example',
  replyTo: 'help@fjellogfjord.example',
  toName: 'Kåri Nordmann',
  to: 'kari@example.com',
  subject: 'Nytt om ordren din W-8841',
  html: '<p>Blåbær</p>',
  plain: 'Blåbær\n',
  languageTag: 'nb',
  date: '2026-03-03T10:12:00.000Z',
  optOutUrl: 'https://shop.example/opt-out?key=1',
  oneClick: true,
  referencesRandomId: null,
};

/** Header names in order, without the folded rest. */
function headersOf(bytes: Buffer): string[] {
  const head = bytes.toString('latin1').split('\r\n\r\n')[0] ?? '';
  return head.split('\r\n').filter((line) => !/^[ \t]/.test(line));
}

function headerNames(bytes: Buffer): string[] {
  return headersOf(bytes).map((line) => line.slice(0, line.indexOf(':')));
}

function expectSound(bytes: Buffer): void {
  const lines = bytes.toString('latin1').split('\r\n');
  for (const line of lines) {
    expect(line.length).toBeLessThanOrEqual(998);
    expect(line).not.toMatch(/[\r\n\0]/);
  }
}

test('carries the headers of an automatic mail', async () => {
  const parsed = await simpleParser(await freezeMessage({ ...message, referencesRandomId: 'earlier-mail-id' }));
  expect(parsed.messageId).toBe('<5f1c2d3e-0000-4000-8000-00000000abcd@fjellogfjord.example>');
  expect(parsed.date?.toISOString()).toBe(message.date);
  expect(parsed.from?.value).toEqual([{ name: 'Fjell & Fjord', address: 'post@fjellogfjord.example' }]);
  expect(parsed.to).toMatchObject({ value: [{ name: 'Kåri Nordmann', address: 'kari@example.com' }] });
  expect(parsed.replyTo?.text).toBe('help@fjellogfjord.example');
  expect(parsed.references).toBe('<earlier-mail-id@fjellogfjord.example>');
  const headers = headersOf(await freezeMessage(message));
  expect(headers).toEqual(
    expect.arrayContaining([
      'Auto-Submitted: auto-generated',
      'X-Auto-Response-Suppress: All',
      'Content-Language: nb',
      'List-Unsubscribe: <https://shop.example/opt-out?key=1>',
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    ]),
  );
});

test('List-Unsubscribe only with an opt-out link; one click only over https (RFC 8058)', async () => {
  expect(headerNames(await freezeMessage({ ...message, optOutUrl: null }))).not.toContain('List-Unsubscribe');
  const plainHttp = headerNames(await freezeMessage({ ...message, optOutUrl: 'http://127.0.0.1/opt-out' }));
  expect(plainHttp).toContain('List-Unsubscribe');
  expect(plainHttp).not.toContain('List-Unsubscribe-Post');
  expect(headerNames(await freezeMessage({ ...message, oneClick: false }))).not.toContain('List-Unsubscribe-Post');
});

test('the same message always has the same bytes; another random id makes others', async () => {
  expect(await freezeMessage(message)).toEqual(await freezeMessage(message));
  expect(await freezeMessage({ ...message, randomId: 'another-random-id' })).not.toEqual(await freezeMessage(message));
});

describe('every sample mail, parsed again, is what was rendered', () => {
  const samples = languages.flatMap((language) => sampleMails(language).map((sample) => ({ ...sample, language })));
  test.each(samples)('$language: $name', async ({ model, language }) => {
    const rendered = renderStatusMail(model);
    const bytes = await freezeMessage({ ...message, ...rendered, languageTag: tagOf(language) });
    const parsed = await simpleParser(bytes, { skipTextToHtml: true });
    expectSound(bytes);
    expect(parsed.subject).toBe(rendered.subject);
    expect(parsed.text?.trimEnd()).toBe(rendered.plain.trimEnd());
    expect(String(parsed.html).trimEnd()).toBe(rendered.html.trimEnd());
    expect(bytes.indexOf('text/plain')).toBeLessThan(bytes.indexOf('text/html'));
    expect(parsed.attachments).toEqual([]);
  });
});

describe('a mail with a logo', () => {
  const logo = Buffer.alloc(mailLogoMostBytes, 'logo');
  const longest = languages.flatMap((language) => {
    const model = sampleMails(language).find(({ name }) => name === 'one order, three changes')?.model;
    return model === undefined ? [] : [{ language, model }];
  });
  const withLogo = (model: StatusMailModel) => ({
    ...model,
    website: {
      ...model.website,
      logo: { type: 'image/png', base64: logo.toString('base64'), widthPx: 400, heightPx: 80 } as const,
    },
  });

  test.each(longest)(
    '$language: carries it as a part that the HTML refers to, below 40 kB with all',
    async (sample) => {
      const rendered = renderStatusMail(withLogo(sample.model));
      const bytes = await freezeMessage({ ...message, ...rendered, languageTag: tagOf(sample.language) });
      expectSound(bytes);
      expect(bytes.length).toBeLessThan(40_000);
      const parsed = await simpleParser(bytes, { skipTextToHtml: true, keepCidLinks: true });
      const [picture, ...others] = parsed.attachments;
      expect(others).toEqual([]);
      expect(picture).toMatchObject({ contentType: 'image/png', contentDisposition: 'inline', related: true });
      expect(picture?.content).toEqual(logo);
      expect(parsed.html).toContain(`<img src="cid:${picture?.cid}" alt="Fjell &amp; Fjord"`);
      expect(parsed.html).not.toMatch(/data:|src="http/);
      expect(parsed.text?.trimEnd()).toBe(rendered.plain.trimEnd());
    },
  );

  test('is the same bytes each time, alternative outside and related inside', async () => {
    const rendered = renderStatusMail(withLogo(sampleModel('en', [])));
    const bytes = await freezeMessage({ ...message, ...rendered });
    expect(await freezeMessage({ ...message, ...rendered })).toEqual(bytes);
    const types = [...bytes.toString('latin1').matchAll(/^Content-Type: ([\w/]+)/gm)].map(([, type]) => type);
    expect(types).toEqual(['multipart/alternative', 'text/plain', 'multipart/related', 'text/html', 'image/png']);
  });

  test('no text becomes a part: staff and customers write about pictures in vain', async () => {
    const words = '<img src="data:image/png;base64,AAAA">';
    const model = sampleModel('en', [sampleOrder('en', words, [])]);
    const texts = parseMailTexts({ subject: words, above: words, below: words });
    const rendered = renderStatusMail({ ...model, texts, customerName: words, companyName: words });
    const parsed = await simpleParser(await freezeMessage({ ...message, ...rendered }), { keepCidLinks: true });
    expect(parsed.attachments).toEqual([]);
    expect(parsed.html).not.toContain('cid:');
  });
});

const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom('\r\nBcc: evil@evil.example', '\n\n', '\r', '\0', '"', '<', '>', ',', ';', '=?utf-8?q?x?='),
      fc.string({ unit: 'binary', maxLength: 30 }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));

test('no name, subject or body adds a header, a recipient or a bad line', async () => {
  const expected = headerNames(await freezeMessage(message));
  await fc.assert(
    fc.asyncProperty(anyText, anyText, anyText, anyText, async (senderName, toName, subject, body) => {
      const hostile = { ...message, senderName, toName, subject: `S${subject}`, plain: `P${body}`, html: `H${body}` };
      const bytes = await freezeMessage(hostile);
      expectSound(bytes);
      expect(headerNames(bytes)).toEqual(expected);
      const parsed = await simpleParser(bytes);
      expect(parsed.to).toMatchObject({ value: [{ address: 'kari@example.com' }] });
      expect(parsed.from?.value).toMatchObject([{ address: 'post@fjellogfjord.example' }]);
      expect([parsed.bcc, parsed.cc]).toEqual([undefined, undefined]);
    }),
  );
});

test('names and subjects of 100 kB survive, cut', async () => {
  const long = 'Ærlig '.repeat(20_000);
  const bytes = await freezeMessage({ ...message, senderName: long, toName: long, subject: long, plain: long });
  expectSound(bytes);
  const parsed = await simpleParser(bytes);
  expect(parsed.subject).toMatch(/^Ærlig .*…$/);
  expect(parsed.subject?.length).toBeLessThan(250);
});

test.each([
  ['to', 'kari@example.com\r\nBcc: x@y.example'],
  ['to', 'kari@example.com, ola@example.com'],
  ['senderAddress', ''],
  ['randomId', 'a>\r\nBcc: x@y.example'],
  ['senderAddress', 'post@x>\r\ny'],
  ['referencesRandomId', '<'],
])('%s %j is refused', async (field, value) => {
  await expect(freezeMessage({ ...message, [field]: value })).rejects.toThrow(/^Not a/);
});

test('a reply address that cannot be mailed is left out', async () => {
  expect(headerNames(await freezeMessage({ ...message, replyTo: 'a@b\r\nBcc: x' }))).not.toContain('Reply-To');
});

test('a picture is found by its mail where the sender’s domain is not ASCII', async () => {
  const html = `<img src="data:image/png;base64,${Buffer.from('logo').toString('base64')}" alt="">`;
  const bytes = await freezeMessage({ ...message, senderAddress: 'post@blåbær.example', html });
  const { attachments, html: parsed } = await simpleParser(bytes, { keepCidLinks: true });
  expect(attachments[0]?.cid).toMatch(/^picture-[0-9a-f]{24}@xn--blbr-roah\.example$/);
  expect(parsed).toContain(`src="cid:${attachments[0]?.cid}"`);
});

test('a Message-ID is made of the random id and the sender’s domain', () => {
  expect(messageIdFor('abcdefgh-1', 'Post@Blåbær.example')).toBe('<abcdefgh-1@xn--blbr-roah.example>');
});
