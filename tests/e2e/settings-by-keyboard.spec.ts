import type { Page } from '@playwright/test';
import { kari, lars } from '../support/e2e-shop.ts';
import { expect, test } from '../support/shop-test.ts';
import { Keyboard } from './pages/keyboard.ts';
import { OrdersPage } from './pages/orders-page.ts';
import { WebsiteDataPage } from './pages/website-data-page.ts';
import { WebsiteSettingsPage } from './pages/website-settings-page.ts';

/** Goes by Tab from the chosen tab through all that it shows, back to it. Answers what it shows that had no turn. */
async function missedByTab(page: Page, tab: string): Promise<readonly string[]> {
  const keyboard = new Keyboard(page);
  await page.getByRole('tab', { name: tab, exact: true }).focus();
  for (let step = 0; step < 100; step += 1) {
    await page.keyboard.press('Tab');
    await page.evaluate(() => document.activeElement?.setAttribute('data-had-a-turn', ''));
    if ((await keyboard.focused()) === tab) break;
  }
  await keyboard.isOn(tab);
  return page.evaluate(() => {
    const panel = document.querySelector('[role=tabpanel]');
    const controls = panel?.querySelectorAll<HTMLElement>('button, input, select, textarea, a[href]') ?? [];
    // Arrows lead from one radio button or tab to the next
    const hasOwnTurn = (element: HTMLElement) =>
      !element.matches('[role=tab][aria-selected=false], [type=radio]:not(:checked), :disabled');
    return [...controls]
      .filter((element) => element.checkVisibility() && hasOwnTurn(element) && !element.matches('[data-had-a-turn]'))
      .map((element) => element.outerHTML);
  });
}

test('Tab leads through all of Website Settings and on', async ({ page }) => {
  test.slow();
  const settings = new WebsiteSettingsPage(page);
  await settings.open('Settings Webshop');
  await settings.fold('Changes in expected delivery date (items from supplier)').click();
  await expect(settings.sample().getByText('Hello Kari Nordmann,')).toBeVisible();
  expect(await missedByTab(page, 'Settings Webshop')).toEqual([]);
  for (const tab of ['E-mail (SMTP)', 'Password settings', 'Website'] as const) {
    await settings.open(tab);
    expect(await missedByTab(page, tab)).toEqual([]);
  }
});

test('texts and languages: the focus comes back from each dialog, and goes to what is nearest where its button is gone', async ({
  page,
}) => {
  const settings = new WebsiteSettingsPage(page);
  const keyboard = new Keyboard(page);
  await settings.open('Settings Webshop');
  await settings.statusText('Subject').fill('News');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your own text is sent.')).toBeVisible();

  await keyboard.press('Shift+Tab', 'Use the built-in text again', 3);
  await keyboard.keys('Escape');
  await keyboard.isOn('Use the built-in text again');
  await keyboard.keys('Enter', 'Enter');
  await expect(page.getByText('The built-in text is sent until you write your own.')).toBeVisible();
  await keyboard.isOn('Subject');

  await keyboard.press('Shift+Tab', 'Add language…', 3);
  await keyboard.isOn('Language');
  await expect(page.getByRole('option', { name: 'Northern Sami' })).toBeAttached();
  await keyboard.keys('Escape');
  await keyboard.isOn('Add language…');
  await keyboard.keys('Enter');
  await keyboard.isOn('Language');
  await keyboard.keys('Enter');
  await keyboard.isOn('Add language…');

  await keyboard.press('Tab', /^Take over: You may already/);
  await keyboard.isOn(/^You may already/);
  await keyboard.press('Shift+Tab', 'Remove language');
  await keyboard.isOn('Remove language');
  await keyboard.keys('Enter');
  await expect(page.getByRole('button', { name: 'Remove language' })).toBeHidden();
  await keyboard.isOn('Language of these texts');
});

test('what takes a while keeps the focus on its button: the check of the mail settings, a test mail', async ({
  page,
  shop,
}) => {
  const settings = new WebsiteSettingsPage(page);
  const keyboard = new Keyboard(page);
  await settings.open('E-mail (SMTP)');
  await settings.field('DKIM selectors').focus();
  await keyboard.press('Tab', 'Check e-mail', 2);
  await expect(page.getByText(/^Checked: /)).toBeVisible({ timeout: 40_000 });
  await keyboard.isOn('Check again');
  await keyboard.go('Tab', 'Test mail to', 2);
  await settings.field('Test mail to').fill('owner@fjell.example');
  await keyboard.press('Tab', 'Send test mail', 2);
  await expect(page.getByText(/^The mail server took the test mail/)).toBeVisible();
  await keyboard.isOn('Send test mail');
  expect(shop.mails).toHaveLength(1);
});

test('the preview is looked at, held back, left untold and let go without a mouse', async ({ page }) => {
  const rowOf = ({ name }: { readonly name: string }) => new RegExp(`^${name}, order `);
  const orders = new OrdersPage(page);
  for (const { webOrderNo } of [kari, lars]) await orders.markPicked(webOrderNo);
  await new WebsiteDataPage(page).open();
  const keyboard = new Keyboard(page);

  await keyboard.press('Tab', rowOf(kari));
  await keyboard.isOn('Close');
  await keyboard.keys('Escape');
  await keyboard.isOn(rowOf(kari));

  await keyboard.keys('Space');
  await keyboard.press('Shift+Tab', 'Hold the change…');
  await keyboard.isOn('Reason, for your colleagues');
  await keyboard.keys('Escape');
  await keyboard.isOn(rowOf(kari));
  await keyboard.press('Shift+Tab', 'Hold the change…');
  await keyboard.isOn('Reason, for your colleagues');
  await keyboard.type('Kari calls back');
  await keyboard.keys('Enter');
  await keyboard.isOn(rowOf(lars));

  await keyboard.keys('Space');
  await keyboard.press('Shift+Tab', 'Don’t tell…');
  await keyboard.isOn('Reason');
  await keyboard.type('Told by phone');
  await keyboard.keys('Enter');
  await expect(page.getByText('No customer would be told anything now')).toBeVisible();

  await keyboard.go('Shift+Tab', 'Would be told (0)');
  await keyboard.press('ArrowRight', 'On hold (1)');
  await keyboard.go('Tab', new RegExp(`^${kari.name} `));
  await keyboard.keys('Space');
  await keyboard.press('Shift+Tab', 'Let go');
  await expect(page.getByText('Nothing is on hold')).toBeVisible();
  await expect.poll(() => keyboard.focused()).not.toBe('');
});

test('a button that is switched off for a moment gets the focus back', async ({ page }) => {
  await new WebsiteSettingsPage(page).open('Website');
  const button = page.getByRole('button', { name: 'Test connection' });
  await button.focus();
  await button.evaluate(async (element: HTMLButtonElement) => {
    element.disabled = true;
    await new Promise(requestAnimationFrame);
    element.disabled = false;
  });
  await expect(button).toBeFocused();
});
