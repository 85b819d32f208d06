import type { Page } from '@playwright/test';
import { answerPrintDialogs } from '../../support/dialogs.ts';
import { type E2eShop, jacket, kari, lars, tent } from '../../support/e2e-shop.ts';
import { expect, test } from '../../support/shop-test.ts';
import { languageEnv } from '../../support/start-app.ts';
import { Keyboard } from '../pages/keyboard.ts';
import { MainWindow } from '../pages/main-window.ts';
import { expectMails, expectReportAddsUp, figuresOf, sentencesOf } from './what-was-told.ts';

const smallest = { width: 960, height: 600 };
const picked = 'Ordren din er plukket på lageret vårt.';
const anOrder = /^Ordre \d+, /;
const nora = { name: 'Nora Vik', email: 'nora@customer.example', webOrderNo: 'W-2001' } as const;

const figures = [
  'Planlagte e-poster',
  'Godtatt av e-postserveren',
  'Venter på neste kjøring',
  'Avvist',
  'Usikre',
  'Holdt tilbake',
] as const;

test.use({
  // Kari reads Norwegian, the guests English
  shopOptions: { language: 'no' },
  start: async ({ shop }, use) => use({ args: [shop.companyPath], env: languageEnv('nb_NO') }),
});

test('a day at a shop by keyboard alone, in Norwegian, in the smallest window', async ({ app, page, shop }) => {
  test.slow();
  const window = new MainWindow(page);
  await window.shows('Ordrer');
  await app.electron.evaluate(
    ({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
    smallest,
  );
  await expect.poll(() => page.evaluate(() => ({ width: innerWidth, height: innerHeight }))).toEqual(smallest);
  await answerPrintDialogs(app, 'printed');

  await test.step('the night’s orders come in', () => fetchOrders(page, shop));
  await test.step('goods are received in part and counted', () => receiveAndCount(page));
  await test.step('papers of a selection are printed', () => printPapers(page));
  await test.step('an order is picked, sent in part and given its number', () => workOnKarisOrder(page));
  await test.step('it is delivered, invoiced, and the rest becomes a back order', () => deliverAndInvoice(page));
  const toKari = await sentencesOf(strip(page));
  await openOrder(page, lars.name);
  await expect(strip(page)).toContainText('The delivery note');
  const toLars = await sentencesOf(strip(page));

  await test.step('Hent nettsteddata tells both what their strips said, and the report adds up', async () => {
    const report = await runWebsiteData(page);
    expect(report).toMatchObject({ 'Planlagte e-poster': 2, 'Godtatt av e-postserveren': 2 });
    expectReportAddsUp(report, figures);
    expectMails(shop.mails, { [kari.email]: toKari, [lars.email]: toLars });
    const onMyPage = await shop.readMyPage();
    for (const sentence of toKari) expect(onMyPage).toContain(sentence);
    expect(onMyPage).not.toContain(picked);
  });

  await test.step('a second run tells nobody anything', async () => {
    expect(await runWebsiteData(page)).toMatchObject({ 'Planlagte e-poster': 0 });
    expect(shop.mails).toHaveLength(2);
  });
});

function strip(page: Page) {
  return page.getByRole('region', { name: 'Neste Hent nettsteddata forteller' });
}

/** F9, then Enter on what has the focus: Start, or Ferdig while a report still stands there. */
async function runWebsiteData(page: Page) {
  const keyboard = new Keyboard(page);
  await keyboard.shortcut('view.e-commerce.get-website-data');
  await keyboard.isOn(/^(Start|Ferdig)$/);
  if ((await keyboard.focused()) === 'Ferdig') await keyboard.keys('Enter');
  await keyboard.isOn('Start');
  await keyboard.keys('Enter');
  await keyboard.isOn('Ferdig');
  return figuresOf(page.getByRole('region', { name: /^Rapport for / }));
}

async function openOrder(page: Page, customer: string): Promise<void> {
  const keyboard = new Keyboard(page);
  const window = new MainWindow(page);
  await keyboard.shortcut('view.sales.order-registration');
  await window.shows('Ordrer');
  await keyboard.go('Tab', anOrder);
  await keyboard.keys('Home');
  await keyboard.press('ArrowDown', new RegExp(`^Ordre \\d+, ${customer}$`), 4);
  await window.shows(/^Ordre \d+$/);
  await expect(page.getByRole('main')).toContainText(customer);
}

async function fetchOrders(page: Page, shop: E2eShop): Promise<void> {
  await shop.placeOrder(nora.webOrderNo, { name: nora.name, email: nora.email });
  expect(await runWebsiteData(page)).toMatchObject({ Importert: 1, 'Planlagte e-poster': 0 });
}

async function receiveAndCount(page: Page): Promise<void> {
  const keyboard = new Keyboard(page);
  const window = new MainWindow(page);
  const receive = /^Motta innkjøpsordre \d+, Telt & Tur AS$/;
  await keyboard.shortcut('view.warehouse.purchases-not-received');
  await window.shows('Lager');
  await keyboard.press('Tab', receive);
  await keyboard.isOn('Skann produkter');
  await keyboard.go('Tab', `Mottatt, ${tent}`);
  await keyboard.type('3');
  await keyboard.press('Tab', 'Motta på lager');
  await keyboard.isOn(receive);
  await expect(page.getByText('Kunden på 1 får beskjed ved neste Hent nettsteddata.')).toBeVisible();

  await keyboard.shortcut('view.warehouse.stock-taking');
  await keyboard.isOn('Skann produkt for telling');
  await keyboard.go('Tab', `Opptalt, ${jacket}`);
  await keyboard.type('9');
  await keyboard.keys('Enter');
  await keyboard.isOn(`Opptalt, ${tent}`);
  await expect(page.getByRole('row', { name: jacket }).getByRole('gridcell').nth(4)).toHaveText('9');
}

async function printPapers(page: Page): Promise<void> {
  const keyboard = new Keyboard(page);
  const lars1st = new RegExp(`^Ordre \\d+, ${lars.name}$`);
  await keyboard.shortcut('view.sales.order-registration');
  await new MainWindow(page).shows('Ordrer');
  await keyboard.shortcut('edit.find');
  await keyboard.isOn('Søk i ordrer');
  await keyboard.press('Tab', /^Skal plukkes 3$/);
  await keyboard.go('Tab', anOrder);
  await keyboard.go('ArrowDown', lars1st, 3);
  await keyboard.keys('Space', 'Shift+F10');
  await keyboard.isOn('Åpne');
  await keyboard.press('ArrowDown', 'Skriv ut plukklister');
  await expect(page.getByText('Plukkliste for 1 ordre registrert som skrevet ut.')).toBeVisible();
  await keyboard.isOn(lars1st);
  await keyboard.press('Shift+Tab', 'Skriv ut pakksedler');
  await expect(page.getByText('1 pakkseddel registrert som skrevet ut.')).toBeVisible();
  // The order left To pick, and the button went off with it: the focus goes to what is left in the list
  await keyboard.isOn(anOrder);
  await keyboard.press('Shift+Tab', 'Alle');
}

async function workOnKarisOrder(page: Page): Promise<void> {
  const keyboard = new Keyboard(page);
  await openOrder(page, kari.name);
  await keyboard.go('Tab', `Leveres, ${jacket}`);
  await keyboard.type('2');
  await keyboard.keys('Enter');
  await keyboard.isOn(`Leveres, ${tent}`);
  await keyboard.go('Shift+Tab', 'Produktlinjer');
  await keyboard.press('ArrowRight', 'Frakt', 1);
  await keyboard.go('Tab', 'Transportør');
  await keyboard.type('Posten');
  await keyboard.keys('Tab');
  await keyboard.isOn('Sendingsnummer');
  await keyboard.type('7012');
  await keyboard.keys('Enter');
  await expect(strip(page)).toContainText('7012 (Posten)');
  await keyboard.go('Shift+Tab', 'Frakt');
  await keyboard.press('ArrowRight', 'Diverse', 2);
  await keyboard.go('Tab', 'Plukket');
  await keyboard.keys('Space');
  await expect(strip(page)).toContainText(picked);
  expect(await sentencesOf(strip(page))).toEqual([
    picked,
    'Sendingsnummer: 7012 (Posten).',
    `${jacket}: 2 av 3 kommer i neste levering (før: 3), resten senere.`,
    `${tent} er tilbake på lager.`,
  ]);

  await keyboard.press('Tab', `Ikke fortell: ${picked}`);
  await keyboard.isOn('Årsak');
  await keyboard.type('Kari var her og så det');
  await keyboard.keys('Enter');
  await expect(strip(page)).toContainText('Kari var her og så det');
  await keyboard.isOn(/^Ikke fortell: Sendingsnummer/);
}

async function deliverAndInvoice(page: Page): Promise<void> {
  const keyboard = new Keyboard(page);
  const window = new MainWindow(page);
  await keyboard.press('Shift+Tab', 'Flere valg');
  await keyboard.press('ArrowDown', 'Lever produkter');
  await window.shows(/^Lever produkter/);
  await keyboard.isOn('Skann produkter');
  await keyboard.go('Tab', `Levert, ${tent}`);
  await keyboard.type('1');
  await keyboard.press('Shift+Tab', 'Skriv ut og oppdater lager');
  await window.shows('Lager');

  await openOrder(page, kari.name);
  await keyboard.press('Tab', 'Fakturer');
  await keyboard.isOn('Fakturer og lag restordre');
  await keyboard.keys('Enter');
  await expect(strip(page)).toContainText('Resten kommer som restordre');
  await expect(window.dialog()).toBeHidden();
  // Fakturer is gone with the invoice
  await keyboard.isOn(/^Skriv ut pakkseddel/);
  expect(await sentencesOf(strip(page))).toEqual([
    'Ordrestatus: Fakturert (før: Under behandling).',
    `Resten kommer som restordre ${kari.webOrderNo} / rest 1.`,
    'Pakkseddelen til ordren din er skrevet ut.',
    'Sendingsnummer: 7012 (Posten).',
    `${jacket}: 2 av 3 er levert (før: 0), det kommer ikke mer på denne ordren.`,
    `${tent}: alle 2 er levert (før: 0).`,
  ]);
}
