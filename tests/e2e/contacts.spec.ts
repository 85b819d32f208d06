import type { Locator } from '@playwright/test';
import { kari, lars } from '../support/e2e-shop.ts';
import { expect, test } from '../support/shop-test.ts';
import { ContactsPage } from './pages/contacts-page.ts';
import { MainWindow } from './pages/main-window.ts';
import { OrdersPage } from './pages/orders-page.ts';

/** Presses a key until something has the focus. @throws Error when the way there is longer than six steps */
async function goTo(target: Locator, key: string): Promise<void> {
  const hasFocus = () => target.evaluate((element) => element === document.activeElement);
  for (let step = 0; step < 6 && !(await hasFocus()); step += 1) await target.page().keyboard.press(key);
  await expect(target).toBeFocused();
}

test('a selection of contacts is changed with the keyboard alone', async ({ page }) => {
  const window = new MainWindow(page);
  const contacts = new ContactsPage(page);
  await contacts.open();
  await contacts.row(kari.name).focus();

  await test.step('Space chooses, Esc takes it back, Ctrl+A takes all', async () => {
    await page.keyboard.press('Space');
    await expect(contacts.bar()).toContainText('1 selected');
    await page.keyboard.press('Escape');
    await expect(contacts.bar()).toContainText('0 selected');
    await page.keyboard.press('ControlOrMeta+a');
    await expect(contacts.row(lars.name)).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Escape');
  });

  await test.step('Shift and an arrow choose a range', async () => {
    await page.keyboard.press('Shift+ArrowDown');
    await expect(contacts.bar()).toContainText('2 selected');
  });

  await test.step('the context menu has the change, which says before whom it concerns', async () => {
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menuitem', { name: 'Change…' })).toBeVisible();
    await goTo(page.getByRole('menuitem', { name: 'Change…' }), 'ArrowDown');
    await page.keyboard.press('Enter');
    const dialog = window.dialog();
    await expect(dialog).toContainText('Change 2 contacts');
    await expect(dialog).toContainText('are not told');
    await expect(dialog.getByRole('combobox', { name: 'New value' })).toHaveValue('no');
    await goTo(dialog.getByRole('button', { name: 'Change 2 contacts' }), 'Tab');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
  });

  await expect(page.getByText('2 contacts changed.').first()).toBeVisible();
  await expect(contacts.row(kari.name)).toContainText('No');
  await expect(contacts.bar()).toContainText('0 selected');
  await expect(contacts.row(lars.name).or(contacts.row(kari.name)).and(page.locator(':focus'))).toHaveCount(1);
});

test('two contacts are merged with the mouse, and staff see before where mails will go', async ({ page }) => {
  const window = new MainWindow(page);
  const contacts = new ContactsPage(page);
  await contacts.open();
  await contacts.row(kari.name).getByRole('checkbox').click();
  await expect(contacts.bar().getByRole('button', { name: 'Merge…' })).toBeDisabled();
  await contacts.row(lars.name).click({ modifiers: ['ControlOrMeta'] });
  await contacts.bar().getByRole('button', { name: 'Merge…' }).click();

  const dialog = window.dialog();
  await dialog.getByRole('radio', { name: new RegExp(`^${kari.name} \\(`) }).click();
  await expect(dialog).toContainText(`${lars.webOrderNo}: ${kari.email} instead of ${lars.email}`);
  await dialog.getByRole('button', { name: 'Merge contacts' }).click();
  await expect(dialog).toBeHidden();
  await expect(contacts.row(lars.name)).toHaveCount(0);

  await contacts.row(kari.name).click();
  await window.shows(kari.name);
  await page.getByRole('tab', { name: 'Orders' }).click();
  await expect(page.getByRole('tabpanel')).toContainText(lars.webOrderNo);
  await new OrdersPage(page).openOrder(lars.webOrderNo);
  await expect(page.getByRole('main')).toContainText(lars.name);
});
