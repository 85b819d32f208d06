import { datesFor } from '../../../renderer/ui/dates.ts';
import { formatDate } from '../../../shared/formatting.ts';
import { dayIn, kari, tent } from '../../support/e2e-shop.ts';
import { expect, test } from '../../support/shop-test.ts';
import { OrdersPage, typeAndLeave } from '../pages/orders-page.ts';
import { PurchasesPage } from '../pages/purchases-page.ts';
import { StockTakingPage } from '../pages/stock-taking-page.ts';
import { WebsiteDataPage } from '../pages/website-data-page.ts';
import { WebsiteSettingsPage } from '../pages/website-settings-page.ts';
import { expectNothingToTell, expectToldOnce } from './told-once.ts';

const { formatDate: shown } = datesFor({ language: 'en', region: 'en-GB' });
const dateRule = 'Changes in expected delivery date (items from supplier)';

function moved(from: string, to: string): string {
  return `Expected delivery of ${tent} moved from ${formatDate(from, 'en')} to ${formatDate(to, 'en')}.`;
}

test.use({ shopOptions: { kariBuys: { [tent]: 2 } } });

test('what an option leaves unsaid adds up until it is told, is explained everywhere, and is never told as old news', async ({
  page,
  shop,
}) => {
  test.slow();
  const orders = new OrdersPage(page);
  const purchases = new PurchasesPage(page);
  const settings = new WebsiteSettingsPage(page);
  const websiteData = new WebsiteDataPage(page);
  const comesOn = async (days: number) => {
    await purchases.openFirst();
    await typeAndLeave(purchases.deliveryDate(), shown(dayIn(days)));
    await expect(purchases.deliveryDate()).toHaveValue(shown(dayIn(days)));
  };
  const tolerate = async (days: string, inShort: string) => {
    await settings.open('Settings Webshop');
    if ((await settings.fold(dateRule).getAttribute('aria-expanded')) === 'false')
      await settings.fold(dateRule).click();
    await typeAndLeave(settings.option('Moves that are not told, up to'), days);
    await expect(settings.fold(dateRule)).toContainText(inShort);
  };
  /** One run that passes over what is left unsaid, and tells nobody anything. */
  const passOver = async () => {
    const before = shop.mails.length;
    await websiteData.open();
    expect(await websiteData.run()).toMatchObject({ 'Mails planned': 0 });
    expect(shop.mails).toHaveLength(before);
  };
  const why = 'moved by 1 day; told from 3 days';

  await test.step('a tolerance is chosen with the keyboard; nonsense is refused at the field', async () => {
    await settings.open('Settings Webshop');
    await settings.fold(dateRule).press('Enter');
    await typeAndLeave(settings.option('Moves that are not told, up to'), '91');
    await expect(page.getByText('A whole number from 0 to 90.')).toBeVisible();
    await tolerate('2', 'Options: from 3 days');
  });

  await test.step('a move of one day is not told: preview, order and list say why', async () => {
    await comesOn(15);
    await websiteData.open();
    await page.getByRole('tab', { name: 'Not told (1)' }).click();
    await expect(websiteData.notTold()).toContainText('Moved by 1 day; told from 3 days');
    await expect(websiteData.notTold()).toContainText(moved(shop.tentsComeOn, dayIn(15)));
    await page.getByRole('tab', { name: 'Would be told (0)' }).click();
    expect(await websiteData.run()).toMatchObject({ 'Mails planned': 0 });
    await expect(websiteData.notTold()).toContainText('An option of a rule leaves it unsaid for now');
    expect(shop.mails).toHaveLength(0);
    await orders.openOrder(kari.webOrderNo);
    await expect(orders.next()).toContainText(`Not told for now (${why}): ${moved(shop.tentsComeOn, dayIn(15))}`);
  });

  await test.step('the second run has nothing to pass over; small moves add up and are told at the third day', async () => {
    await expectNothingToTell(page, shop);
    await comesOn(16);
    await passOver();
    await comesOn(17);
    await expectToldOnce(page, shop, { sentences: [moved(shop.tentsComeOn, dayIn(17))] });
  });

  await test.step('loosened after a run has passed over it, it counts as known', async () => {
    await comesOn(18);
    await passOver();
    await tolerate('0', 'Options: everything is told');
    await orders.openOrder(kari.webOrderNo);
    await expect(orders.next()).toContainText('Nothing: the customer knows it all.');
    await expectNothingToTell(page, shop);
    await comesOn(19);
    await expectToldOnce(page, shop, { sentences: [moved(dayIn(17), dayIn(19))] });
  });

  await test.step('options of a rule that is off cannot be changed', async () => {
    await tolerate('2', 'Options: from 3 days');
    await settings.rule(dateRule).uncheck();
    await expect(settings.option('Moves that are not told, up to')).toBeDisabled();
  });
});

test('statuses, quantities and whole lines: what is not chosen is not told, the rest is', async ({ page, shop }) => {
  test.slow();
  const orders = new OrdersPage(page);
  const settings = new WebsiteSettingsPage(page);
  const stock = new StockTakingPage(page);
  const statusRule = 'Changes in order status, e.g. after invoicing';
  const amountRule = 'Changes in amount delivered';
  const stockRule = 'Items received (stock count changed from 0 to positive)';

  await test.step('boxes that are clicked fast after one another all count', async () => {
    await settings.open('Settings Webshop');
    await settings.fold(statusRule).click();
    for (const status of ['Invoiced', 'Credited', 'Cancelled']) await settings.rule(status).click();
    await expect(settings.fold(statusRule)).toContainText('not told: Invoiced, Credited, Cancelled');
    await settings.rule('Credited').click();
    await expect(settings.fold(statusRule)).toContainText('not told: Invoiced, Cancelled');
    await settings.fold(amountRule).click();
    await settings.option('What is told').selectOption('Deliveries only');
    await expect(settings.fold(amountRule)).toContainText('deliveries only');
    await settings.fold(stockRule).click();
    await settings.rule('Only when the whole line is in stock').click();
    await expect(settings.fold(stockRule)).toContainText('only when the whole line is in stock');
  });

  await test.step('one tent of two, and a changed next delivery: the order says why neither is told', async () => {
    await stock.open();
    await typeAndLeave(stock.counted(tent), '1');
    await orders.openOrder(kari.webOrderNo);
    await typeAndLeave(orders.toBeDelivered(tent), '1');
    await expect(orders.next()).toContainText('the stock does not cover the whole line yet');
    await expect(orders.next()).toContainText('only deliveries are told');
    await expect(orders.next()).toContainText('Nothing but what is not told.');
    const websiteData = new WebsiteDataPage(page);
    await websiteData.open();
    expect(await websiteData.run()).toMatchObject({ 'Mails planned': 0 });
  });

  await test.step('both tents: told once', async () => {
    await stock.open();
    await typeAndLeave(stock.counted(tent), '2');
    await expectToldOnce(page, shop, { sentences: [`${tent} is now back in stock.`] });
  });
});
