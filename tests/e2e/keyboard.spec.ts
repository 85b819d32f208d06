import type { Page } from '@playwright/test';
import { kari } from '../support/e2e-shop.ts';
import { expect, test } from '../support/shop-test.ts';
import { MainWindow } from './pages/main-window.ts';
import { OrdersPage } from './pages/orders-page.ts';
import { pressShortcut } from './pages/shortcut.ts';
import { WebsiteDataPage } from './pages/website-data-page.ts';

/** The accessible name of what has the focus, or its text. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return '';
    const [label] = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [element];
    return element.getAttribute('aria-label') ?? label?.innerText ?? '';
  });
}

/** Presses Tab until something of that name has the focus. @throws Error when the way there is longer than `most` steps */
async function tabTo(page: Page, name: string | RegExp, most = 40): Promise<void> {
  for (let step = 0; step < most; step += 1) {
    const now = await focused(page);
    if (typeof name === 'string' ? now === name : name.test(now)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${name}, but to ${await focused(page)}`);
}

test('an order is picked and its customer told without a mouse', async ({ app, page, shop }) => {
  const window = new MainWindow(page);
  await window.shows('Sales orders');

  await test.step('the menu by F10 and arrows', async () => {
    await page.keyboard.press('F10');
    await expect.poll(() => focused(page)).toBe('File');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => focused(page)).toBe('View');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('E-Commerce');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => focused(page)).toContain('Order registration');
    await page.keyboard.press('Enter');
    await window.shows('Sales orders');
  });

  await test.step('the order by arrows and Enter', async () => {
    await tabTo(page, /^Order \d+, /);
    if (!(await focused(page)).includes(kari.name)) await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused(page)).toContain(kari.name);
    await page.keyboard.press('Enter');
    await window.shows(/^Order \d+$/);
  });

  await test.step('Picked on Miscellaneous by Space', async () => {
    const orders = new OrdersPage(page);
    await tabTo(page, 'Product lines');
    for (const name of ['Freight', 'Text', 'Miscellaneous']) {
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => focused(page)).toBe(name);
    }
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tabpanel', { name: 'Miscellaneous' })).toBeVisible();
    await tabTo(page, 'Picked');
    await page.keyboard.press('Space');
    await expect(orders.picked()).toBeChecked();
    await expect(orders.next()).toContainText('Your order has been picked in our warehouse.');
  });

  await test.step('Get Website Data by F9 and Enter', async () => {
    await pressShortcut(app, 'F9');
    await window.shows('Get Website Data');
    await expect(new WebsiteDataPage(page).start()).toBeFocused();
    await page.keyboard.press('Enter');
    expect(await new WebsiteDataPage(page).finished()).toMatchObject({ 'Accepted by the mail server': 1 });
    expect(shop.mails.map(({ to }) => to)).toEqual([kari.email]);
  });
});
