import { placeOfCommand } from '../../renderer/frame/places.ts';
import { menuCommandIds } from '../../shared/menu-model.ts';
import { kari, lars, tent } from '../support/e2e-shop.ts';
import { gravesIn } from '../support/graves.ts';
import { expect, test } from '../support/shop-test.ts';
import { ComparisonPage } from './pages/comparison-page.ts';
import { ContactsPage } from './pages/contacts-page.ts';
import { MainWindow } from './pages/main-window.ts';
import { OrdersPage } from './pages/orders-page.ts';
import { ProductsPage } from './pages/products-page.ts';
import { PurchasesPage } from './pages/purchases-page.ts';
import { WarehousePage } from './pages/warehouse-page.ts';
import { WebsiteDataPage } from './pages/website-data-page.ts';
import { WebsiteSettingsPage } from './pages/website-settings-page.ts';

test('no window has what axe calls serious or critical', async ({ page, shop }) => {
  test.slow();
  const window = new MainWindow(page);
  const orders = new OrdersPage(page);
  const settings = new WebsiteSettingsPage(page);
  const websiteData = new WebsiteDataPage(page);
  const look = async (name: string, open: () => Promise<void>) => {
    await open();
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    expect.soft(await gravesIn(page), name).toEqual([]);
  };
  for (const id of menuCommandIds.filter((id) => id.startsWith('view.') && placeOfCommand[id] !== undefined)) {
    await look(id, () => window.command(id));
  }
  await look('order, Product lines', () => orders.openOrder(kari.webOrderNo));
  for (const tab of ['Freight', 'Text', 'Miscellaneous', 'History'] as const) {
    await look(`order, ${tab}`, () => orders.showTab(tab));
  }
  await look('merge of contacts', async () => {
    const contacts = new ContactsPage(page);
    await contacts.open();
    for (const { name } of [kari, lars]) await contacts.row(name).getByRole('checkbox').click();
    await contacts.bar().getByRole('button', { name: 'Merge…' }).click();
    await expect(window.dialog()).toContainText(lars.email);
  });
  await page.keyboard.press('Escape');
  await look('Deliver products', () => new WarehousePage(page).openDeliverProducts(kari.webOrderNo));
  await look('product', () => new ProductsPage(page).open(tent));
  await look('purchase order', () => new PurchasesPage(page).openFirst());
  for (const tab of ['E-mail (SMTP)', 'Website'] as const)
    await look(`Website Settings, ${tab}`, () => settings.open(tab));
  await look('report', async () => {
    await orders.markPicked(kari.webOrderNo);
    await shop.placeOrder('W-2001', { name: 'K. Nordmann', email: kari.email });
    await shop.askForDeletion();
    await websiteData.open();
    await websiteData.run();
  });
  const comparison = new ComparisonPage(page);
  await look('comparison list', () => comparison.open());
  await look('detail window', () => comparison.row(/^Order W-2001/).click());
  await comparison.choice('Decide later').click();
  await look('detail window, Additional info', () => comparison.row(/^Activity /).click());
});
