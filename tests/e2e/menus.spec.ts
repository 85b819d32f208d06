import { menuCommandIds, menuPath } from '../../shared/menu-model.ts';
import { answerFileDialogs } from '../support/dialogs.ts';
import { expect, test } from '../support/shop-test.ts';
import { MainWindow, menuPlatform } from './pages/main-window.ts';

/** The labels that lead to each page of the main window, as the manual names them, and the heading that stands there then. */
const pages: readonly (readonly [path: string, heading: string])[] = [
  ['View > E-Commerce > Get Website Data', 'Get Website Data'],
  ['View > E-Commerce > Mail log', 'Mail log'],
  ['View > E-Commerce > Website Settings', 'Website Settings'],
  ['View > Sales/Invoicing > Order registration', 'Sales orders'],
  ['View > Warehouse > Warehouse', 'Warehouse'],
  ['View > Warehouse > Purchases, not received', 'Warehouse'],
  ['View > Warehouse > Stock taking', 'Stock taking'],
  ['View > Purchase > Purchase orders', 'Purchase orders'],
  ['View > Products', 'Products'],
  ['View > Contacts', 'Contacts'],
  ['View > Settings > Company > Settings per Module > Sales and Invoicing', 'Company Settings for Sales and Invoicing'],
  ['File > Set-up', 'Set-up'],
  ['File > Import…', 'Import'],
  ['Help > Demo inbox', 'Demo inbox'],
];

/** The labels that lead to a dialog, and its title. */
const dialogs: readonly (readonly [path: string, title: string])[] = [
  ['View > E-Commerce > Update Website', 'Update Website'],
  ['File > New company…', 'Set up my company'],
  ['File > Restore…', 'Restore a backup'],
  ['Help > Support bundle…', 'Support bundle'],
  ['Help > About Orderbud', 'About Orderbud'],
];

/** The labels that change the language of the windows (tests/e2e/language.spec.ts). */
const languages = ['As the computer', 'English', 'Norsk bokmål'].map((label) => `View > Language > ${label}`);

/** Keys and labels that are tried in tests/e2e/keys.spec.ts and several-windows.spec.ts. */
const everywhere = [
  'File > New',
  'File > New window',
  'File > Print…',
  'Edit > Undo',
  'Edit > Find',
  'View > Back',
  'View > Refresh',
  'View > Zoom in',
  'View > Zoom out',
  'View > Actual size',
];

const fileCommands = [
  'Open company…',
  'Open recent…',
  'Back up…',
  'Show in folder',
  menuPlatform === 'windows' ? 'Exit' : 'Quit',
];

test.skip(menuPlatform === 'mac', 'on macOS the menu stands outside the window');

test('no command of the menu is left out here', () => {
  const known = menuCommandIds.map((id) => menuPath(id, menuPlatform, 'en').join(' > '));
  const opened = [...pages.map(([path]) => path), ...dialogs.map(([path]) => path)];
  expect([...opened, ...languages, ...everywhere, ...fileCommands.map((label) => `File > ${label}`)].sort()).toEqual(
    known.sort(),
  );
});

test('the menu leads to every window, label by label as the manual names them', async ({ page }) => {
  const window = new MainWindow(page);
  for (const [path, heading] of pages) {
    await test.step(path, async () => {
      await window.choose(...path.split(' > '));
      await window.shows(heading);
    });
  }
});

test('the windows of the manual have the lists and tabs that it names', async ({ page }) => {
  const window = new MainWindow(page);
  await test.step('Website Settings - Settings Webshop - Customer communication: seven rules', async () => {
    await window.command('view.e-commerce.website-settings');
    await page.getByRole('tab', { name: 'Settings Webshop' }).click();
    await expect(page.getByRole('group', { name: 'Customer communication' }).getByRole('checkbox')).toHaveCount(7);
  });
  await test.step('Warehouse - Orders, not delivered', async () => {
    await window.command('view.warehouse.warehouse');
    await page.getByRole('tab', { name: 'Orders, not delivered' }).click();
    await expect(page.getByRole('grid', { name: 'Orders, not delivered' })).toBeVisible();
  });
  await test.step('Orders, not delivered - Deliver products: the column Delivered', async () => {
    await page.getByRole('row', { name: /Kari Nordmann/ }).click();
    await window.shows(/^Deliver products/);
    await expect(page.getByRole('columnheader', { name: 'Delivered', exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Print and update warehouse', exact: true })).toBeVisible();
  });
});

test('commands that ask first ask, and Esc leaves them', async ({ page }) => {
  const window = new MainWindow(page);
  for (const [path, title] of dialogs) {
    await test.step(path, async () => {
      await window.choose(...path.split(' > '));
      await expect(window.dialog().getByRole('heading').first()).toHaveText(title);
      await page.keyboard.press('Escape');
      await expect(window.dialog()).toBeHidden();
    });
  }
});

test('a submenu that the pointer opened stays open when it is clicked', async ({ page }) => {
  const shown = new MainWindow(page);
  await shown.choose('View');
  const warehouse = page.getByRole('menuitem', { name: 'Warehouse' }).first();
  const stockTaking = page.getByRole('menuitem', { name: 'Stock taking' });
  await warehouse.hover();
  await expect(stockTaking).toBeVisible();
  await warehouse.click();
  await stockTaking.click();
  await shown.shows('Stock taking');
});

test('File backs up, closes, opens and quits', async ({ app, page, shop }) => {
  const window = new MainWindow(page);
  const backup = `${shop.folder}/backup.orderbud`;
  await answerFileDialogs(app, backup);
  await window.choose('File', 'Back up…');
  await expect(page.getByText('Backed up to').first()).toBeVisible();
  await window.choose('File', 'Open company…');
  await expect(window.statusBar()).toContainText(backup);
  await window.choose('File', 'Open recent…');
  await expect(page.getByRole('region', { name: 'Recent companies' }).getByRole('button')).toHaveCount(2);
  await page.getByRole('button', { name: /fjellbutikken\.orderbud/ }).click();
  await expect(window.statusBar()).toContainText(shop.companyPath);
  const closed = app.electron.waitForEvent('close');
  // The window may be gone before the click on its menu is answered
  await Promise.all([closed, window.choose('File', fileCommands.at(-1) ?? '').catch(() => {})]);
});
