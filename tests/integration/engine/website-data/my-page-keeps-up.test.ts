import { afterEach, expect, it } from 'vitest';
import { openRunShop, type RunShop } from '../../../support/run-shop.ts';
import { edit } from '../../../support/web-orders.ts';

let shop: RunShop;
afterEach(() => shop.close());

it('an expected date that passes reads as delayed on My page with the next run, once (9.7 rule 6, 9.25)', async () => {
  shop = await openRunShop();
  await shop.placeOrder('W-1');
  await shop.getWebsiteData();
  edit(shop.session.company().db, 1, { deliveryDate: '2026-03-10' });
  expect((await shop.getWebsiteData()).website).toMatchObject({ published: 1, accepted: 1 });
  const days = (count: number) => count * 24 * 60;
  shop.passTime(days(7));
  expect((await shop.getWebsiteData()).website).toMatchObject({ published: 0 });
  shop.passTime(days(1));
  expect((await shop.getWebsiteData()).website).toMatchObject({ published: 1, planned: 0 });
  shop.passTime(days(1));
  expect((await shop.getWebsiteData()).website).toMatchObject({ published: 0 });
});
