import { beforeEach, describe, expect, it } from 'vitest';
import type { ReadDb } from '../../../../main/engine/db/database.ts';
import { run } from '../../../../main/engine/db/database.ts';
import { editOrder } from '../../../../main/engine/orders/edit-order-service.ts';
import { listCarriers, removeCarrier, saveCarrier } from '../../../../main/engine/settings/carrier-store.ts';
import {
  readCompany,
  readSalesSettings,
  writeCompany,
  writeSalesSettings,
} from '../../../../main/engine/settings/company-store.ts';
import {
  insertWebsite,
  listWebsites,
  readWebsite,
  writeWebsite,
} from '../../../../main/engine/settings/website-store.ts';
import { companyDetails, salesSettings, websiteSettings } from '../../../../shared/settings.ts';
import { anOrder, aProduct, at, checkNothing, orderNow, pieces, toCheck } from '../../../support/builders.ts';
import { command, openTestCompany } from '../../../support/company.ts';

let db: ReadDb;
beforeEach(async () => {
  db = await openTestCompany();
});
const newWebsite = () =>
  command(db, (tx, context) => insertWebsite(tx, context, { name: 'Second', url: '', myPageUrl: '' }));

describe('what is stored comes back as it was, and fits its own schema', () => {
  it('company settings for sales and invoicing', () => {
    const wanted = {
      newOrdersAreProcessComplete: true,
      printOnlyProcessComplete: true,
      invoiceOnlyWhenReady: true,
      invoiceOnlyWhenAllDelivered: true,
      readyForInvoicingBy: 'delivery-note',
      pickedBy: 'picking-list',
      stockByDeliveryNote: true,
      storeInvoicePdf: true,
    } as const;
    expect(salesSettings.parse(readSalesSettings(db))).not.toEqual(wanted);
    command(db, (tx) => writeSalesSettings(tx, wanted));
    expect(readSalesSettings(db)).toEqual(wanted);
  });

  it('company details', () => {
    command(db, (tx) => writeCompany(tx, { name: 'Fjell AS', timeZone: 'Europe/London', importByItself: false }));
    expect(companyDetails.parse(readCompany(db))).toMatchObject({
      name: 'Fjell AS',
      timeZone: 'Europe/London',
      importByItself: false,
    });
  });

  it('website settings, with substitutes', () => {
    const before = readWebsite(db, 1);
    const wanted = {
      ...websiteSettings.parse(before),
      rules: { 1: false, 2: true, 3: true, 4: false, 5: false, 6: true, 7: true },
      ruleOptions: {
        1: { silentStatuses: ['invoice', 'credited'] },
        5: { speaksOf: 'deliveries' },
        6: { toleranceDays: 90, direction: 'later' },
        7: { onlyWholeLine: true },
      },
      senderAddress: 'orders@shop.example',
      smtpSecurity: 'tls',
      prices: {
        prefix: 'kr',
        suffix: ',-',
        includesVat: false,
        decimalSymbol: 'comma',
        thousandSeparator: 'space',
        decimals: 0,
        rounding: 'up',
      },
      smtpPreset: 'loopia',
      smtpPerMinute: 3,
      smtpPerSession: 100,
      smtpPerDay: 2000,
      dkimSelectors: 'one two.three',
      smtpAuth: 'oauth2',
      oauthProvider: 'other',
      oauthClientId: 'client-1',
      oauthTenant: 'shop.onmicrosoft.com',
      oauthAuthorizeUrl: 'https://login.example/authorize',
      oauthTokenUrl: 'https://login.example/token',
      oauthScope: 'mail.send offline',
      substitutes: [{ language: 'fi', substitute: 'en' }],
    } as const;
    command(db, (tx) => writeWebsite(tx, { ...wanted, substitutes: [...wanted.substitutes], websiteId: 1 }));
    expect(readWebsite(db, 1)).toEqual({ ...before, ...wanted });
  });
});

it('a time zone that does not exist is no input', () => {
  expect(companyDetails.shape.timeZone.safeParse('Europe/Nowhere').success).toBe(false);
});

describe('a new website', () => {
  it('has rules 1, 4 and 5 on and sells from the first warehouse', () => {
    const [first, second] = [newWebsite(), newWebsite()];
    expect(readWebsite(db, first)).toMatchObject({
      rules: { 1: true, 2: false, 3: false, 4: true, 5: true, 6: false, 7: false },
      warehouseIds: [1],
    });
    expect(listWebsites(db).map(({ id }) => id)).toEqual([1, first, second]);
  });

  it('has no opt-out secret until the site has told its own, and never hands one to a window', () => {
    const websiteId = newWebsite();
    expect(db.prepare('SELECT opt_out_secret AS s FROM website WHERE id = ?').get(websiteId)).toEqual({ s: '' });
    command(db, (tx) => run(tx, `UPDATE website SET opt_out_secret = 'told by the site'`));
    expect(JSON.stringify(readWebsite(db, websiteId))).not.toContain('told by the site');
  });
});

describe('what a setting changes for customers is looked at again', () => {
  it('other warehouses: the orders of the website that wait', () => {
    command(db, (tx) => run(tx, `INSERT INTO warehouse(id, name) VALUES (2, 'Second')`));
    const waiting = anOrder(db, { lines: [{ productId: aProduct(db), orderedMilli: pieces(1) }] }).orderId;
    anOrder(db, { lines: [{ description: 'x', orderedMilli: 0 }] });
    checkNothing(db);
    command(db, (tx) => writeWebsite(tx, { websiteId: 1, warehouseIds: [1] }));
    expect(toCheck(db)).toEqual([]);
    command(db, (tx) => writeWebsite(tx, { websiteId: 1, warehouseIds: [2, 1] }));
    expect(toCheck(db)).toEqual([waiting]);
    expect(readWebsite(db, 1).warehouseIds).toEqual([1, 2]);
  });

  it('another tracking address: the orders with its parcels', () => {
    const { orderId } = anOrder(db);
    command(db, (tx) =>
      run(tx, `INSERT INTO shipment(order_id, carrier, shipping_no, created_at) VALUES (@orderId, 'Posten', '1', '')`, {
        orderId,
      }),
    );
    checkNothing(db);
    const carrier = { name: 'Posten', trackingUrl: 'https://post.example/{no}' };
    command(db, (tx) => saveCarrier(tx, carrier));
    expect(toCheck(db)).toEqual([orderId]);
    checkNothing(db);
    command(db, (tx) => saveCarrier(tx, carrier));
    expect(toCheck(db)).toEqual([]);
    expect(listCarriers(db)).toEqual([carrier]);
  });

  it('a carrier taken off the list: the orders with its parcels, which keep its name and lose their links', () => {
    const { orderId } = anOrder(db);
    const shipment = { id: null, carrier: 'Posten', shippingNo: '7012' };
    command(db, (tx) => saveCarrier(tx, { name: 'Posten', trackingUrl: 'https://post.example/{no}' }));
    command(db, (tx, context) => editOrder(tx, context, { ...at(db, orderId), shipments: [shipment] }));
    expect(orderNow(db, orderId).shipments).toMatchObject([{ trackingUrl: 'https://post.example/7012' }]);
    checkNothing(db);
    command(db, (tx) => removeCarrier(tx, 'Posten'));
    expect(orderNow(db, orderId).shipments).toMatchObject([
      { carrier: 'Posten', shippingNo: '7012', trackingUrl: null },
    ]);
    expect(toCheck(db)).toEqual([orderId]);
    expect(listCarriers(db)).toEqual([]);
  });
});
