import { kari, lars } from '../../tests/support/e2e-shop.ts';
import { expect, type Guide } from './guide.ts';
import { type Scene, shopOf } from './scene.ts';

const runLimitMs = 60_000;

async function markPicked(on: Guide, webOrderNo: string): Promise<void> {
  await on.openOrder(webOrderNo);
  await on.tab(on.t('orders:tab.miscellaneous'));
  await on.page.getByRole('checkbox', { name: on.t('orders:miscellaneous.picked') }).click();
  const next = on.page.getByRole('region', { name: on.t('e-commerce:strip.nextTitle') });
  await expect(next.getByRole('listitem')).not.toHaveCount(0);
}

function uncertain(on: Guide) {
  return on.page.getByRole('region', { name: on.t('e-commerce:decisions.uncertain') });
}

/** A run in which one mail gets lost, one address is refused, and two enquiries need a look. */
export const comparisonScenes: readonly Scene[] = [
  {
    name: 'mail-decisions',
    show: async (on, stage) => {
      const shop = shopOf(stage);
      await expect(on.window.heading()).toHaveText(on.t('orders:list.title'), { timeout: runLimitMs });
      await markPicked(on, kari.webOrderNo);
      await markPicked(on, lars.webOrderNo);
      await shop.placeOrder('W-2001', { name: 'K. Nordmann', email: kari.email, city: 'Bergen', postcode: '5003' });
      await shop.placeOrder('W-2002', { name: 'Ingrid Moen', email: 'ingrid.moen@customer.example', city: 'Oslo' });
      await shop.proposeDetails({ addressLine1: 'Havnegata 3', postcode: '5003', city: 'Bergen' });
      await shop.register({ name: 'Tore Vik', email: 'tore.vik@customer.example' });
      await shop.askForDeletion();
      shop.letMailServer({
        onRecipient: (address) => (address === lars.email ? { reply: '550 5.1.1 No such user here' } : undefined),
        onMessage: () => 'cut',
      });
      await on.goTo(on.t('frame:navigation.getWebsiteData'));
      await on.press(on.t('e-commerce:websiteData.start'));
      await expect(on.button(on.t('e-commerce:websiteData.finish'))).toBeVisible({ timeout: runLimitMs });
      shop.letMailServer({});
      await on.press(on.t('e-commerce:websiteData.finish'));
      await expect(uncertain(on)).toBeVisible();
    },
  },
  {
    name: 'mail-decision-question',
    show: (on) => on.pressForDialog(on.t('e-commerce:decisions.tellAnew')),
  },
  {
    name: 'order-held',
    show: (on) => on.openOrder(kari.webOrderNo),
  },
  {
    name: 'comparison-list',
    show: async (on) => {
      await on.goTo(on.t('frame:navigation.getWebsiteData'));
      await on.press(on.t('e-commerce:websiteData.compareEnquiries'));
      await on.window.shows(on.t('e-commerce:comparison.title'));
    },
  },
  {
    name: 'comparison-detail',
    show: async (on) => {
      await on.row('W-2001').click();
      await expect(on.window.dialog()).toBeVisible();
    },
  },
  {
    name: 'comparison-registration',
    show: async (on) => {
      await on.row(new RegExp(`^${on.t('e-commerce:enquiryKind.registration')}`)).click();
      await expect(on.window.dialog()).toBeVisible();
    },
  },
  {
    name: 'comparison-changed-details',
    show: async (on) => {
      await on.row(new RegExp(`^${on.t('e-commerce:enquiryKind.changed-details')}`)).click();
      await expect(on.window.dialog()).toBeVisible();
    },
  },
  {
    name: 'comparison-message',
    show: async (on) => {
      await on.row(new RegExp(`^${on.t('e-commerce:enquiryKind.activity')}`)).click();
      await expect(on.window.dialog().getByText(on.t('e-commerce:enquiry.additionalInfo')).first()).toBeVisible();
    },
  },
  {
    name: 'contact-activities',
    show: async (on) => {
      await on.row(new RegExp(`^${on.t('e-commerce:enquiryKind.activity')}`)).click();
      await on.inDialog(on.t('e-commerce:enquiry.import')).click();
      await expect(on.window.dialog()).toBeHidden();
      await on.goTo(on.t('frame:navigation.contacts'));
      await on.openRow(kari.name, kari.name);
      await on.tab(on.t('contacts:tabs.activities'));
    },
  },
];
