import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerFileDialogs } from '../support/dialogs.ts';
import { kari, lars } from '../support/e2e-shop.ts';
import { expect, test } from '../support/shop-test.ts';
import { MainWindow } from './pages/main-window.ts';
import { OrdersPage } from './pages/orders-page.ts';
import { WebsiteDataPage } from './pages/website-data-page.ts';

const withoutMark = (text: string) => text.replace(/^\ufeff/, '');

test('the report of a run and Show order list are saved as CSV, from the window and from the list', async ({
  app,
  page,
  userData,
}) => {
  const window = new MainWindow(page);
  const websiteData = new WebsiteDataPage(page);
  const orders = new OrdersPage(page);
  await orders.markPicked(kari.webOrderNo);
  await orders.markPicked(lars.webOrderNo);
  await websiteData.open();
  expect(await websiteData.run()).toMatchObject({ 'Mails planned': 2, 'Accepted by the mail server': 2 });

  const save = async (name: string) => {
    const path = join(userData, name);
    await answerFileDialogs(app, path);
    await websiteData.saveAsCsv().click();
    await expect(page.getByText(`${name} saved`).last()).toBeVisible();
    // It was switched off while the file was made, and keeps the focus all the same
    await expect(websiteData.saveAsCsv()).toBeFocused();
    return readFile(path, 'utf8');
  };

  const report = await save('report.csv');
  expect(report.charCodeAt(0)).toBe(0xfeff);
  const lines = withoutMark(report).split('\r\n');
  expect(lines[0]).toBe('Website,Customer,Order,Address,State now,Why,The mail server said,Mail no.');
  expect(lines[1]).toContain(`Fjellbutikken,${kari.name},${kari.webOrderNo},${kari.email},Accepted,,`);
  expect(lines[2]).toContain(`Fjellbutikken,${lars.name},${lars.webOrderNo},${lars.email},Accepted,,`);
  expect(lines.slice(-2)).toEqual(['Fjellbutikken,2,2,0,0,0,0,0', '']);

  await websiteData.showOrderList();
  const list = withoutMark(await save('runs.csv'))
    .trimEnd()
    .split('\r\n');
  // The run that fetched the first orders, the one above, and their sum
  expect(list).toHaveLength(4);
  expect(list[1]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d,.+,Finished,Fjellbutikken,0,0,0,0,2,2,2,0,0,0,0,0$/);
  expect(list[3]).toMatch(/^Total,,,,2,/);

  await page
    .getByRole('row', { name: /^Run of / })
    .first()
    .click();
  await window.shows(/^Get Website Data, /);
  expect(await save('again.csv')).toBe(report);
});

test('a closed dialog saves nothing; a place that cannot be written is said, and nothing is left there', async ({
  app,
  page,
  userData,
}) => {
  const websiteData = new WebsiteDataPage(page);
  await websiteData.open();
  await websiteData.showOrderList();
  await answerFileDialogs(app, null);
  await websiteData.saveAsCsv().click();
  await expect(websiteData.saveAsCsv()).toBeEnabled();
  await answerFileDialogs(app, join(userData, 'missing', 'runs.csv'));
  await websiteData.saveAsCsv().click();
  await expect(page.getByText('Show order list was not saved').last()).toBeVisible();
});
