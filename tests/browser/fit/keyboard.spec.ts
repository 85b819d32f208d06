import type { Page } from '@playwright/test';
import { customerPassword } from '../../support/shop-desk.ts';
import { expect, test } from '../my-page-test.ts';
import { OrderPage } from '../pages/order-page.ts';
import { OrdersPage } from '../pages/orders-page.ts';
import { SettingsPage } from '../pages/settings-page.ts';

test('by keyboard alone: skip to the content, log in, find an order, look at it', async ({
  page,
  context,
  shop,
  member,
}) => {
  await shop.publishOrders(member, [{ webOrderNo: 'W-1' }, { webOrderNo: 'W-2' }]);
  await context.clearCookies();
  await page.goto('/log-in');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Skip to content');
  await page.keyboard.press('Enter');
  await tabTo(page, 'E-mail');
  await page.keyboard.type(member.email);
  await tabTo(page, 'Password');
  await page.keyboard.type(customerPassword);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/orders');
  await tabTo(page, 'Order number or product');
  await page.keyboard.type('W-2');
  await page.keyboard.press('Enter');
  await expect(new OrdersPage(page).orderNos()).toHaveText(['W-2']);
  await tabTo(page, /^W-2/);
  await page.keyboard.press('Enter');
  await expect(new OrderPage(page).heading()).toHaveText('Order W-2');
  await tabTo(page, 'Track parcel 7012');
});

test('by keyboard alone: change the language and the e-mails', async ({ page, member }) => {
  const settings = new SettingsPage(page);
  await settings.open();
  await tabTo(page, 'Language');
  await page.keyboard.press('D');
  await tabTo(page, /^Send me e-mails/);
  await page.keyboard.press('Space');
  await tabTo(page, 'Save');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status'), member.email).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'da');
  await expect(page.getByRole('checkbox')).not.toBeChecked();
});

test('the focus goes through a page as it is read', async ({ page, member }) => {
  await new SettingsPage(page).open();
  const tops: number[] = [];
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press('Tab');
    const top = await page.evaluate(() => {
      const { activeElement } = document;
      if (activeElement === null || activeElement === document.body) return null;
      return activeElement.getBoundingClientRect().top + window.scrollY;
    });
    // Past the last one the focus leaves the page
    if (top === null) break;
    tops.push(top);
  }
  expect(tops.length, member.email).toBeGreaterThan(10);
  // What stands in one row need not stand at the very same height
  const rowHeight = 32;
  tops.slice(1).forEach((top, index) => {
    expect(top, `stop ${index + 2}`).toBeGreaterThan((tops[index] ?? 0) - rowHeight);
  });
});

/** Presses Tab until the focus is where that name is; on the way it is seen at every stop. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press('Tab');
    const here = await focused(page);
    expect(await isFocusSeen(page), `the focus on ${here} is seen`).toBe(true);
    if (typeof name === 'string' ? here === name : name.test(here)) return;
    passed.push(here);
  }
  throw new Error(`No ${name} among ${passed.join(', ')}`);
}

/** What a screen reader says first of what has the focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return '';
    const label = 'labels' in element ? (element as HTMLInputElement).labels?.[0]?.innerText : undefined;
    return (label ?? element.getAttribute('aria-label') ?? element.innerText).trim().replace(/\s+/g, ' ');
  });
}

function isFocusSeen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return true;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && width > 1 && height > 1;
  });
}
