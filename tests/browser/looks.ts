import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { makeOptOutToken } from '../../shared/my-page/opt-out-token.ts';
import { type OrderHistory, optOutSecretAnswer } from '../../shared/my-page/protocol.ts';
import { callApi } from '../support/call-api.ts';
import { newPasswordLink } from '../support/my-page-accounts.ts';
import { linkIn } from '../support/my-page-mails.ts';
import { readCodeApp } from '../support/my-page-second-factor.ts';
import { type Customer, customerPassword, type ShopDesk } from '../support/shop-desk.ts';

/** What stands behind the pages that are looked at. */
export type Stage = {
  readonly page: Page;
  readonly shop: ShopDesk;
  readonly customer: Customer;
  readonly order: OrderHistory;
};

/** One page worth a look: its route, who sees it, and how it is opened. */
export type Look = {
  readonly name: string;
  readonly route: string;
  readonly who: 'anyone' | 'member';
  readonly open: (stage: Stage) => Promise<unknown>;
};

const at =
  (path: string) =>
  ({ page }: Stage) =>
    page.goto(path);

/** Every page of My page, each at least once. */
export const looks: readonly Look[] = [
  { name: 'log-in', route: '/log-in', who: 'anyone', open: at('/log-in') },
  { name: 'log-in-wrong', route: '/log-in', who: 'anyone', open: logInWrong },
  { name: 'register', route: '/register', who: 'anyone', open: at('/register') },
  { name: 'register-faults', route: '/register', who: 'anyone', open: sendEmpty('/register') },
  { name: 'register-done', route: '/register', who: 'anyone', open: registered },
  { name: 'confirm-email', route: '/register/:token', who: 'anyone', open: confirmEmail },
  { name: 'choose-password', route: '/set-password/:token', who: 'anyone', open: choosePassword },
  { name: 'link-spent', route: '/set-password/:token', who: 'anyone', open: at('/set-password/spent') },
  { name: 'forgotten-password', route: '/forgot-password', who: 'anyone', open: at('/forgot-password') },
  { name: 'look-in-inbox', route: '/forgot-password', who: 'anyone', open: forgotten },
  { name: 'look-up', route: '/look-up', who: 'anyone', open: at('/look-up') },
  { name: 'look-up-link', route: '/look-up/:token', who: 'anyone', open: lookUpLink },
  { name: 'guest-order', route: '/look-up/order', who: 'anyone', open: guestOrder },
  { name: 'guest-order-rest', route: '/look-up/order/:orderId', who: 'anyone', open: guestOrderRest },
  { name: 'opt-out', route: '/opt-out/:token', who: 'anyone', open: optOut },
  { name: 'shop', route: '/shop', who: 'anyone', open: at('/shop') },
  { name: 'shop-faults', route: '/shop', who: 'anyone', open: sendEmpty('/shop') },
  { name: 'not-found', route: '*', who: 'anyone', open: at('/nowhere') },
  { name: 'orders', route: '/orders', who: 'member', open: at('/orders') },
  { name: 'orders-found', route: '/orders', who: 'member', open: at('/orders?search=jacket') },
  { name: 'orders-none-found', route: '/orders', who: 'member', open: at('/orders?search=kayak') },
  {
    name: 'order',
    route: '/orders/:orderId',
    who: 'member',
    open: ({ page, order }) => page.goto(`/orders/${order.orderId}`),
  },
  { name: 'order-received', route: '/orders/received/:enquiryId', who: 'member', open: receivedOrder },
  { name: 'thanks', route: '/shop/thanks/:enquiryId', who: 'member', open: thanks },
  { name: 'settings', route: '/settings', who: 'member', open: at('/settings') },
  { name: 'settings-faults', route: '/settings', who: 'member', open: wrongPassword },
  { name: 'second-factor', route: '/settings/second-factor', who: 'member', open: at('/settings/second-factor') },
  { name: 'second-factor-app', route: '/settings/second-factor/confirm', who: 'member', open: factorApp },
  { name: 'recovery-codes', route: '/settings/second-factor/confirm', who: 'member', open: recoveryCodes },
  {
    name: 'new-recovery-codes',
    route: '/settings/second-factor/new-codes',
    who: 'member',
    open: at('/settings/second-factor/new-codes'),
  },
  {
    name: 'second-factor-off',
    route: '/settings/second-factor/off',
    who: 'member',
    open: at('/settings/second-factor/off'),
  },
  { name: 'settings-with-factor', route: '/settings', who: 'member', open: at('/settings') },
  { name: 'propose-change', route: '/settings/details', who: 'member', open: at('/settings/details') },
  { name: 'ask-for-deletion', route: '/settings/delete', who: 'member', open: at('/settings/delete') },
  { name: 'log-in-code', route: '/log-in/code', who: 'member', open: logInWithFactor },
  { name: 'log-in-recovery-code', route: '/log-in/recovery-code', who: 'member', open: at('/log-in/recovery-code') },
];

/** Answers that are no pages: redirects, downloads, what the stylesheet and search engines ask for. */
const noPages = new Set([
  '/',
  '/style.css',
  '/icon.svg',
  '/orders/:orderId/papers/:id',
  '/settings/my-data.json',
  '/.well-known/change-password',
]);

/** The routes of pages that nobody looks at; empty as long as whoever adds a page adds a look. */
export function routesWithoutLook(): readonly string[] {
  const folder = join(import.meta.dirname, '..', '..', 'my-page', 'pages');
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('-router.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  const routes = texts.flatMap((text) =>
    [...text.matchAll(/\.get(?:<[^(]*>)?\(\s*'(\/[^']*)'/g)].map(([, path = '']) => path),
  );
  const seen = new Set(looks.map(({ route }) => route));
  return routes.filter((route) => !noPages.has(route) && !seen.has(route));
}

async function logInWrong({ page }: Stage): Promise<void> {
  await page.goto('/log-in');
  await page.getByLabel(/e-mail|e-post/i).fill('nobody@example.com');
  await page.locator('input[type=password]').fill('not the password');
  await page.locator('main form button').click();
}

function sendEmpty(path: string): Look['open'] {
  return async ({ page }) => {
    await page.goto(path);
    await page.locator('main form .button').first().click();
  };
}

async function choosePassword({ page, shop, customer }: Stage): Promise<void> {
  await page.goto(await newPasswordLink(shop.site, customer.accountId));
}

/** Asks for an account for an address that nobody has yet. */
async function registered({ page }: Stage): Promise<string> {
  const email = `ola.${randomUUID()}@example.com`;
  await page.goto('/register');
  await page.locator('input[name=name]').fill('Ola Nordmann');
  await page.locator('input[name=email]').fill(email);
  await page.locator('main form .button').click();
  return email;
}

async function confirmEmail(stage: Stage): Promise<void> {
  const mail = await stage.shop.site.mailBox.mailTo(await registered(stage));
  await stage.page.goto(linkIn(mail));
}

async function optOut({ page, shop, customer }: Stage): Promise<void> {
  const { desktopKey: key, url } = shop.site;
  const { body } = await callApi({ url }, { key, path: '/opt-out-secret' });
  await page.goto(`/opt-out/${makeOptOutToken(customer.contactId, optOutSecretAnswer.parse(body).secret)}`);
}

async function forgotten({ page, customer }: Stage): Promise<void> {
  await page.goto('/forgot-password');
  await page.locator('input[name=email]').fill(customer.email);
  await page.locator('main form .button').click();
}

/** Asks for the order as a guest does, and follows the link that is mailed. */
async function lookUpLink({ page, shop, customer, order }: Stage): Promise<void> {
  const about = new RegExp(order.webOrderNo);
  const before = shop.site.mailBox.mailsTo(customer.email, about).length;
  await page.goto('/look-up');
  await page.locator('input[name=order-number]').fill(order.webOrderNo);
  await page.locator('input[name=email]').fill(customer.email);
  await page.locator('main form .button').click();
  await page.goto(linkIn(await shop.site.mailBox.mailTo(customer.email, about, before + 1)));
}

async function guestOrder(stage: Stage): Promise<void> {
  await lookUpLink(stage);
  await stage.page.locator('main form .button').click();
}

async function guestOrderRest(stage: Stage): Promise<void> {
  await stage.page.goto('/look-up/order');
  await stage.page.locator('a[href^="/look-up/order/"]').first().click();
}

async function receivedOrder({ page, shop, customer }: Stage): Promise<void> {
  const { enquiryId } = await shop.placeOrder(customer);
  await page.goto(`/orders/received/${enquiryId}`);
}

async function thanks({ page, shop, customer }: Stage): Promise<void> {
  const { enquiryId } = await shop.placeOrder(customer);
  await page.goto(`/shop/thanks/${enquiryId}`);
}

async function factorApp({ page }: Stage): Promise<void> {
  await page.goto('/settings/second-factor');
  await page.locator('input[name=password]').fill(customerPassword);
  await page.locator('main form .button').click();
}

async function recoveryCodes(stage: Stage): Promise<void> {
  await factorApp(stage);
  const { page, shop } = stage;
  const { codeAt } = readCodeApp(await page.content());
  await page.locator('input[name=code]').fill(codeAt(shop.site.now()));
  await page.locator('main form .button').click();
}

/** Logs the member out; the password is right and the code still asked for. */
async function logInWithFactor({ page, customer }: Stage): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/log-in');
  await page.locator('input[name=email]').fill(customer.email);
  await page.locator('input[name=password]').fill(customerPassword);
  await page.locator('main form .button').click();
}

async function wrongPassword({ page }: Stage): Promise<void> {
  await page.goto('/settings');
  await page.locator('[name=old-password]').fill('not my password');
  await page.locator('[name=new-password]').fill('short');
  await page.locator('#password form .button').click();
}
