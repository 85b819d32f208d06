import { randomUUID } from 'node:crypto';
import { readCounter } from '../db/counter-store.ts';
import type { WriteTx } from '../db/store.ts';
import { insertEnquiry } from '../enquiries/enquiry-store.ts';
import type { Site } from '../site/site.ts';
import { findAccount, findAccountsOfContact, updateAccount } from './account-store.ts';
import { readContactChoice, writeContactChoice } from './contact-choice-store.ts';

export type ChosenSettings = { readonly orderStatusMails: boolean; readonly language: string };

/** Stores what a customer chose under My settings, and tells the desktop what differs. */
export async function changeSettings(site: Site, accountId: string, chosen: ChosenSettings): Promise<void> {
  await site.store.write(async (tx) => {
    const account = await findAccount(tx, accountId);
    if (!account) return;
    const orderStatusMails = account.orderStatusMails === chosen.orderStatusMails ? null : chosen.orderStatusMails;
    const language = account.language === chosen.language ? null : chosen.language;
    if (orderStatusMails === null && language === null) return;
    const whose = { siteAccountId: account.id, contactId: null };
    const settingsNumber = await tellDesktop(tx, site, { ...whose, orderStatusMails, language });
    await updateAccount(tx, { ...account, ...chosen, settingsNumber });
    if (account.contactId !== null && orderStatusMails !== null) {
      await writeContactChoice(tx, { contactId: account.contactId, orderStatusMails, settingsNumber });
    }
  });
}

/**
 * Stops order status e-mails for a contact, by the signed link of a mail. Asked again before the desktop has fetched
 * the first wish, it adds nothing; asked again later it does, since staff may have changed it meanwhile.
 */
export async function optOutContact(site: Site, contactId: string): Promise<void> {
  await site.store.write(async (tx) => {
    const former = await readContactChoice(tx, contactId);
    const isUnderWay = former !== null && former.settingsNumber > (await readCounter(tx, 'enquiry-confirmed'));
    if (isUnderWay && !former.orderStatusMails) return;
    const choice = { orderStatusMails: false, language: null };
    const settingsNumber = await tellDesktop(tx, site, { siteAccountId: null, contactId, ...choice });
    await writeContactChoice(tx, { contactId, orderStatusMails: false, settingsNumber });
    for (const account of await findAccountsOfContact(tx, contactId)) {
      await updateAccount(tx, { ...account, orderStatusMails: false, settingsNumber });
    }
  });
}

function tellDesktop(
  tx: WriteTx,
  site: Site,
  choice: {
    readonly siteAccountId: string | null;
    readonly contactId: string | null;
    readonly orderStatusMails: boolean | null;
    readonly language: string | null;
  },
): Promise<number> {
  return insertEnquiry(tx, { kind: 'customer-settings', id: randomUUID(), at: site.now().toISOString(), ...choice });
}
