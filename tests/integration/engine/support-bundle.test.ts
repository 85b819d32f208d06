import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { hostname, tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { run } from '../../../main/engine/db/database.ts';
import { openEngineLog } from '../../../main/engine/logging/engine-log.ts';
import { writeSupportBundle } from '../../../main/engine/support-bundle-service.ts';
import { openRunShop, type RunShop } from '../../support/run-shop.ts';
import { edit } from '../../support/web-orders.ts';

let shop: RunShop;
let folder: string;
const folderBefore = process.env.ORDERBUD_USER_DATA;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orderbud-support-'));
  process.env.ORDERBUD_USER_DATA = folder;
  shop = await openRunShop();
});
afterEach(async () => {
  await shop.close();
  rmSync(folder, { recursive: true, force: true });
  if (folderBefore === undefined) delete process.env.ORDERBUD_USER_DATA;
  else process.env.ORDERBUD_USER_DATA = folderBefore;
});

/** Everything about the shop and its customers that must stay in the house. */
const personal = {
  name: 'Kari Nordmann',
  email: 'kari@customer.example',
  phone: '48123456',
  address: 'Storgata 17',
  place: 'Lillehammer',
  webOrderNo: 'W-88417',
} as const;

async function fillShop(): Promise<readonly string[]> {
  await shop.placeOrder(personal.webOrderNo, {
    name: personal.name,
    email: personal.email,
    phone: personal.phone,
    addressLine1: personal.address,
    postcode: '2609',
    city: personal.place,
  });
  await shop.getWebsiteData();
  const { db } = shop.session.company();
  edit(db, 1, { picked: true });
  await shop.getWebsiteData();
  shop.session.company().command((tx) => {
    run(
      tx,
      `UPDATE company SET company_no = '987654321', email = 'boss@fjell.example', phone = '61200300',
         address_line1 = 'Fjellveien 2', postcode = '2612', city = 'Oyer', country = 'Norway'`,
    );
    run(
      tx,
      `UPDATE website SET reply_to = 'answers@fjell.example', copy_to = 'copies@fjell.example', smtp_host = 'smtp.fjell.example'`,
    );
  });
  return ['987654321', 'boss@fjell', '61200300', 'Fjellveien', 'Oyer', 'Fjellbutikken', 'fjell.example'];
}

it('a support bundle holds no secret, no name, no address and no order of the shop or its customers', async () => {
  const ofShop = await fillShop();
  const log = openEngineLog(folder);
  log.unexpected('outbox', new Error(`No route to ${personal.email} of "${personal.name}"`));
  mkdirSync(join(folder, 'logs'), { recursive: true });
  const line = { where: shop.companyPath, who: userInfo().username, host: hostname(), to: personal.email };
  appendFileSync(join(folder, 'logs', 'engine.log'), `${JSON.stringify(line)}\n`);

  const bundle = writeSupportBundle(shop.session);

  const secrets = [...shop.secrets.values(), shop.myPage.desktopKey, shop.myPage.storefrontKey];
  const forbidden = [...Object.values(personal), ...ofShop, ...secrets, shop.companyPath, dirname(shop.companyPath)];
  for (const text of [...forbidden, folder, '127.0.0.1', 'Rain jacket']) {
    expect(bundle.toLowerCase(), text).not.toContain(text.toLowerCase());
  }
  expect(bundle).toContain('No route to');
});

it('a support bundle tells versions, rows, settings without names, and how the last runs ended', async () => {
  await fillShop();

  const bundle = JSON.parse(writeSupportBundle(shop.session));

  expect(bundle.program).toMatchObject({ orderbud: expect.any(String), node: process.versions.node });
  expect(bundle.company).toMatchObject({
    schemaVersion: 1,
    rows: { sales_order: 1, mail: 1 },
    settings: { currency: 'NOK', name: '(filled in)', phone: '(filled in)' },
    websites: [{ smtp_host: '(filled in)', smtp_security: 'starttls', rule_1: 1, copy_to: '(filled in)' }],
    mails: [{ state: 'accepted', mails: 1 }],
    runs: [
      { id: 2, step: 'finished', websites: [{ planned: 1, accepted: 1, sendProblem: null }] },
      { id: 1, websites: [{ imported: 1 }] },
    ],
  });
});

it('without a company the bundle tells of the program and the computer', () => {
  shop.session.close();
  expect(JSON.parse(writeSupportBundle(shop.session))).toMatchObject({ company: null, log: [] });
});
