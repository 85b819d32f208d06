import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kari } from '../support/e2e-shop.ts';
import { gravesIn } from '../support/graves.ts';
import { expect, test } from '../support/shop-test.ts';
import { MainWindow } from './pages/main-window.ts';
import { OrdersPage, typeAndLeave } from './pages/orders-page.ts';
import { WebsiteDataPage } from './pages/website-data-page.ts';
import { WebsiteSettingsPage } from './pages/website-settings-page.ts';

test('texts are completed by keyboard and checked while typing; a faulty one is never stored, a good one is mailed', async ({
  page,
  shop,
}) => {
  test.slow();
  const settings = new WebsiteSettingsPage(page);
  const orders = new OrdersPage(page);
  const websiteData = new WebsiteDataPage(page);
  const above = settings.statusText('Text above the changes');
  const list = page.getByRole('listbox', { name: 'Placeholders for Text above the changes' });
  await settings.open('Settings Webshop');
  await expect(settings.sample().getByText('Hello Kari Nordmann,')).toBeVisible();

  await test.step('two braces offer the placeholders; arrows and Enter write one', async () => {
    await above.fill('');
    await above.pressSequentially('Dear {{ na');
    await expect(list.getByRole('option')).toHaveText([/^customer_name/, /^website_name/, /^company_name/]);
    await expect(list.getByRole('option', { selected: true })).toHaveText(/^customer_name.*the customer’s name/);
    expect(await gravesIn(page)).toEqual([]);
    await above.press('ArrowDown');
    await expect(above).toHaveAttribute('aria-activedescendant', /-1$/);
    await above.press('ArrowUp');
    await above.press('Enter');
    await expect(list).toBeHidden();
    await expect(above).toHaveValue('Dear {{ customer_name }}');
    await expect(settings.sample().getByText('Dear Kari Nordmann', { exact: true })).toBeVisible();
  });

  await test.step('Ctrl+Space offers them anywhere; Esc closes the list and nothing else', async () => {
    await above.press('Control+Space');
    await expect(list.getByRole('option')).toHaveCount(6);
    await above.press('Escape');
    await expect(list).toBeHidden();
    await expect(above).toHaveValue('Dear {{ customer_name }}');
  });

  await test.step('a fault is told with its place before it is left, and the sample keeps what is sent', async () => {
    await above.press('Control+End');
    await above.pressSequentially(',\nnews of {{ ordre }}');
    await expect(settings.statusTexts().getByText(/^Line 2, column 12: this placeholder does not exist/)).toBeVisible();
    await expect(settings.sample().getByText('Hello Kari Nordmann,')).toBeVisible();
    await page.getByRole('button', { name: 'Show the place' }).click();
    await expect(above).toBeFocused();
    expect(
      await above.evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd)),
    ).toBe('ordre');
    await settings.statusText('Text below the changes').focus();
    await expect(settings.statusTexts().getByText(/^Not saved\. Line 2, column 12/)).toBeVisible();
    expect(await gravesIn(page)).toEqual([]);
    await expect(page.getByText('The built-in text is sent until you write your own.')).toBeVisible();
    await above.focus();
    await above.press('Escape');
    await expect(above).toHaveValue(/^Hello \{\{ customer_name \}\}/);
  });

  await test.step('an own text stands in the mail that goes out', async () => {
    await above.fill('Dear {{ customer_name }},\n\n{{ order_numbers }} moved on <b>today</b>.');
    await settings.statusText('Subject').fill('{{ website_name }}: {{ order_numbers }}');
    await settings.statusText('Text below the changes').focus();
    await expect(page.getByText('Your own text is sent.')).toBeVisible();
    await expect(settings.sample().getByText('W-8841 moved on <b>today</b>.')).toBeVisible();
    await orders.markPicked(kari.webOrderNo);
    await websiteData.open();
    expect(await websiteData.run()).toMatchObject({ 'Accepted by the mail server': 1 });
    const mail = shop.mails.at(-1)?.parsed;
    expect(mail?.subject).toBe(`Fjellbutikken: ${kari.webOrderNo}`);
    expect(mail?.text).toContain(`Dear Kari Nordmann,\n\n${kari.webOrderNo} moved on <b>today</b>.`);
    expect(mail?.html).toContain('moved on &lt;b&gt;today&lt;/b&gt;.');
  });

  await test.step('the built-in text comes back when it is asked for', async () => {
    await settings.open('Settings Webshop');
    await page.getByRole('button', { name: 'Use the built-in text again' }).click();
    await new MainWindow(page).dialog().getByRole('button', { name: 'Use the built-in text again' }).click();
    await expect(page.getByText('The built-in text is sent until you write your own.')).toBeVisible();
    await expect(above).toHaveValue(/^Hello \{\{ customer_name \}\}/);
  });
});

test('logo and colour are seen in the sample, and travel in the mail', async ({ page, shop }) => {
  test.slow();
  const settings = new WebsiteSettingsPage(page);
  const websiteData = new WebsiteDataPage(page);
  const support = join(import.meta.dirname, '..', 'support');
  const inSample = settings.sample().getByRole('img', { name: 'Fjellbutikken' });
  await settings.open('Settings Webshop');

  await test.step('a picture too large for mails is refused in words, and none stands there', async () => {
    await settings.chooseLogo(join(support, '..', '..', 'build', 'icon.png'));
    await expect(new MainWindow(page).alert()).toContainText('The logo is larger than 16 kB');
    await expect(inSample).toBeHidden();
  });

  await test.step('a good one stands in the sample', async () => {
    await settings.chooseLogo(join(support, 'shop-logo.png'));
    await expect(page.getByRole('img', { name: 'Logo in e-mails' })).toBeVisible();
    await expect(inSample).toBeVisible();
    expect(await inSample.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(380);
  });

  await test.step('a colour is typed or picked, and a wrong one is not stored', async () => {
    const colour = page.getByRole('textbox', { name: 'Colour', exact: true });
    await typeAndLeave(colour, 'green');
    await expect(page.getByText('Six digits after #')).toBeVisible();
    await typeAndLeave(colour, '#ffee00');
    const card = settings.sample().locator('.card');
    await expect(card).toHaveCSS('border-top-color', 'rgb(255, 238, 0)');
    await page.getByLabel('Choose the colour').fill('#7a1fa2');
    await expect(card).toHaveCSS('border-top-color', 'rgb(122, 31, 162)');
    await expect(colour).toHaveValue('#7a1fa2');
    expect(await gravesIn(page)).toEqual([]);
  });

  await test.step('both are in the mail, and nothing of it is loaded from anywhere', async () => {
    await new OrdersPage(page).markPicked(kari.webOrderNo);
    await websiteData.open();
    expect(await websiteData.run()).toMatchObject({ 'Accepted by the mail server': 1 });
    const mail = shop.mails.at(-1)?.parsed;
    expect(mail?.attachments).toMatchObject([{ contentType: 'image/png', related: true }]);
    expect(mail?.attachments[0]?.content).toEqual(readFileSync(join(support, 'shop-logo.png')));
    expect(mail?.html).toContain('border-top:4px solid #7a1fa2');
    expect(mail?.html).not.toMatch(/(src|url\()=?"?https?:/);
  });
});

test('prices are shown as chosen: in the example, the sample, the mail and on My page', async ({ page, shop }) => {
  test.slow();
  const settings = new WebsiteSettingsPage(page);
  const websiteData = new WebsiteDataPage(page);
  const choose = async (label: string, choice: string) => {
    await settings.prices().getByRole('combobox', { name: label }).selectOption({ label: choice });
  };
  const example = settings.prices().getByRole('status');
  expect(await shop.readMyPage()).toContain('incl. VAT');
  await settings.open('Settings Webshop');
  await expect(settings.prices().getByRole('textbox', { name: 'Price prefix' })).toHaveValue('NOK');
  await expect(example).toHaveText(/NOK\s1,234,567\.50 · NOK\s49\.95/);

  await typeAndLeave(settings.prices().getByRole('textbox', { name: 'Price prefix' }), '');
  await typeAndLeave(settings.prices().getByRole('textbox', { name: 'Price suffix' }), 'kr');
  await choose('Incl./Excl. VAT', 'Excl. VAT');
  await choose('Decimal symbol', 'Comma');
  await choose('Thousand separator', 'Space');
  await choose('No. of decimals', '1');
  await choose('Rounding type', 'Down');
  await expect(example).toHaveText(/^1\s234\s567,5\skr · 49,9\skr$/);
  await expect(settings.sample().getByText(/^Order total: 3\s918,0\skr excl\. VAT$/)).toBeVisible();
  expect(await gravesIn(page)).toEqual([]);

  await new OrdersPage(page).markPicked(kari.webOrderNo);
  await websiteData.open();
  expect(await websiteData.run()).toMatchObject({ 'Accepted by the mail server': 1 });
  const told = /^Order total: (.*) excl\. VAT$/m.exec(shop.mails.at(-1)?.parsed.text ?? '')?.[1] ?? 'no total';
  expect(told).toMatch(/^[\d\s]+,\d\skr$/);
  const onMyPage = await shop.readMyPage();
  expect(onMyPage).toContain('excl. VAT');
  expect(onMyPage.replaceAll(/\s+/g, ' ')).toContain(told.replaceAll(/\s+/g, ' '));
  expect(onMyPage).not.toContain('NOK');

  // My page's own shop has it with Update Website, which ends the run
  const inShop = (await (await fetch(`${shop.myPage.url}/shop`)).text()).replaceAll('\u00a0', ' ');
  expect(inShop).toMatch(/\d,\d kr<span class="quiet">excl\. VAT/);
});

test.describe(() => {
  test.use({ shopOptions: { language: 'fi' } });

  test('a language is added word by word; half written its mails are held, complete they go in it', async ({
    page,
    shop,
  }) => {
    test.slow();
    const settings = new WebsiteSettingsPage(page);
    const websiteData = new WebsiteDataPage(page);
    const texts = settings.statusTexts();
    const words = texts.getByRole('region', { name: 'Headings, statuses and sentences' });
    await new OrdersPage(page).markPicked(kari.webOrderNo);
    await settings.open('Settings Webshop');
    await expect(page.getByRole('region', { name: 'Languages without texts' })).toBeVisible();

    await test.step('it begins after a built-in language, with everything missing', async () => {
      await page.getByRole('button', { name: 'Add language…' }).click();
      const dialog = new MainWindow(page).dialog();
      await dialog.getByRole('combobox', { name: 'Language', exact: true }).selectOption({ label: 'Finnish' });
      await dialog.getByRole('combobox', { name: 'Write after the texts in' }).selectOption({ label: 'English' });
      await dialog.getByRole('button', { name: 'Add language' }).click();
      await expect(texts.getByText(/^\d\d texts are missing\./)).toBeVisible();
      await expect(texts.getByRole('combobox', { name: 'Language of these texts' })).toHaveValue('fi');
    });

    await test.step('a word is checked while it is typed, and its placeholders are offered', async () => {
      const date = words.getByRole('textbox', {
        name: '{{ name }}: expected delivery {{ now }} (no date was known before).',
      });
      await date.pressSequentially('{{ na');
      await expect(words.getByRole('option', { selected: true })).toHaveText(/^name.*the product/);
      await date.press('Enter');
      await expect(words.getByText(/every one of these has to be shown.*\{\{ name \}\}, \{\{ now \}\}/)).toBeVisible();
      await date.pressSequentially(' tulee {{ now }}');
      await date.press('Enter');
      await expect(date).not.toHaveAttribute('aria-invalid', 'true');
      await typeAndLeave(words.getByRole('textbox', { name: 'Status', exact: true }), 'Tila');
      await expect(settings.sample().getByText('Tila:')).toBeVisible();
      expect(await gravesIn(page)).toEqual([]);
    });

    await test.step('half written, Kari’s mail is held', async () => {
      await websiteData.open();
      expect(await websiteData.run()).toMatchObject({ 'Mails planned': 0 });
      await settings.open('Settings Webshop');
      await texts.getByRole('combobox', { name: 'Language of these texts' }).selectOption('fi');
    });

    await test.step('what is the same in both languages is taken over with a click', async () => {
      const takeOver = words.getByRole('button', { name: /^Take over: / });
      await typeAndLeave(
        words.getByRole('textbox', { name: 'Your order has been picked in our warehouse.' }),
        'Tilauksenne on kerätty.',
      );
      await expect(words.getByRole('textbox', { name: 'Your order has been picked in our warehouse.' })).toHaveValue(
        /kerätty/,
      );
      await expect(words.getByRole('button', { name: /^Take over: Your order has been picked/ })).toHaveCount(0);
      for (let left = await takeOver.count(); left > 0; left -= 1) {
        await takeOver.first().click();
        await expect(takeOver).toHaveCount(left - 1);
      }
      await typeAndLeave(settings.statusText('Subject'), 'Uutta: {{ order_numbers }}');
      await typeAndLeave(settings.statusText('Text above the changes'), 'Hei {{ customer_name }}!');
      await expect(texts.getByText(/^Every text is written/)).toBeVisible();
      await expect(page.getByRole('region', { name: 'Languages without texts' })).toBeHidden();
    });

    await test.step('complete, it is what Kari gets', async () => {
      await websiteData.open();
      expect(await websiteData.run()).toMatchObject({ 'Accepted by the mail server': 1 });
      const mail = shop.mails.at(-1)?.parsed;
      expect(mail?.subject).toBe(`Uutta: ${kari.webOrderNo}`);
      expect(mail?.html).toContain('<html lang="fi">');
      expect(mail?.text).toContain('Tilauksenne on kerätty.');
      expect(await shop.readMyPage()).toContain('Tilauksenne on kerätty.');
    });
  });
});
