import { expect, test } from '../my-page-test.ts';
import { openStage } from '../stage.ts';

test('who asks for less motion gets none', async ({ page, context, shop, userAgent }) => {
  await openStage({ page, context, shop, userAgent: userAgent ?? '' }, 'member');
  for (const path of ['/orders', '/settings', '/shop']) {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(path);
    const moving = await page.locator('*').evaluateAll((all) =>
      all
        .filter((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          return transitionDuration !== '0s' || animationName !== 'none';
        })
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    expect(moving, path).toEqual([]);
  }
});

test('with forced colours buttons keep an edge, and the place one is at stays marked', async ({
  page,
  context,
  shop,
  userAgent,
}) => {
  const { order } = await openStage({ page, context, shop, userAgent: userAgent ?? '' }, 'member');
  await page.emulateMedia({ forcedColors: 'active' });
  for (const path of ['/orders', `/orders/${order.orderId}`, '/settings', '/shop']) {
    await page.goto(path);
    // A check box is drawn by the browser, edge and all
    const drawn = page.locator('.button, input:not([type=hidden], [type=checkbox], .unseen), select');
    const bare = await drawn.evaluateAll((all) =>
      all
        .filter((element) => {
          const { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(element);
          return borderTopStyle === 'none' || borderTopWidth === '0px' || borderTopColor === backgroundColor;
        })
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    expect(bare, path).toEqual([]);
  }
  await page.goto('/orders');
  const edge = (name: string) =>
    page
      .getByRole('navigation')
      .first()
      .getByRole('link', { name })
      .evaluate((link) => getComputedStyle(link).borderBottomColor);
  expect(await edge('Orders')).not.toBe(await edge('Shop'));
});
