import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createSession } from '../../../../main/engine/create-session.ts';
import { get, inTransaction, run } from '../../../../main/engine/db/database.ts';
import type { OpenCompany } from '../../../../main/engine/session.ts';
import { writeCompany } from '../../../../main/engine/settings/company-store.ts';
import { insertWebsite, writeWebsite } from '../../../../main/engine/settings/website-store.ts';
import { previewRun } from '../../../../main/engine/website-data/preview-run-service.ts';
import { readCustomerKnows } from '../../../../main/engine/website-data/preview-service.ts';
import { type Language, languages } from '../../../../shared/language.ts';
import { queueRun } from '../../../support/queued-run.ts';
import { addContact, addProduct, addWebOrder, edit } from '../../../support/web-orders.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A shop somewhere, at a moment; Kari's order waits for goods that are expected on 1 March. */
async function shopIn(timeZone: string, { now, language = 'en' }: { now: string; language?: Language }) {
  const secrets = { get: async () => null, set: async () => {}, delete: async () => {} };
  const session = createSession({ secrets, now: () => new Date(now) });
  const folder = mkdtempSync(join(tmpdir(), 'company-day-'));
  closers.push(() => {
    session.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const company = await session.create(join(folder, 'shop.orderbud'), { name: 'Shop' });
  company.command((tx, context) => {
    writeCompany(tx, { timeZone, email: 'post@shop.example' });
    const websiteId = insertWebsite(tx, context, { name: 'Shop', url: '', myPageUrl: '' });
    const rules = { 1: true, 2: true, 3: true, 4: true, 5: true, 6: true, 7: true };
    writeWebsite(tx, { websiteId, senderAddress: 'post@shop.example', rules });
  });
  const order = addWebOrder(company.db, {
    contactId: addContact(company.db, { name: 'Kari Nordmann' }),
    webOrderNo: 'W-1',
    productId: addProduct(company.db, { name: 'Tunnel tent', stockMilli: 0 }),
    language,
  });
  return { company, order };
}

/** What the next run tells, as strip, preview, mail and My page word it. */
async function toldEverywhere({ company, order }: { company: OpenCompany; order: number }) {
  const strip = readCustomerKnows(company, order).next.map(({ text }) => text);
  const preview = previewRun(company).flatMap((row) => row.orders.flatMap(({ sentences }) => sentences));
  await queueRun(company);
  const mail = get<{ plain: string }>(company.db, 'SELECT plain FROM whole_mail ORDER BY id DESC')?.plain ?? '';
  const news = get<{ sentences: string }>(company.db, 'SELECT sentences FROM order_news')?.sentences ?? '[]';
  return { strip, preview, mail: mail.replaceAll(/\s+/g, ' '), myPage: JSON.parse(news) as string[] };
}

describe('a delayed date is judged by the company’s day', () => {
  // At this instant it is 4 March in Auckland, 3 March in Oslo and 2 March in Honolulu
  it.each([
    ['Pacific/Auckland', '2026-03-03T11:30:00Z', '2026-03-03', true],
    ['Pacific/Auckland', '2026-03-03T10:30:00Z', '2026-03-03', false],
    ['Pacific/Honolulu', '2026-03-03T09:30:00Z', '2026-03-02', false],
    ['Pacific/Honolulu', '2026-03-03T10:30:00Z', '2026-03-02', true],
    // The days on which the clocks are changed, just before and after the company's midnight
    ['Europe/Oslo', '2026-03-29T21:59:00Z', '2026-03-29', false],
    ['Europe/Oslo', '2026-03-29T22:01:00Z', '2026-03-29', true],
    ['Europe/Oslo', '2026-10-25T22:59:00Z', '2026-10-25', false],
    ['Europe/Oslo', '2026-10-25T23:01:00Z', '2026-10-25', true],
  ])('in %s at %s the date %s is delayed: %s', async (timeZone, now, date, isDelayed) => {
    const shop = await shopIn(timeZone, { now });
    edit(shop.company.db, shop.order, { deliveryDate: date });
    const { strip, preview, mail, myPage } = await toldEverywhere(shop);
    expect(strip).toHaveLength(1);
    expect(strip[0]?.includes('is delayed, new date to follow')).toBe(isDelayed);
    expect(preview).toEqual(strip);
    expect(myPage).toEqual(strip);
    expect(mail).toContain(strip[0]);
    // The table beside the sentence does not say otherwise
    expect(mail.includes('Expected: Delayed, new date to follow')).toBe(isDelayed);
  });
});

it.each(languages)(
  '%s: strip, preview, mail and My page say the same, in the customer’s language',
  async (language) => {
    const shop = await shopIn('Europe/Oslo', { now: '2026-03-03T10:00:00Z', language });
    const { db } = shop.company;
    inTransaction(db, (tx) =>
      run(tx, 'UPDATE order_line SET delivered_milli = 1500, to_be_delivered_milli = 1000 WHERE order_id = @order', {
        order: shop.order,
      }),
    );
    edit(db, shop.order, {
      picked: true,
      deliveryDate: '2026-12-14',
      shipments: [{ id: null, carrier: 'Posten', shippingNo: '7012' }],
    });
    const { strip, preview, mail, myPage } = await toldEverywhere(shop);
    expect(strip).toHaveLength(4);
    expect(preview).toEqual(strip);
    expect(myPage).toEqual(strip);
    for (const sentence of strip) expect(mail).toContain(sentence.replaceAll(/\s+/g, ' '));
    // A quantity with the decimal sign of the language, wherever the staff's computer stands
    expect(strip.join(' ')).toContain(language === 'en' ? '1.5' : '1,5');
  },
);
