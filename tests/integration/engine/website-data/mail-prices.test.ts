import { beforeEach, expect, test } from 'vitest';
import { all, type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { writeWebsite } from '../../../../main/engine/settings/website-store.ts';
import { lookAtMailTexts } from '../../../../main/engine/website-data/mail-texts-service.ts';
import { settingsFingerprint } from '../../../../main/engine/website-data/queue-store.ts';
import type { PriceDisplay } from '../../../../shared/price-display.ts';
import { command, openTestCompany } from '../../../support/company.ts';
import { queueRun } from '../../../support/queued-run.ts';
import { addContact, addProduct, addWebOrder, companyOver, edit, setRules } from '../../../support/web-orders.ts';

let db: ReadDb;
beforeEach(async () => {
  db = await openTestCompany();
});

const showPrices = (prices: Partial<PriceDisplay>) => command(db, (tx) => writeWebsite(tx, { websiteId: 1, prices }));

/** The total that the one mail about an order of three tells; each costs 1000.00 and 25 % VAT, the freight 40.00. */
async function toldTotal(): Promise<string | undefined> {
  setRules(db, 3);
  const contactId = addContact(db, { name: 'Kari Nordmann' });
  const productId = addProduct(db, { name: 'Rain jacket', stockMilli: 5000 });
  const order = addWebOrder(db, { contactId, webOrderNo: 'W-1', productId });
  command(db, (tx) => {
    run(tx, 'UPDATE order_line SET ordered_milli = 3000, unit_price_minor = 100000, vat_permille = 250');
    run(tx, 'UPDATE sales_order SET freight_minor = 4000');
  });
  edit(db, order, { picked: true });
  await queueRun(companyOver(db));
  const [mail] = all<{ plain: string }>(db, 'SELECT plain FROM whole_mail');
  return /^Order total: .*$/m.exec(mail?.plain ?? '')?.[0].replaceAll('\u00a0', ' ');
}

test('a mail tells what the order comes to, with VAT until the website shows prices without', async () => {
  expect(await toldTotal()).toBe('Order total: NOK 3,800.00 incl. VAT');
});

test('without VAT, rounded and written as the website shows prices', async () => {
  showPrices({ includesVat: false, prefix: '', suffix: 'kr', decimals: 0, thousandSeparator: 'space' });
  expect(await toldTotal()).toBe('Order total: 3 040 kr excl. VAT');
});

test('each setting of the prices is seen in the sample or in other amounts, and makes waiting mails anew', () => {
  const options: readonly Partial<PriceDisplay>[] = [
    { prefix: 'kr' },
    { suffix: ',-' },
    { includesVat: false },
    { decimalSymbol: 'comma' },
    { thousandSeparator: 'none' },
    { decimals: 0 },
    { rounding: 'down' },
  ];
  const known = new Set([settingsFingerprint(db, 1)]);
  for (const option of options) {
    showPrices(option);
    known.add(settingsFingerprint(db, 1));
  }
  expect(known.size).toBe(options.length + 1);
  const typed = { websiteId: 1, language: 'en', subject: 'S', above: '', below: '' } as const;
  expect(lookAtMailTexts(db, typed).sample.plain).toContain('Order total: kr\u00a03918,- excl. VAT');
});
