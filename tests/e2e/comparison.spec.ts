import { kari, lars } from '../support/e2e-shop.ts';
import { expect, test } from '../support/shop-test.ts';
import { ComparisonPage } from './pages/comparison-page.ts';
import { MainWindow } from './pages/main-window.ts';
import { WebsiteDataPage } from './pages/website-data-page.ts';

/** Whom the register knows by e-mail only: probable, so it waits for a person. */
const other = { name: 'K. Nordmann', email: kari.email, city: 'Bergen', postcode: '5003' };

test('the three columns: what is taken or typed into Result is stored, all else stays; by keyboard alone', async ({
  page,
  shop,
}) => {
  const websiteData = new WebsiteDataPage(page);
  const comparison = new ComparisonPage(page);
  await shop.placeOrder('W-2001', other);
  await websiteData.open();
  await websiteData.run();
  await comparison.open();
  await comparison.row(/^Order W-2001/).focus();
  await page.keyboard.press('Enter');
  expect(await comparison.fieldTexts('Name')).toEqual([kari.name, other.name]);
  expect(await comparison.fieldTexts('Place')).toEqual(['', other.city]);
  await expect(comparison.result('Name')).toHaveValue(kari.name);

  await comparison.detail().getByRole('button', { name: 'Take incoming Place' }).press('Enter');
  await expect(comparison.result('Place')).toHaveValue(other.city);
  await comparison.result('Postcode').fill('5004');
  await page.keyboard.press('Enter');
  await comparison.isClosed();
  await expect(page.getByText('No enquiry waits')).toBeVisible();

  await page.getByRole('navigation').getByText('Contacts', { exact: true }).click();
  await page.getByRole('row', { name: kari.name }).click();
  await new MainWindow(page).shows(kari.name);
  await expect(page.getByLabel('Place', { exact: true })).toHaveValue(other.city);
  await expect(page.getByLabel('Postcode', { exact: true })).toHaveValue('5004');
  await expect(page.getByLabel('E-mail', { exact: true }).first()).toHaveValue(kari.email);
});

test('Contact list links to another contact and shows its register; a double click opens, Esc leaves all as it was', async ({
  page,
  shop,
}) => {
  const websiteData = new WebsiteDataPage(page);
  const comparison = new ComparisonPage(page);
  await shop.placeOrder('W-2001', other);
  await websiteData.open();
  await websiteData.run();
  await comparison.open();
  await comparison.row(/^Order W-2001/).dblclick();
  await expect(comparison.detail()).toBeVisible();
  await comparison.link(lars.name);
  await expect.poll(() => comparison.fieldTexts('E-mail')).toEqual([lars.email, other.email]);
  await page.keyboard.press('Escape');
  await comparison.isClosed();

  await comparison
    .row(/^Order W-2001/)
    .getByText('Edit…')
    .click();
  expect(await comparison.fieldTexts('E-mail')).toEqual([kari.email, other.email]);
  await comparison.link(lars.name);
  await comparison.choice('Import').click();
  await comparison.isClosed();
  await page.getByRole('navigation').getByText('Contacts', { exact: true }).click();
  await page.getByRole('row', { name: lars.name }).click();
  await page.getByRole('tab', { name: 'Orders' }).click();
  await expect(page.getByRole('main').getByText('W-2001')).toBeVisible();
});

test('an activity is read under Additional info; Reject asks, and it is not offered again; Import all takes the rest', async ({
  page,
  shop,
}) => {
  const websiteData = new WebsiteDataPage(page);
  const comparison = new ComparisonPage(page);
  await shop.askForDeletion();
  await shop.placeOrder('W-2001', other);
  await websiteData.open();
  await websiteData.run();
  await comparison.open();
  await expect(comparison.importAll()).toBeDisabled();

  await comparison.row(/^Activity: /).click();
  await expect(comparison.detail().getByRole('region', { name: 'Additional info' })).toContainText(kari.email);
  await comparison.detail().getByRole('tab', { name: 'Company information and address' }).click();
  expect(await comparison.fieldTexts('Name')).toEqual([kari.name, kari.name]);
  await comparison.choice('Import').click();
  await comparison.isClosed();

  await comparison.row(/^Order W-2001/).click();
  await comparison.choice('Reject').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Reject' }).click();
  await expect(page.getByText('No enquiry waits')).toBeVisible();
});
