import { kari, lars } from '../../support/e2e-shop.ts';
import { expect, test } from '../../support/shop-test.ts';
import { MainWindow } from '../pages/main-window.ts';
import { OrdersPage } from '../pages/orders-page.ts';
import { WebsiteDataPage } from '../pages/website-data-page.ts';

const picked = 'Your order has been picked in our warehouse.';

test('a line lost after the body makes a mail uncertain until staff decide; neither choice tells twice', async ({
  page,
  shop,
}) => {
  const window = new MainWindow(page);
  const orders = new OrdersPage(page);
  const websiteData = new WebsiteDataPage(page);
  await orders.markPicked(kari.webOrderNo);
  await orders.markPicked(lars.webOrderNo);
  shop.letMailServer({ onMessage: () => 'cut' });
  await websiteData.open();
  expect(await websiteData.run()).toMatchObject({ 'Mails planned': 2, 'Accepted by the mail server': 0, Uncertain: 2 });
  shop.letMailServer({});
  await expect(window.statusBar()).toContainText('2 mails need a decision');

  await test.step('undecided, it is not sent again', async () => {
    expect(await websiteData.run()).toMatchObject({
      'Mails planned': 2,
      'Accepted by the mail server': 0,
      'Held: an earlier mail is uncertain and needs a decision': 2,
    });
    expect(shop.mails).toHaveLength(2);
    expect(await shop.readMyPage()).toContain(picked);
    await orders.openOrder(kari.webOrderNo);
    await expect(orders.next()).toContainText('The customer is not told: an earlier mail is uncertain');
    await expect(orders.next()).not.toContainText('the customer knows it all');
    await websiteData.open();
  });

  await test.step('It arrived: the customer counts as told', async () => {
    const row = websiteData.uncertain().getByRole('row', { name: kari.name });
    await row.getByRole('button', { name: 'It arrived' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'It arrived' }).click();
    await expect(row).toBeHidden();
    await orders.openOrder(kari.webOrderNo);
    await expect(orders.told()).toContainText(picked);
    await expect(orders.next()).toContainText('Nothing');
  });

  await test.step('Tell anew: the next run tells it in a new mail that says so', async () => {
    await websiteData.open();
    await websiteData.uncertain().getByRole('button', { name: 'Tell anew' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Tell anew' }).click();
    await expect(websiteData.uncertain()).toBeHidden();
    expect(shop.mails).toHaveLength(2);
    expect(await websiteData.run()).toMatchObject({ 'Mails planned': 1, 'Accepted by the mail server': 1 });
    const [first, anew] = shop.mails.filter(({ to }) => to === lars.email);
    expect(shop.mails).toHaveLength(3);
    expect(anew?.parsed.text).toContain('You may already have received this news.');
    expect(anew?.parsed.text).toContain(picked);
    expect(anew?.parsed.messageId).not.toBe(first?.parsed.messageId);
  });

  expect(await websiteData.run()).toMatchObject({ 'Mails planned': 0 });
  await expect(window.statusBar()).not.toContainText('decision');
});
