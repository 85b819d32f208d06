import { describe, expect, test } from 'vitest';
import { findTextFaults, renderWords } from '../../../../my-page/mail/mail-template.ts';
import { pageLanguages } from '../../../../my-page/pages/labels.ts';
import { accountMailTexts } from '../../../../shared/my-page/account-mail-texts.ts';
import { accountMailKinds } from '../../../../shared/my-page/protocol.ts';

const languages = pageLanguages.map(({ code }) => code);
const values = {
  name: 'Kari Nordmann',
  shop: 'Fjell & Fritid',
  link: 'https://my.shop.example/set-password/Kq3vW8',
  email: 'kari@example.com',
  order: 'W-8841',
};

describe.each(languages)('the built-in mails in %s', (language) => {
  const texts = accountMailTexts[language];

  test('read as they were approved', async () => {
    const all = accountMailKinds.map((kind) => {
      const { subject, text } = renderWords(texts[kind], values);
      return `=== ${kind}\n${subject}\n\n${text}\n`;
    });
    await expect(all.join('\n')).toMatchFileSnapshot(`./golden/account-mails-${language}.txt`);
  });

  test.each(accountMailKinds)('pass the check that texts of staff pass: %s', (kind) => {
    expect(findTextFaults(kind, texts[kind])).toEqual([]);
  });

  test('use the same placeholders as in English', () => {
    const used = (text: string) => new Set(text.match(/\{\{ \w+ \}\}/g));
    for (const kind of accountMailKinds) {
      expect(used(texts[kind].text), kind).toEqual(used(accountMailTexts.en[kind].text));
    }
  });
});
