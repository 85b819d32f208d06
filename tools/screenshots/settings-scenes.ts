import { join } from 'node:path';
import { expect, type Guide } from './guide.ts';
import type { Scene } from './scene.ts';

const logo = join(import.meta.dirname, '..', '..', 'tests', 'support', 'shop-logo.png');

async function chooseFinnish(on: Guide): Promise<void> {
  await on.press(on.t('settings:addedLanguage.add'));
  await expect(on.window.dialog()).toBeVisible();
  await on.window.dialog().getByRole('combobox').first().selectOption('fi');
}

/** Website Settings and the company settings. */
export const settingsScenes: readonly Scene[] = [
  {
    name: 'website-settings',
    show: (on) => on.goTo(on.t('frame:navigation.websiteSettings'), on.t('settings:website.title')),
  },
  {
    name: 'website-settings-options',
    show: async (on) => {
      const fold = (rule: 1 | 5 | 6 | 7) =>
        on.page.getByRole('button', { name: `– ${on.t(`e-commerce:rule.no${rule}.label`)}` });
      for (const rule of [1, 5, 6, 7] as const) await fold(rule).click();
      await fold(5).evaluate((button) => button.scrollIntoView({ block: 'start' }));
    },
  },
  {
    name: 'website-settings-before-mails',
    show: async (on) => {
      const guards = on.page.getByRole('region', { name: on.t('settings:guards.title') });
      await guards.evaluate((section) => section.scrollIntoView({ block: 'center' }));
    },
  },
  {
    name: 'website-settings-texts',
    show: async (on) => {
      const texts = on.page.getByRole('region', { name: on.t('settings:mailTexts.title') });
      const above = texts.getByRole('textbox', { name: on.t('settings:mailTexts.above') });
      await expect(texts.locator('iframe')).toBeVisible();
      await texts.evaluate((section) => section.scrollIntoView({ block: 'start' }));
      await above.click();
      await above.press('ControlOrMeta+End');
      await above.press('Control+Space');
      await expect(texts.getByRole('listbox')).toBeVisible();
    },
  },
  {
    name: 'website-settings-logo',
    show: async (on) => {
      const texts = on.page.getByRole('region', { name: on.t('settings:mailTexts.title') });
      await on.page.keyboard.press('Escape');
      await texts.locator('input[type="file"]').setInputFiles(logo);
      const shown = texts.getByRole('img', { name: on.t('settings:mailLook.logo') });
      await expect(shown).toBeVisible();
      await expect(texts.frameLocator('iframe').getByRole('img')).toBeVisible();
      await on.button(on.t('settings:company.removeLogo')).evaluate((each) => each.scrollIntoView({ block: 'end' }));
    },
  },
  {
    name: 'website-settings-add-language',
    show: chooseFinnish,
  },
  {
    name: 'website-settings-added-language',
    show: async (on) => {
      await chooseFinnish(on);
      await on.inDialog(on.t('settings:addedLanguage.addIt')).click();
      const words = on.page.getByRole('region', { name: on.t('settings:addedLanguage.words') });
      await expect(words.getByRole('textbox').first()).toBeVisible();
      const status = words.getByRole('textbox').nth(2);
      await status.fill('Tila');
      await status.press('Enter');
      await words.evaluate((section) => section.scrollIntoView({ block: 'start' }));
    },
  },
  {
    name: 'website-settings-prices',
    show: async (on) => {
      const prices = on.page.getByRole('region', { name: on.t('settings:prices.title') });
      await expect(prices.getByRole('textbox').first()).toBeVisible();
      await prices.evaluate((section) => section.scrollIntoView({ block: 'end' }));
    },
  },
  { name: 'website-settings-e-mail', show: (on) => on.tab(on.t('settings:website.tab.mail')) },
  {
    name: 'website-settings-e-mail-sign-in',
    show: async (on) => {
      await on.page.getByLabel(on.t('mail-server:auth.label')).selectOption('oauth2');
      await expect(on.button(on.t('mail-server:signIn.start'))).toBeVisible();
      await on.page
        .getByText(on.t('mail-server:limits.lead'))
        .evaluate((text) => text.scrollIntoView({ block: 'end' }));
    },
  },
  {
    name: 'website-settings-e-mail-check',
    show: async (on) => {
      await on.page.getByLabel(on.t('mail-server:auth.label')).selectOption('password');
      const selectors = on.page.getByLabel(on.t('mail-server:check.selectors'));
      await selectors.fill('key1');
      await selectors.press('Tab');
      await on.press(on.t('mail-server:check.start'));
      await expect(on.button(on.t('mail-server:check.again'))).toBeVisible();
      await on.button(on.t('mail-server:check.again')).evaluate((button) => button.scrollIntoView({ block: 'start' }));
    },
  },
  { name: 'website-settings-passwords', show: (on) => on.tab(on.t('settings:website.tab.passwords')) },
  {
    name: 'website-settings-mail-texts',
    show: async (on) => {
      const texts = on.page.getByRole('region', { name: on.t('settings:passwords.texts') });
      await expect(texts.getByRole('textbox').first()).toBeVisible();
      await texts.getByRole('combobox').first().selectOption('invitation');
      await texts.evaluate((section) => section.scrollIntoView({ block: 'start' }));
    },
  },
  { name: 'website-settings-website', show: (on) => on.tab(on.t('settings:website.tab.website')) },
  {
    name: 'company-settings',
    show: (on) => on.open('view.settings.company.sales-and-invoicing', on.t('settings:sales.title')),
  },
  { name: 'company-settings-printouts', show: (on) => on.tab(on.t('settings:sales.tab.printouts')) },
  { name: 'company-settings-export', show: (on) => on.tab(on.t('settings:sales.tab.export')) },
  { name: 'company-settings-freight', show: (on) => on.tab(on.t('settings:sales.tab.freight')) },
  { name: 'company-settings-company', show: (on) => on.tab(on.t('settings:sales.tab.company')) },
];
