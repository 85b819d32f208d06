import { expect } from './guide.ts';
import type { Scene } from './scene.ts';

const customer = 'Emily Hartley';
/** The same person, typed in by somebody who did not search first. */
const double = 'E. Hartley';

/** View - Contacts and View - Products. */
export const registerScenes: readonly Scene[] = [
  { name: 'products', show: (on) => on.goTo(on.t('frame:navigation.products')) },
  {
    name: 'products-change',
    show: async (on) => {
      await on.selectRows(3);
      await on.pressForDialog(on.t('common:change.action'));
    },
  },
  {
    name: 'product',
    show: async (on) => {
      await on.goTo(on.t('frame:navigation.products'));
      await on.openRow('1002', /\D/);
      await expect(on.page.getByLabel(on.t('products:field.barCode'))).toBeVisible();
    },
  },
  {
    name: 'new-product',
    show: async (on) => {
      await on.goTo(on.t('frame:navigation.products'));
      await on.press(on.t('products:new.title'));
      await on.window.shows(on.t('products:new.title'));
    },
  },
  { name: 'contacts', show: (on) => on.goTo(on.t('frame:navigation.contacts')) },
  {
    name: 'contacts-menu',
    show: async (on) => {
      await on.selectRows(2);
      await on.page.getByRole('row').nth(2).getByRole('gridcell').nth(1).click({ button: 'right' });
      await expect(on.page.getByRole('menu')).toBeVisible();
    },
  },
  {
    name: 'contacts-change',
    show: async (on) => {
      await on.selectRows(2);
      await on.pressForDialog(on.t('common:change.action'));
    },
  },
  {
    name: 'contact',
    show: async (on) => {
      await on.goTo(on.t('frame:navigation.contacts'));
      await on.openRow(customer, customer);
    },
  },
  { name: 'contact-settings', show: (on) => on.tab(on.t('contacts:tabs.settings')) },
  { name: 'contact-orders', show: (on) => on.tab(on.t('contacts:tabs.orders')) },
  {
    name: 'contact-merge-with',
    show: (on) => on.pressForDialog(on.t('contacts:merge.with')),
  },
  {
    name: 'contact-erase',
    show: async (on) => {
      await on.pressForDialog(on.t('contacts:erase.action'));
      await expect(on.window.dialog().getByText(on.t('contacts:erase.stays'))).toBeVisible();
    },
  },
  {
    name: 'contact-website-account',
    show: async (on) => {
      await on.goTo(on.t('frame:navigation.contacts'));
      await on.page.getByRole('searchbox').fill('Marchetti');
      await on.openRow('Marchetti', /Marchetti/);
      await on.tab(on.t('contacts:tabs.settings'));
      await on.pressForDialog(on.t('contacts:account.addOnWebsite'));
    },
  },
  {
    name: 'new-contact',
    show: async (on) => {
      await on.goTo(on.t('frame:navigation.contacts'));
      await on.page.getByRole('searchbox').fill('');
      await on.press(on.t('contacts:new.title'));
      await on.window.shows(on.t('contacts:new.title'));
      await on.page.getByLabel(on.t('contacts:field.name'), { exact: true }).fill(double);
    },
  },
  {
    name: 'contact-with-double',
    show: async (on) => {
      await on.press(on.t('contacts:new.create'));
      await on.window.shows(double);
      const email = on.page.getByLabel(on.t('contacts:field.email'), { exact: true });
      await email.fill('emily.hartley@mail.example');
      await email.press('Tab');
      await expect(on.page.getByText(on.t('contacts:doubles.found', { count: 1 }))).toBeVisible();
    },
  },
  {
    name: 'contacts-merge',
    show: async (on) => {
      await on.pressForDialog(
        new RegExp(`^${on.t('contacts:doubles.compare', { name: customer, signs: '' }).slice(0, 12)}`),
      );
      await expect(on.window.dialog().getByText(on.t('contacts:merge.forGood'))).toBeVisible();
    },
  },
];
