import { expect } from './guide.ts';
import type { Scene } from './scene.ts';

/** Website Settings and the company settings. */
export const settingsScenes: readonly Scene[] = [
  {
    name: 'website-settings',
    show: (on) => on.goTo(on.t('frame:navigation.websiteSettings'), on.t('settings:website.title')),
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
