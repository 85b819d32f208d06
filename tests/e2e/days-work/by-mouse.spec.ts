import type { Page } from '@playwright/test';
import { answerPrintDialogs } from '../../support/dialogs.ts';
import { jacket, kari, lars, tent } from '../../support/e2e-shop.ts';
import { expect, test } from '../../support/shop-test.ts';
import { MainWindow } from '../pages/main-window.ts';
import { typeOver } from '../pages/mouse.ts';
import { OrdersPage } from '../pages/orders-page.ts';
import { SalesOrderList } from '../pages/sales-order-list.ts';
import { StockTakingPage } from '../pages/stock-taking-page.ts';
import { WarehousePage } from '../pages/warehouse-page.ts';
import { WebsiteDataPage } from '../pages/website-data-page.ts';
import { expectNothingToTell } from '../rules/told-once.ts';
import { expectMails, expectReportAddsUp, mailFigures, sentencesOf } from './what-was-told.ts';

/** Orders while the shop is open, as a guest. */
const nora = { name: 'Nora Vik', email: 'nora@customer.example', webOrderNo: 'W-2001' } as const;

const picked = 'Your order has been picked in our warehouse.';
const printed = 'The delivery note of your order has been printed.';

test('a day at a shop by mouse: what the strips said is what the customers are told, once', async ({
  app,
  page,
  shop,
}) => {
  test.slow();
  const websiteData = new WebsiteDataPage(page);
  const orders = new OrdersPage(page);
  await answerPrintDialogs(app, 'printed');

  await test.step('the night’s orders come in, and nobody is told', async () => {
    await shop.placeOrder(nora.webOrderNo, { name: nora.name, email: nora.email });
    await websiteData.open();
    expect(await websiteData.run()).toMatchObject({ Imported: 1, 'Mails planned': 0 });
  });
  await test.step('goods are received in part and counted', () => receiveAndCount(page));
  await test.step('papers are printed for a selection of what is to be picked', () => printPapers(page));
  await test.step('an order is picked, sent in part and given its number', () => workOnKarisOrder(page));
  await test.step('it is delivered, invoiced, and the rest becomes a back order', () => deliverAndInvoice(page));
  const toKari = await sentencesOf(orders.next());
  await test.step('another is invoiced, and one line of it credited in part', () => invoiceAndCredit(page));
  const toLars = await sentencesOf(orders.next());
  await orders.openOrder(nora.webOrderNo);
  await expect(orders.next()).toContainText(printed);
  const toNora = await sentencesOf(orders.next());

  await test.step('Get Website Data tells it, and its report adds up', async () => {
    await websiteData.open();
    const sentences = [...toKari, ...toLars, ...toNora];
    for (const sentence of sentences) await expect(websiteData.wouldBeTold()).toContainText(sentence);
    await expect(page.getByRole('tab', { name: `Would be told (${sentences.length})` })).toBeVisible();
    const figures = await websiteData.run();
    expect(figures).toMatchObject({ 'Mails planned': 3, 'Accepted by the mail server': 3 });
    expectReportAddsUp(figures, mailFigures);
    for (const { email } of [kari, lars, nora])
      await expect(websiteData.mails().getByRole('row').filter({ hasText: email })).toContainText('Accepted');
  });

  await test.step('every customer got one mail that says what the strip said', async () => {
    expect(toKari).not.toContain(picked);
    expectMails(shop.mails, { [kari.email]: toKari, [lars.email]: toLars, [nora.email]: toNora });
    expect(toNora).toEqual([picked, printed]);
  });

  await test.step('My page says the same, and shows the back order', async () => {
    const invoiced = await shop.readMyPage();
    for (const sentence of toKari) expect(invoiced).toContain(sentence);
    expect(invoiced).not.toContain(picked);
    expect(invoiced).toContain('Posten 7012');
    expect(await shop.readMyPage(`${kari.webOrderNo} / rest 1`)).toContain(
      `${jacket} J-1 Ordered 1 Delivered 0 To come 1`,
    );
  });

  await test.step('a second run tells nobody anything', () => expectNothingToTell(page, shop));
});

async function receiveAndCount(page: Page): Promise<void> {
  const window = new MainWindow(page);
  await window.command('view.warehouse.purchases-not-received');
  await page.getByRole('button', { name: /^Receive purchase order \d+/ }).click();
  await typeOver(window.dialog().getByRole('textbox', { name: `Received, ${tent}` }), '3');
  await window.dialog().getByRole('button', { name: 'Receive into stock' }).click();
  await expect(window.dialog()).toBeHidden();
  await expect(page.getByText('The customer of 1 is told with the next Get Website Data.')).toBeVisible();

  const stock = new StockTakingPage(page);
  await stock.open();
  await expect(stock.counted(tent)).toHaveValue('3');
  await typeOver(stock.counted(jacket), '9');
  await window.heading().click();
  await expect(page.getByRole('row', { name: jacket }).getByRole('gridcell').nth(4)).toHaveText('9');
}

async function printPapers(page: Page): Promise<void> {
  const list = new SalesOrderList(page);
  await list.open();
  await list.chip('To pick').click();
  for (const { webOrderNo } of [lars, nora]) await list.row(webOrderNo).getByRole('checkbox').click();
  await list.button('Print picking lists').click();
  await expect(list.result()).toContainText('Picking lists of 2 orders recorded as printed.');
  await list.button('Print delivery notes').click();
  await expect(list.result()).toContainText('2 delivery notes recorded as printed.');
  await expect(list.row(lars.webOrderNo)).toBeHidden();
  await expect(list.row(kari.webOrderNo)).toContainText('will be told: back in stock');
  await list.chip('To ship').click();
  await expect(list.row(nora.webOrderNo)).toContainText('will be told: ');
  await list.chip('All').click();
}

async function workOnKarisOrder(page: Page): Promise<void> {
  const orders = new OrdersPage(page);
  await orders.openOrder(kari.webOrderNo);
  await typeOver(orders.toBeDelivered(jacket), '2');
  await orders.showTab('Freight');
  await orders.carrier().click();
  await page.keyboard.type('Posten');
  await orders.shippingNo().click();
  await page.keyboard.type('7012');
  await orders.showTab('Miscellaneous');
  await orders.picked().click();
  await expect(orders.next()).toContainText(picked);
  expect(await sentencesOf(orders.next())).toEqual([
    picked,
    'Shipping number: 7012 (Posten).',
    `${jacket}: 2 of 3 in the next delivery (before: 3), the rest later.`,
    `${tent} is now back in stock.`,
  ]);

  await orders
    .next()
    .getByRole('button', { name: `Don’t tell: ${picked}` })
    .click();
  const dialog = new MainWindow(page).dialog();
  await dialog.getByLabel('Reason').click();
  await page.keyboard.type('Kari was here and saw it');
  await dialog.getByRole('button', { name: 'Don’t tell' }).click();
  await expect(dialog).toBeHidden();
  await expect(orders.next()).toContainText('Kari was here and saw it');
  expect(await sentencesOf(orders.next())).not.toContain(picked);
}

async function deliverAndInvoice(page: Page): Promise<void> {
  const window = new MainWindow(page);
  const orders = new OrdersPage(page);
  const warehouse = new WarehousePage(page);
  await warehouse.openDeliverProducts(kari.webOrderNo);
  await expect(warehouse.delivered(jacket)).toHaveValue('2');
  await typeOver(warehouse.delivered(tent), '1');
  await page.getByRole('button', { name: 'Print and update warehouse', exact: true }).click();
  await window.shows('Warehouse');

  await orders.openOrder(kari.webOrderNo);
  await expect(orders.next()).toContainText(`${tent}: 1 of 2 delivered (before: 0), 1 still to come.`);
  await orders.invoice();
  await expect(orders.next()).toContainText('The rest follows as back order');
  expect(await sentencesOf(orders.next())).toEqual([
    'Order status: Invoiced (before: In progress).',
    `The rest follows as back order ${kari.webOrderNo} / rest 1.`,
    printed,
    'Shipping number: 7012 (Posten).',
    `${jacket}: 2 of 3 delivered (before: 0), nothing more to come on this order.`,
    `${tent}: all 2 delivered (before: 0).`,
  ]);
}

async function invoiceAndCredit(page: Page): Promise<void> {
  const orders = new OrdersPage(page);
  const dialog = new MainWindow(page).dialog();
  await orders.openOrder(lars.webOrderNo);
  await orders.invoice();
  await page.getByRole('button', { name: 'Credit', exact: true }).click();
  await typeOver(dialog.getByRole('textbox', { name: `Credit, ${jacket}` }), '1');
  await expect(dialog).toContainText('The customer gets NOK 1,248.75 back');
  await dialog.getByRole('button', { name: 'Make credit note' }).click();
  await expect(dialog).toBeHidden();
  await expect(orders.next()).toContainText('Part of your order has been credited');
}
