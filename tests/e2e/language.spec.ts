import type { Page } from '@playwright/test';
import { type MenuCommandId, menuPath } from '../../shared/menu-model.ts';
import { menuWords } from '../../shared/menu-words.ts';
import type { ProgramLanguage } from '../../shared/program-language.ts';
import { test as appTest } from '../support/electron.ts';
import { expect, test as shopTest } from '../support/shop-test.ts';
import { languageEnv, type StartedApp, startApp } from '../support/start-app.ts';
import { MainWindow, menuPlatform } from './pages/main-window.ts';

/** The labels of the native menu's top level, which the menu bar inside the window has too. */
function nativeMenu(app: StartedApp): Promise<readonly string[]> {
  return app.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? []);
}

/** Clicks through the menu bar, whose labels are in that language, to where a command stands. */
async function choose(page: Page, id: MenuCommandId, language: ProgramLanguage): Promise<void> {
  await new MainWindow(page).choose(...menuPath(id, menuPlatform, language));
}

/** The window is in that language: its menu bar is. */
async function speaks(page: Page, language: ProgramLanguage): Promise<void> {
  const view = menuWords[language].menus.view;
  await expect(page.getByRole('menubar').getByRole('menuitem', { name: view, exact: true })).toBeVisible();
}

/** What stands checked in View - Language. */
async function chosenLanguage(page: Page, language: ProgramLanguage): Promise<string> {
  const shown = new MainWindow(page);
  await shown.choose(...menuPath('view.language.en', menuPlatform, language).slice(0, -1));
  const name = await page.getByRole('menuitemradio', { checked: true }).innerText();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  return name;
}

appTest.describe('on a Norwegian computer', () => {
  appTest.use({ start: { env: languageEnv('nb_NO') } });

  appTest('the menu and the start screen are Norwegian', async ({ app, page }) => {
    await expect(page.getByRole('button', { name: 'Prøv demofirmaet' })).toBeVisible();
    await expect(page.getByText('Åpne en firmafil …')).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'nb');
    expect((await nativeMenu(app)).filter((label) => label !== 'Orderbud').slice(0, 4)).toEqual([
      'Fil',
      'Rediger',
      'Vis',
      'Hjelp',
    ]);
    expect(await page.evaluate(() => window.orderbud.locale)).toEqual({ language: 'nb', region: 'nb-NO' });
  });
});

shopTest.describe('View - Language', () => {
  shopTest.skip(menuPlatform === 'mac', 'on macOS the menu stands outside the window');

  shopTest(
    'changes the windows at once, and is found again at the next start',
    async ({ app, page, shop, userData }) => {
      await speaks(page, 'en');
      expect(await chosenLanguage(page, 'en')).toBe('As the computer');

      await choose(page, 'view.language.nb', 'en');
      await speaks(page, 'nb');
      expect(await nativeMenu(app)).toEqual(['Fil', 'Rediger', 'Vis', 'Hjelp']);
      expect(await chosenLanguage(page, 'nb')).toBe('Norsk bokmål');
      expect(await page.evaluate(() => window.orderbud.locale)).toEqual({ language: 'nb', region: 'en-GB' });

      await app.electron.close();
      const again = await startApp(userData, { args: [shop.companyPath] });
      try {
        await speaks(again.page, 'nb');
        await choose(again.page, 'view.language.system', 'nb');
        await speaks(again.page, 'en');
      } finally {
        await again.electron.close();
      }
    },
  );

  shopTest(
    'stores the field that is being edited before, and waits for one that cannot be stored',
    async ({ page }) => {
      const shown = new MainWindow(page);
      const name = page.getByLabel('Company name');
      const openCompany = async () => {
        await shown.command('view.settings.company.sales-and-invoicing');
        await page.getByRole('tab', { name: 'Company', exact: true }).click();
      };
      await openCompany();
      await name.fill('');
      await choose(page, 'view.language.nb', 'en');
      await expect(page.getByText('The language was not changed').first()).toBeVisible();
      await shown.shows('Company Settings for Sales and Invoicing');

      await name.fill('Fjellbutikken og sønner');
      await choose(page, 'view.language.nb', 'en');
      await speaks(page, 'nb');
      await choose(page, 'view.settings.company.sales-and-invoicing', 'nb');
      await page.getByRole('tab', { name: 'Firma', exact: true }).click();
      await expect(page.getByLabel('Firmanavn')).toHaveValue('Fjellbutikken og sønner');
    },
  );

  shopTest('does not open again what the command line named', async ({ page }) => {
    const shown = new MainWindow(page);
    await shown.command('file.open-recent');
    await expect(page.getByRole('region', { name: 'Recent companies' })).toBeVisible();
    await page.evaluate(() => window.orderbud.shell.chooseLanguage('nb'));
    await expect(page.getByRole('region', { name: 'Nylig brukte firmaer' })).toBeVisible();
  });
});
