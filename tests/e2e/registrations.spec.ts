import { kari } from '../support/e2e-shop.ts';
import { expect, test } from '../support/shop-test.ts';
import { ComparisonPage } from './pages/comparison-page.ts';
import { ContactsPage } from './pages/contacts-page.ts';
import { MainWindow } from './pages/main-window.ts';
import { WebsiteDataPage } from './pages/website-data-page.ts';

const ingrid = { name: 'Ingrid Moen', email: 'ingrid@customer.example' } as const;
const tore = { name: 'Tore Vik', email: 'tore@customer.example' } as const;

test.use({ shopOptions: { approval: 'manual' } });

test('a registration waits for a person; approved, the customer can log in; declined, not', async ({ page, shop }) => {
  const window = new MainWindow(page);
  const websiteData = new WebsiteDataPage(page);
  const comparison = new ComparisonPage(page);
  const logsIn = async (who: { readonly email: string }) => (await shop.logIn(who.email)).includes('Log out');
  await shop.register(ingrid);
  await shop.register(tore);
  expect(await logsIn(ingrid)).toBe(false);
  await websiteData.open();
  await websiteData.run();
  await comparison.open();

  await test.step('Import all leaves them to a person', async () => {
    await expect(comparison.importAll()).toBeDisabled();
    const row = comparison.row(`New registration, ${ingrid.name}`);
    await expect(row).toContainText('Pending approval');
    await expect(row).toContainText('Approve or decline the new user');
  });

  await test.step('Approve', async () => {
    await comparison.row(`New registration, ${ingrid.name}`).click();
    await expect(comparison.detail()).toContainText('Account on the website: Pending approval');
    await comparison.choice('Approve as new contact').click();
    await comparison.isClosed();
  });

  await test.step('Decline asks, and says what the customer hears', async () => {
    await comparison.row(`New registration, ${tore.name}`).click();
    await comparison.choice('Decline').click();
    await expect(page.getByRole('alertdialog')).toContainText('gets a mail about it');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Decline registration' }).click();
    await comparison.isClosed();
    await expect(page.getByText('No enquiry waits')).toBeVisible();
  });

  await test.step('nobody can log in before Update Website', async () => {
    expect(await logsIn(ingrid)).toBe(false);
    const toUpdate = page.getByText('2 customers are still to hear about their website accounts.');
    await expect(toUpdate).toBeVisible();
    await window.updateWebsite(() => page.getByRole('button', { name: 'Update Website…' }).click());
    await expect(toUpdate).toBeHidden();
    expect([await logsIn(ingrid), await logsIn(tore)]).toEqual([true, false]);
  });
});

test('an approved customer is set to Declined on the contact after a question, and back', async ({ page, shop }) => {
  const window = new MainWindow(page);
  const contacts = new ContactsPage(page);
  await contacts.open();
  await contacts.row(kari.name).click();
  await page.getByRole('tab', { name: 'Settings', exact: true }).click();
  const account = page.getByRole('group', { name: /^Account on / });
  const status = account.getByRole('combobox', { name: 'Account status' });
  await status.selectOption('Declined');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Keep account' }).click();
  await expect(status).toHaveValue('approved');
  await status.selectOption('Declined');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Decline account' }).click();
  await expect(account).toContainText('The new status is not on the website yet.');
  await expect(account.getByRole('button', { name: 'Send link to choose a password' })).toBeDisabled();
  await expect(account).toContainText('Only an approved account gets a link.');
  await window.updateWebsite(() => account.getByRole('button', { name: 'Update Website…' }).click());
  await expect(account).not.toContainText('not on the website yet');
  expect(await shop.logIn(kari.email)).not.toContain('Log out');

  await status.selectOption('Approved');
  await expect(account).toContainText('Update Website comes first');
  await window.updateWebsite();
  await expect(account.getByRole('button', { name: 'Send link to choose a password' })).toBeEnabled();
  expect(await shop.logIn(kari.email)).toContain('Log out');
});

test('what a customer proposes stands beside the register; taken, My page shows it', async ({ page, shop }) => {
  const window = new MainWindow(page);
  const websiteData = new WebsiteDataPage(page);
  const comparison = new ComparisonPage(page);
  await shop.proposeDetails({ addressLine1: 'Havnegata 3', postcode: '5003', city: 'Bergen' });
  await websiteData.open();
  await websiteData.run();
  await comparison.open();
  await comparison.row(`Changed registration, ${kari.name}`).click();
  await expect(comparison.detail()).toContainText('Account on the website: Approved');
  expect(await comparison.fieldTexts('Place')).toEqual(['', 'Bergen']);
  await comparison.detail().getByRole('button', { name: 'Take all that came in' }).click();
  await expect(comparison.result('Address')).toHaveValue('Havnegata 3');
  await comparison.choice('Import').click();
  await comparison.isClosed();
  await window.updateWebsite();
  const details = await shop.readDetails();
  expect(details).toContain('Havnegata 3');
  expect(details).not.toContain('You proposed a change');
});
