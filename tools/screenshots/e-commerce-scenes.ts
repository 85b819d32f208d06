import { expect } from './guide.ts';
import type { Scene } from './scene.ts';

const runLimitMs = 60_000;

/** A Get Website Data of the demo company, from what would be told to the mail in its inbox. */
export const eCommerceScenes: readonly Scene[] = [
  {
    name: 'get-website-data-before',
    show: async (on) => {
      await on.goTo(on.t('frame:navigation.getWebsiteData'));
      await expect(on.page.getByRole('region', { name: on.t('e-commerce:ready.told') })).toBeVisible();
    },
  },
  {
    name: 'preview-mail',
    show: async (on) => {
      const told = on.page.getByRole('region', { name: on.t('e-commerce:ready.told') });
      await told.getByRole('row').nth(1).click();
      await on.mailIsThere(/W-\d+/);
    },
  },
  {
    name: 'preview-hold',
    show: async (on) => {
      const told = on.page.getByRole('region', { name: on.t('e-commerce:ready.told') });
      await told.getByRole('row').nth(2).getByRole('checkbox').click();
      await on.press(on.t('e-commerce:preview.holdOrder'));
      await expect(on.window.dialog()).toBeVisible();
    },
  },
  {
    name: 'get-website-data',
    isInReadme: true,
    show: async (on) => {
      await on.press(on.t('e-commerce:websiteData.start'));
      await expect(on.button(on.t('e-commerce:websiteData.finish'))).toBeVisible({ timeout: runLimitMs });
      await expect(on.page.getByRole('region', { name: on.t('e-commerce:report.mails'), exact: true })).toBeVisible();
    },
  },
  {
    name: 'mail',
    show: async (on) => {
      const mails = on.page.getByRole('region', { name: on.t('e-commerce:report.mails'), exact: true });
      await mails.getByRole('row').nth(1).getByRole('button').last().click();
      await on.mailIsThere(/W-\d+/);
    },
  },
  { name: 'mail-log', show: (on) => on.goTo(on.t('frame:navigation.mailLog')) },
  { name: 'show-order-list', show: (on) => on.goTo(on.t('frame:navigation.orderList')) },
  {
    name: 'order-told',
    show: (on) => on.openOrder('W-8850'),
  },
  {
    name: 'update-website',
    show: async (on) => {
      await on.command('view.e-commerce.update-website');
      await expect(on.window.dialog()).toBeVisible();
    },
  },
  {
    name: 'demo-inbox',
    isInReadme: true,
    show: async (on) => {
      await on.command('help.demo-inbox');
      await on.mailIsThere(/W-\d+/);
    },
  },
  {
    name: 'support-bundle',
    show: async (on) => {
      await on.command('help.support-bundle');
      await expect(on.window.dialog().getByLabel(on.t('set-up:support.content'))).toBeVisible();
    },
  },
  {
    name: 'about',
    show: async (on) => {
      await on.command('help.about');
      await expect(on.window.dialog()).toBeVisible();
    },
  },
];
