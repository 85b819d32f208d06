import { join } from 'node:path';
import { kari } from '../../tests/support/e2e-shop.ts';
import { expect, type Guide } from './guide.ts';
import { type Scene, shopOf } from './scene.ts';

const runLimitMs = 60_000;

async function run(on: Guide): Promise<void> {
  await on.goTo(on.t('frame:navigation.getWebsiteData'));
  await on.press(on.t('e-commerce:websiteData.start'));
  await expect(on.button(on.t('e-commerce:websiteData.finish'))).toBeVisible({ timeout: runLimitMs });
}

/** Backups, and what happens when an older file comes back after customers were told from a newer one. */
export const companyFileScenes: readonly Scene[] = [
  {
    name: 'backed-up',
    show: async (on, { folder }) => {
      const path = join(folder, 'fjellbutikken backup.orderbud');
      await on.goTo(on.t('frame:navigation.orders'));
      await on.answerFileDialogs(path);
      await on.command('file.back-up');
      await expect(on.page.getByText(on.t('frame:company.backedUp', { path })).last()).toBeVisible();
    },
  },
  {
    name: 'restore-backup',
    show: async (on, stage) => {
      await on.goTo(on.t('frame:navigation.getWebsiteData'));
      await on.pressForDialog(on.t('e-commerce:decisions.itArrived'));
      await on.inDialog(on.t('e-commerce:decisions.itArrived')).click();
      await expect(on.window.dialog()).toBeHidden();
      await on.openOrder(kari.webOrderNo);
      await on.tab(on.t('orders:tab.freight'));
      await on.page.getByRole('combobox', { name: on.t('orders:freight.carrier'), exact: true }).fill('Posten');
      await on.page
        .getByRole('textbox', { name: on.t('orders:freight.shippingNo'), exact: true })
        .fill('70300012345678');
      await on.page.keyboard.press('Enter');
      await run(on);
      await expect.poll(() => shopOf(stage).mails.length).toBeGreaterThan(1);
      await on.command('file.restore');
      await on.press(on.t('set-up:backup.otherFile'));
      await expect(on.window.dialog().getByRole('region', { name: on.t('set-up:backup.preview') })).toBeVisible();
    },
  },
  {
    name: 'restored-backup',
    show: async (on) => {
      await on.command('file.restore');
      await on.press(on.t('set-up:backup.otherFile'));
      await on.press(on.t('set-up:backup.restore'));
      await expect(on.page.getByText(on.t('set-up:older.title')).first()).toBeVisible({ timeout: runLimitMs });
    },
  },
  {
    name: 'restored-backup-heard',
    show: async (on) => {
      await on.pressForDialog(on.t('set-up:older.heard'));
      await expect(on.window.dialog().getByText(on.t('set-up:older.heardLead'))).toBeVisible();
    },
  },
  {
    name: 'restored-backup-question',
    show: (on) => on.pressForDialog(on.t('set-up:older.note')),
  },
  {
    name: 'recent-companies',
    show: async (on) => {
      await on.command('file.open-recent');
      await expect(on.page.getByRole('region', { name: on.t('frame:start.recent') })).toBeVisible();
    },
  },
];

/** A company file that came to a computer whose keychain knows nothing of it. */
export const newComputerScenes: readonly Scene[] = [
  {
    name: 'missing-secrets',
    show: (on) => expect(on.window.dialog()).toBeVisible({ timeout: runLimitMs }),
  },
];
