import type { BrowserContext, Page } from '@playwright/test';
import type { PublishedProduct } from '../../shared/my-page/protocol.ts';
import type { ShopDesk } from '../support/shop-desk.ts';
import type { Look, Stage } from './looks.ts';

const products: readonly PublishedProduct[] = [
  { productNo: 'N-1001', name: 'Rain jacket', unitPriceMinor: 80_000, webStockMilli: 4000 },
  {
    productNo: 'N-1002',
    name: 'Three-season tent for four persons with vestibule',
    unitPriceMinor: 399_900,
    webStockMilli: 0,
  },
].map((product) => ({ ...product, unit: 'pcs', vatPermille: 250, currency: 'NOK' }));

type Parts = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly shop: ShopDesk;
  readonly userAgent: string;
};

/** A shop with products, and a customer with orders of every kind; logged in where the pages are for members. */
export async function openStage({ page, context, shop, userAgent }: Parts, who: Look['who']): Promise<Stage> {
  await shop.publishProducts(products);
  const customer = await shop.newCustomer({
    name: 'Kari Marie Nordmann-Andersen',
    details: {
      name: 'Kari Marie Nordmann-Andersen',
      companyNo: '',
      contactPerson: '',
      email: 'kari@example.com',
      phone: '22 33 44 55',
      addressLine1: 'Storgata 1',
      addressLine2: '',
      postcode: '0155',
      city: 'Oslo',
      country: 'Norway',
    },
  });
  const order = await shop.publishOrder(customer, { webOrderNo: 'W-8841', statusText: 'Partly delivered' });
  await shop.publishOrders(customer, [
    { webOrderNo: 'W-8841 / rest 1', originOrderId: order.orderId },
    { webOrderNo: 'W-8700', orderDate: '2026-01-05', statusText: 'Delivered', isFinished: true },
    ...Array.from({ length: 30 }, (_, index) => ({ webOrderNo: `W-${8600 - index}`, orderDate: '2025-12-01' })),
  ]);
  if (who === 'member') await shop.logIn(context, customer, userAgent);
  return { page, shop, customer, order };
}
