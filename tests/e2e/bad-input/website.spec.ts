import { kari } from '../../support/e2e-shop.ts';
import { expect, test } from '../../support/shop-test.ts';
import { MainWindow } from '../pages/main-window.ts';
import { OrdersPage, typeAndLeave } from '../pages/orders-page.ts';
import { WebsiteDataPage } from '../pages/website-data-page.ts';

const picked = 'Your order has been picked in our warehouse.';

test('a website that is down or answers garbage is named; customers are told all the same, and My page later', async ({
  page,
  shop,
}) => {
  const window = new MainWindow(page);
  const orders = new OrdersPage(page);
  const websiteData = new WebsiteDataPage(page);
  const alerts = websiteData.report().getByRole('alert');
  const toldAll = { 'Orders published to My page': 0, 'Mails planned': 1, 'Accepted by the mail server': 1 };

  await test.step('down', async () => {
    await orders.markPicked(kari.webOrderNo);
    await shop.myPage.goDown();
    await websiteData.open();
    expect(await websiteData.run()).toMatchObject(toldAll);
    // One cause is said once, with every step that it stopped
    await expect(alerts).toHaveCount(1);
    await expect(alerts).toContainText(/^Fetching, publishing.*: The website cannot be reached\./);
    await expect(window.statusBar()).toContainText('My page: 1 order to be published');
  });

  await test.step('garbage', async () => {
    await orders.openOrder(kari.webOrderNo);
    await orders.showTab('Freight');
    await typeAndLeave(orders.shippingNo(), '7030001');
    await expect(orders.next()).toContainText('7030001');
    await shop.myPage.answerOnly('<!doctype html><h1>It works!</h1>');
    await websiteData.open();
    expect(await websiteData.run()).toMatchObject(toldAll);
    await expect(alerts).toHaveCount(1);
    await expect(alerts).toContainText(/^Fetching, publishing.*: The website gave an answer that cannot be read\./);
  });

  await test.step('back: everything is published, nothing is told again', async () => {
    await shop.myPage.comeBack();
    expect(await websiteData.run()).toMatchObject({ 'Orders published to My page': 1, 'Mails planned': 0 });
    await expect(window.alert()).toBeHidden();
    await expect(window.statusBar()).toContainText('My page: up to date');
    const onMyPage = await shop.readMyPage();
    expect(onMyPage).toContain(picked);
    expect(onMyPage).toContain('Shipping number: 7030001.');
    expect(shop.mails).toHaveLength(2);
  });
});
