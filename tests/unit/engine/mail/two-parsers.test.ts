import { simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { freezeMessage, type MessageToFreeze } from '../../../../main/engine/mail/freeze-message.ts';
import { sampleMails } from '../../../../main/engine/mail/sample-mails.ts';
import { renderStatusMail } from '../../../../main/engine/mail/status-mail.ts';
import { tagOf } from '../../../../main/engine/mail/wording/mail-language.ts';
import { makeShopCopy } from '../../../../main/engine/website-data/shop-copy.ts';
import { type Language, languages } from '../../../../shared/language.ts';

const names: Readonly<Record<Language, string>> = {
  en: 'Siobhán O’Neill',
  no: 'Åse Østby',
  sv: 'Björn Åkesson',
  da: 'Søren Ærø',
  nl: 'Daniël van ’t Hof',
  de: 'Jörg Weiß',
};

const kinds = ['status mail', 'status mail told anew', 'shop copy'] as const;

async function bytesOf(kind: (typeof kinds)[number], language: Language): Promise<Buffer> {
  const name = kind === 'status mail told anew' ? 'guest, told anew' : 'one order, three changes';
  const model = sampleMails(language).find((sample) => sample.name === name)?.model;
  if (model === undefined) throw new Error(`No sample ${name}`);
  const rendered = renderStatusMail({ ...model, customerName: names[language] });
  const message: MessageToFreeze = {
    randomId: '5f1c2d3e-0000-4000-8000-00000000abcd',
    senderName: 'Fjell & Fjord, Ås',
    senderAddress: 'post@fjellogfjord.example',
    replyTo: 'help@fjellogfjord.example',
    toName: names[language],
    to: 'kari@example.com',
    ...rendered,
    languageTag: tagOf(language),
    date: '2026-03-03T10:12:00.000Z',
    optOutUrl: 'https://shop.example/opt-out/key',
    oneClick: true,
    referencesRandomId: 'earlier-mail-id',
  };
  const bytes = await freezeMessage(message);
  if (kind !== 'shop copy') return bytes;
  const mail = {
    id: 1,
    kind: 'order-status' as const,
    websiteId: 1,
    address: message.to,
    senderAddress: message.senderAddress,
    language,
    ...rendered,
    message: bytes,
  };
  const copy = { copyTo: 'shop@fjellogfjord.example', randomId: 'copy-of-5f1c2d3e', frozenAt: message.date };
  return (await makeShopCopy(mail, copy)).message;
}

const all = kinds.flatMap((kind) => languages.map((language) => [kind, language] as const));

describe.each(all)('%s in %s', (kind, language) => {
  test('two parsers that know nothing of each other read the same mail', async () => {
    const bytes = await bytesOf(kind, language);
    const one = await simpleParser(bytes, { skipTextToHtml: true });
    const other = await PostalMime.parse(bytes);
    const tidy = (words: string | false | undefined) => String(words).replaceAll('\r\n', '\n').trimEnd();
    expect(other.subject).toBe(one.subject);
    expect(tidy(other.text)).toBe(tidy(one.text));
    expect(tidy(other.html)).toBe(tidy(one.html));
    expect(other.messageId).toBe(one.messageId);
    expect(new Date(other.date ?? '').toISOString()).toBe(one.date?.toISOString());
    expect(other.from).toMatchObject({ address: one.from?.value[0]?.address, name: one.from?.value[0]?.name });
    expect(other.to?.map(({ address }) => address)).toEqual([one.to].flat()[0]?.value.map(({ address }) => address));
    const header = (name: string) => other.headers.find(({ key }) => key === name)?.value;
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(header('content-language')).toBe(language === 'no' ? 'nb' : language);
    if (kind !== 'shop copy') expect(other.to?.[0]?.name).toBe(names[language]);
  });

  test('lines end with CRLF and are below 998 octets, and the head is plain ASCII', async () => {
    const bytes = await bytesOf(kind, language);
    const lines = bytes.toString('latin1').split('\r\n');
    for (const line of lines) {
      expect(line.length).toBeLessThan(998);
      expect(line).not.toMatch(/[\r\n]/);
    }
    expect(bytes.subarray(0, bytes.indexOf('\r\n\r\n')).toString('latin1')).toMatch(/^[\t\r\n\x20-\x7e]*$/);
    expect(bytes.length).toBeLessThan(40_000);
  });
});
