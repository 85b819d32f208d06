import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { beforeEach, expect, test } from 'vitest';
import { get, type ReadDb } from '../../../../main/engine/db/database.ts';
import { readMailLogoImage } from '../../../../main/engine/settings/logo-image.ts';
import { readWebsiteLogo, writeWebsiteLogo } from '../../../../main/engine/settings/logo-store.ts';
import { insertWebsite } from '../../../../main/engine/settings/website-store.ts';
import { lookAtMailTexts } from '../../../../main/engine/website-data/mail-texts-service.ts';
import { settingsFingerprint } from '../../../../main/engine/website-data/queue-store.ts';
import { makeShopCopy } from '../../../../main/engine/website-data/shop-copy.ts';
import { command, openTestCompany, testContext } from '../../../support/company.ts';
import { queueRun } from '../../../support/queued-run.ts';
import { addContact, addProduct, addWebOrder, companyOver, edit, setRules } from '../../../support/web-orders.ts';

const picture = readFileSync(join(import.meta.dirname, '..', '..', '..', 'support', 'shop-logo.png'));

let db: ReadDb;
beforeEach(async () => {
  db = await openTestCompany();
});

const setLogo = (websiteId = 1) => command(db, (tx) => writeWebsiteLogo(tx, websiteId, readMailLogoImage(picture)));

/** The one mail about a picked order. */
async function queuedMail() {
  setRules(db, 3);
  const contactId = addContact(db, { name: 'Kari Nordmann' });
  const productId = addProduct(db, { name: 'Rain jacket', stockMilli: 5000 });
  edit(db, addWebOrder(db, { contactId, webOrderNo: 'W-1', productId }), { picked: true });
  await queueRun(companyOver(db));
  const mail = get<{ html: string; plain: string; subject: string; message: Buffer }>(db, 'SELECT * FROM whole_mail');
  if (mail === undefined) throw new Error('No mail was queued');
  return mail;
}

test('the logo of the website travels in its mails as a part of theirs, and in the copy for the shop', async () => {
  setLogo();
  const { html, plain, subject, message } = await queuedMail();
  const copy = await makeShopCopy(
    { html, plain, subject, language: 'en', senderAddress: 'post@shop.example' } as Parameters<typeof makeShopCopy>[0],
    { copyTo: 'copy@shop.example', randomId: randomUUID(), frozenAt: testContext.now },
  );
  for (const bytes of [message, copy.message]) {
    const { attachments, html: sent } = await simpleParser(bytes, { keepCidLinks: true });
    expect(attachments.map(({ content }) => content)).toEqual([picture]);
    expect(sent).toContain(`<img src="cid:${attachments[0]?.cid}" alt="Shop" width="240"`);
  }
  expect(html).toContain('<img src="data:image/png;base64,');
});

test('without a logo the name stands there, and another website’s logo is none of this one’s business', async () => {
  setLogo(command(db, (tx, context) => insertWebsite(tx, context, { name: 'Other', url: '', myPageUrl: '' })));
  const { html, message } = await queuedMail();
  expect(html).not.toContain('<img');
  expect((await simpleParser(message)).attachments).toEqual([]);
  expect(readWebsiteLogo(db, 1)).toBeNull();
});

test('a logo is seen in the sample, and mails made before are made anew with it', () => {
  const before = settingsFingerprint(db, 1);
  setLogo();
  const withLogo = settingsFingerprint(db, 1);
  expect(withLogo).not.toBe(before);
  const another = { image: Uint8Array.from([...picture, 0]), widthPx: 380, heightPx: 72 };
  command(db, (tx) => writeWebsiteLogo(tx, 1, another));
  expect(settingsFingerprint(db, 1)).not.toBe(withLogo);
  const typed = { websiteId: 1, language: 'en', subject: 'S', above: '', below: '' } as const;
  expect(lookAtMailTexts(db, typed).sample.html).toContain('<img src="data:image/png;base64,');
  command(db, (tx) => writeWebsiteLogo(tx, 1, null));
  expect(settingsFingerprint(db, 1)).toBe(before);
});
