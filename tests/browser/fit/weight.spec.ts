import type { Page, Request } from '@playwright/test';
import { expect, test } from '../my-page-test.ts';
import { openStage } from '../stage.ts';

test.use({ javaScriptEnabled: true });

const mostBytes = 50_000;
const mostRequests = 5;

test('the first page is light, and asks nobody else', async ({ page, site }) => {
  const weight = await weigh(page, '/log-in');
  expect(weight.hosts).toEqual([new URL(site.url).host]);
  expect(weight.requests).toBeLessThanOrEqual(mostRequests);
  expect(weight.bytes).toBeLessThan(mostBytes);
});

test('a full page of orders is light as well', async ({ page, context, shop, site, userAgent }) => {
  await openStage({ page, context, shop, userAgent: userAgent ?? '' }, 'member');
  const weight = await weigh(page, '/orders');
  expect(weight.hosts).toEqual([new URL(site.url).host]);
  expect(weight.requests).toBeLessThanOrEqual(mostRequests);
  expect(weight.bytes).toBeLessThan(mostBytes);
});

test('no page loads or holds a script', async ({ page, context, shop, userAgent }) => {
  const { order } = await openStage({ page, context, shop, userAgent: userAgent ?? '' }, 'member');
  for (const path of ['/orders', `/orders/${order.orderId}`, '/shop', '/settings']) {
    const { kinds } = await weigh(page, path);
    expect(kinds, path).not.toContain('script');
    await expect(page.locator('script'), path).toHaveCount(0);
  }
});

/** All that a browser without a cache asks for until the page stands, and what crossed the line for it. */
async function weigh(page: Page, path: string) {
  const asked: Request[] = [];
  const note = (request: Request) => void asked.push(request);
  page.on('request', note);
  await page.goto(path, { waitUntil: 'networkidle' });
  page.off('request', note);
  const sizes = await Promise.all(asked.map((request) => request.sizes()));
  return {
    requests: asked.length,
    bytes: sizes.reduce(
      (sum, { responseBodySize, responseHeadersSize }) => sum + responseBodySize + responseHeadersSize,
      0,
    ),
    hosts: [...new Set(asked.map((request) => new URL(request.url()).host))],
    kinds: asked.map((request) => request.resourceType()),
  };
}
