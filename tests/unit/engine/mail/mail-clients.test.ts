import { caniemail } from 'caniemail';
import { describe, expect, test } from 'vitest';
import { sampleMails } from '../../../../main/engine/mail/sample-mails.ts';
import { renderStatusMail } from '../../../../main/engine/mail/status-mail.ts';

/** Clients of caniemail.com that our shops' customers read with; those it has not tried everything on are left out by it. */
const clients = [
  'aol.desktop-webmail',
  'apple-mail.ios',
  'apple-mail.macos',
  'fastmail.desktop-webmail',
  'gmail.android',
  'gmail.desktop-webmail',
  'gmail.ios',
  'outlook.android',
  'outlook.ios',
  'outlook.macos',
  'outlook.outlook-com',
  'outlook.windows',
  'outlook.windows-mail',
  'protonmail.android',
  'protonmail.desktop-webmail',
  'samsung-email.android',
  'yahoo.desktop-webmail',
  'yahoo.ios',
] as const;

/** What some of them do not know, and what their readers get instead. */
const bearable: Readonly<Record<string, string>> = {
  'color-scheme meta tag': 'the light look, or the client darkens by itself',
  '<body> element': 'the body becomes a div; its margin and colour are repeated on the table inside',
  'word-break': 'overflow-wrap breaks long numbers where word-break does not, and the other way round',
  'overflow-wrap': 'word-break breaks long numbers where overflow-wrap does not, and the other way round',
  '@media': 'the wide look, and the light one',
  'max-height property': 'the preview line is hidden by display:none and mso-hide',
  overflow: 'the preview line is hidden by display:none and mso-hide',
  'border-radius': 'square corners',
  'table-layout': 'columns as wide as their words',
  'role attribute': 'layout tables are read as tables by a screen reader in a client without support',
};

const html = sampleMails('en').map(({ model }) => renderStatusMail(model).html);

describe('what the mail is made of', () => {
  test('what a client does not know at all is listed, with what its reader gets instead', () => {
    const missed = new Map<string, string[]>();
    for (const client of clients) {
      for (const mail of [html.at(-1) ?? '', html.at(-3) ?? '']) {
        const { issues } = caniemail({ clients: [client], html: mail });
        for (const found of issues.errors.values()) {
          for (const { title } of found) missed.set(title, [...(missed.get(title) ?? []), client]);
        }
      }
    }
    expect([...missed.keys()].filter((title) => !(title in bearable))).toEqual([]);
    expect(Object.keys(bearable).filter((title) => !missed.has(title))).toEqual([]);
  });

  test('Outlook’s Word gets a width, cells for every padding, and no style it would take for another', () => {
    for (const mail of html) {
      expect(mail).toContain('<!--[if mso]><table role="presentation" width="640"');
      expect(mail.match(/<!--\[if mso\]>/g)?.length).toBe(mail.match(/<!\[endif\]-->/g)?.length);
      // Word pads cells only, and knows background-color better than background
      for (const [, style = ''] of mail.matchAll(/<(?:div|ul|a)\b[^>]*style="([^"]*)"/g)) {
        if (!/padding/.test(style)) continue;
        expect(style).toMatch(/padding:0 0 0 18px|padding:10px 18px/);
      }
      expect(mail).not.toMatch(/[;"]background:/);
    }
  });

  test('nothing is loaded from anywhere, nothing runs, nothing is positioned', () => {
    for (const mail of html) {
      expect(mail).not.toMatch(/<(?:script|link|iframe|form|video|object)\b|@import|url\(|position:|float:|src="http/i);
    }
  });
});
