import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openKeychain } from '../../../main/engine/secrets/keychain-client.ts';
import { jacket, kari, lars, tent } from '../../support/e2e-shop.ts';
import { expect, test } from '../../support/shop-test.ts';
import { ComparisonPage } from '../pages/comparison-page.ts';
import { MainWindow } from '../pages/main-window.ts';
import { OrdersPage } from '../pages/orders-page.ts';
import { PurchasesPage } from '../pages/purchases-page.ts';
import { WebsiteDataPage } from '../pages/website-data-page.ts';
import { type Looks, lookAt } from './looks.ts';

const renderer = join(import.meta.dirname, '..', '..', '..', 'renderer');

/** The files of dialogs, without their ending; the one of forms is what others are made of. */
function dialogFiles(): readonly string[] {
  const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' });
  const dialogs = files.flatMap((path) => /([a-z-]+)-dialog\.tsx$/.exec(path)?.[1] ?? []);
  return dialogs.filter((name) => !['form', 'reading'].includes(name));
}

// More tents than are on their way, so that some are to be purchased
test.use({ shopOptions: { kariBuys: { [jacket]: 3, [tent]: 12 } } });

/** These need a company that asks for something when it is opened, a restored one, or none at all. */
const lookedAtElsewhere = ['missing-secrets', 'new-company', 'heard-since'];

test('every dialog has an axe look', ({ page }) => {
  const looked = [...lookedAtElsewhere, ...Object.keys(firstLooks(page)), ...Object.keys(laterLooks(page))];
  for (const name of dialogFiles()) expect(looked).toContain(name);
});

test('dialogs of registers and orders: axe finds nothing grave, Esc leaves, the focus is kept', async ({ page }) => {
  test.slow();
  await lookAt(page, asDialogs(page, firstLooks(page)), () => leave(page));
});

test('dialogs of a run and of the company: axe finds nothing grave, Esc leaves, the focus is kept', async ({
  page,
  shop,
}) => {
  test.slow();
  await new OrdersPage(page).markPicked(kari.webOrderNo);
  await shop.placeOrder('W-2001', { name: 'K. Nordmann', email: kari.email });
  await shop.askForDeletion();
  const websiteData = new WebsiteDataPage(page);
  await websiteData.open();
  await websiteData.run();
  await lookAt(page, { report: async () => {} });
  await lookAt(page, asDialogs(page, laterLooks(page)), () => leave(page));
});

test.describe('on a new computer', () => {
  test.use({
    start: async ({ shop }, use) => {
      await openKeychain().delete(shop.smtpAccount);
      await use({ args: [shop.companyPath] });
    },
  });

  test('the question for missing secrets has nothing that axe calls serious or critical', async ({ page }) => {
    const dialog = new MainWindow(page).dialog();
    await lookAt(page, { 'missing-secrets': () => expect(dialog).toContainText('Missing on this computer') });
  });
});

/** Each of them opens a dialog, which has the focus. */
function asDialogs(page: Page, looks: Looks): Looks {
  const focused = new MainWindow(page).dialog().locator(':focus');
  const opened = Object.entries(looks).map(([name, open]) => {
    return [name, () => open().then(() => expect(focused, name).toHaveCount(1))] as const;
  });
  return Object.fromEntries(opened);
}

/** By Esc; the focus is somewhere in the window afterwards. */
async function leave(page: Page): Promise<void> {
  const dialog = new MainWindow(page).dialog();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.locator('#root :focus')).toHaveCount(1);
}

function firstLooks(page: Page): Looks {
  const window = new MainWindow(page);
  const orders = new OrdersPage(page);
  const websiteData = new WebsiteDataPage(page);
  const button = (name: string) => page.getByRole('main').getByRole('button', { name, exact: true }).click();
  const select = async (...names: readonly string[]) => {
    for (const name of names) await page.getByRole('row', { name }).getByRole('checkbox').click();
  };
  return {
    'change-contacts': async () => {
      await window.command('view.contacts');
      await select(kari.name, lars.name);
      await button('Change…');
    },
    merge: async () => {
      await button('Merge…');
      await expect(window.dialog()).toContainText(lars.email);
    },
    'new-account': async () => {
      await page.getByRole('row', { name: lars.name }).click();
      await page.getByRole('tab', { name: 'Settings' }).click();
      await button('Add website account');
    },
    'change-products': async () => {
      await window.command('view.products');
      await select(jacket, tent);
      await button('Change…');
    },
    'move-goods': async () => {
      await new PurchasesPage(page).openFirst();
      await button('Receive');
    },
    'print-purchase': async () => {
      await window.command('view.purchase.purchase-orders');
      await button('Purchase what is missing');
      await button('Create purchase order');
      await button('Transfer to purchased');
    },
    reservation: async () => {
      await orders.openOrder(kari.webOrderNo);
      await button(`More for ${tent}`);
      await page.getByRole('menuitem', { name: 'Reserve…' }).click();
    },
    'dont-tell': async () => {
      await orders.showTab('Miscellaneous');
      await orders.picked().click();
      await orders
        .next()
        .getByRole('button', { name: /^Don’t tell: / })
        .click();
    },
    question: async () => {
      await page.getByRole('button', { name: 'Invoice', exact: true }).click();
      await expect(window.dialog()).toContainText('Invoice order');
    },
    credit: async () => {
      await orders.invoice();
      await button('Credit');
      await expect(window.dialog().getByRole('textbox').first()).toBeVisible();
    },
    hierarchy: async () => {
      await page.keyboard.press('ControlOrMeta+U');
      await expect(orders.hierarchy()).toBeVisible();
    },
    'preview-mail': async () => {
      await websiteData.open();
      await websiteData.wouldBeTold().getByRole('row').nth(1).click();
      await expect(window.dialog()).toContainText('Not sent yet');
    },
    hold: async () => {
      await websiteData.wouldBeTold().getByRole('row').nth(1).getByRole('checkbox').click();
      await button('Hold the order…');
    },
  };
}

function laterLooks(page: Page): Looks {
  const window = new MainWindow(page);
  const comparison = new ComparisonPage(page);
  const opens = (id: Parameters<MainWindow['command']>[0]) => async () => {
    await window.command(id);
    await expect(window.dialog()).toBeVisible();
  };
  return {
    mail: async () => {
      await new WebsiteDataPage(page).mails().getByRole('button').first().click();
      await expect(window.dialog()).toContainText(kari.email);
    },
    enquiry: async () => {
      await comparison.open();
      await comparison.row(/^Order W-2001/).click();
      await expect(comparison.choice('Import')).toBeVisible();
    },
    'enquiry, Additional info': () => comparison.row(/^Activity: /).click(),
    'add-language': async () => {
      await window.command('view.e-commerce.website-settings');
      await page.getByRole('button', { name: 'Add language…' }).click();
      await expect(window.dialog()).toContainText('Add a language');
    },
    'update-website': opens('view.e-commerce.update-website'),
    restore: opens('file.restore'),
    'support-bundle': opens('help.support-bundle'),
    about: opens('help.about'),
  };
}
