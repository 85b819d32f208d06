import { test as plainTest } from '@playwright/test';
import { type MyPageSite, type SiteKind, startMyPageSite } from '../support/my-page-site.ts';
import { type Customer, ShopDesk } from '../support/shop-desk.ts';

interface WorkerFixtures {
  /** Set by the project. */
  readonly siteKind: SiteKind;
  /** One site for all tests of a worker; each test brings its own customers. */
  readonly site: MyPageSite;
  readonly desk: ShopDesk;
}

interface Fixtures {
  /** The shop of this test, open and with nothing special set. */
  readonly shop: ShopDesk;
  /** An approved customer of this test. */
  readonly kari: Customer;
  /** The same, logged in in this test's browser. */
  readonly member: Customer;
}

export const test = plainTest.extend<Fixtures, WorkerFixtures>({
  siteKind: ['SQLite', { option: true, scope: 'worker' }],
  site: [
    async ({ siteKind }, use) => {
      const site = await startMyPageSite(siteKind);
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  desk: [async ({ site }, use) => use(new ShopDesk(site)), { scope: 'worker' }],
  baseURL: async ({ site }, use) => use(site.url),
  // Every test comes from a network address of its own, so that none uses up another one's tries
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's dependencies from the pattern.
  extraHTTPHeaders: async ({}, use, { testId, retry }) =>
    use({ 'x-forwarded-for': networkAddressFor(`${testId}:${retry}`) }),
  shop: [
    async ({ desk }, use) => {
      await desk.publishSettings();
      await use(desk);
    },
    { auto: true },
  ],
  kari: async ({ shop }, use) => use(await shop.newCustomer()),
  member: async ({ shop, context, kari, userAgent }, use) => {
    await shop.logIn(context, kari, userAgent ?? '');
    await use(kari);
  },
});

export { expect } from '@playwright/test';

/** An IPv6 address made from a name. */
function networkAddressFor(name: string): string {
  const groups = Array.from({ length: 4 }, (_, group) =>
    [...`${group}${name}`].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521, 7).toString(16),
  );
  return `2001:db8:0:0:${groups.join(':')}`;
}
