import { cleanName } from '../../shared/my-page/clean-text.ts';
import type { AccountMailSettings, SiteSettings } from '../../shared/my-page/protocol.ts';
import { type Account, findAccount, isUsable } from '../accounts/account-store.ts';
import { findRegistration } from '../accounts/registration-store.ts';
import type { ReadDb } from '../db/store.ts';
import { readFoundOrder } from '../guests/guest-order-store.ts';
import { readSiteSettings } from '../site/site-settings-store.ts';
import { readAccountMailSettings } from './account-mail-settings-store.ts';
import type { QueuedMail } from './account-mail-store.ts';
import { greetingName } from './greeting-name.ts';
import { isMailAddress } from './mail-address.ts';
import type { MailServer } from './mail-server.ts';

/** A queued mail with all that its text is made of, but the link. */
export type PreparedMail = {
  readonly mail: QueuedMail;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  /** Whose mail it is: the same as `to`, but for a copy. */
  readonly email: string;
  readonly name: string;
  readonly order: string;
  readonly site: SiteSettings;
  readonly settings: AccountMailSettings;
};

type Receiver = { readonly email: string; readonly name: string; readonly order: string };

/**
 * Looks up whom a queued mail goes to, as things stand now. Null when it need not go any more: the account is gone, its
 * status is another by now, a password was chosen meanwhile, or nobody can be mailed at that address.
 */
export async function prepareMail(
  db: ReadDb,
  mail: QueuedMail,
  serverFrom: MailServer['from'],
): Promise<PreparedMail | null> {
  const settings = await readAccountMailSettings(db);
  const site = await readSiteSettings(db);
  const from = senderOf(settings, site, serverFrom);
  const receiver = await receiverOf(db, mail);
  if (receiver === null || from === null) return null;
  const to = mail.isCopy ? settings.copyTo : receiver.email.trim();
  if (!isMailAddress(to)) return null;
  const name = greetingName(receiver.name, receiver.email);
  return { mail, from, to, email: receiver.email.trim(), name, order: cleanName(receiver.order, 60), site, settings };
}

/** Who mails come from, or null where neither the shop nor My page's own settings say. */
export function senderOf(
  settings: AccountMailSettings,
  site: SiteSettings,
  serverFrom: MailServer['from'],
): PreparedMail['from'] | null {
  const address = settings.senderAddress || serverFrom?.address;
  if (!address) return null;
  return { name: settings.senderName || serverFrom?.name || site.siteName, address };
}

async function receiverOf(db: ReadDb, mail: QueuedMail): Promise<Receiver | null> {
  if (mail.guest !== null) return guestReceiver(db, mail.guest);
  return mail.registrationId === null ? accountReceiver(db, mail) : registrationReceiver(db, mail.registrationId);
}

/** Null once it is confirmed, or too old. */
async function registrationReceiver(db: ReadDb, id: string): Promise<Receiver | null> {
  const registration = await findRegistration(db, id);
  return registration && { email: registration.customer.email, name: registration.customer.name, order: '' };
}

async function accountReceiver(db: ReadDb, mail: QueuedMail): Promise<Receiver | null> {
  const account = mail.accountId === null ? null : await findAccount(db, mail.accountId);
  if (!account || !(mail.isCopy || isStillMeant(mail, account))) return null;
  return { email: account.email, name: account.name, order: '' };
}

async function guestReceiver(db: ReadDb, guest: NonNullable<QueuedMail['guest']>): Promise<Receiver | null> {
  const order = await readFoundOrder(db, guest);
  return order === null ? null : { email: order.email, name: order.name, order: order.webOrderNo };
}

function isStillMeant(mail: QueuedMail, account: Account): boolean {
  switch (mail.kind) {
    case 'pending':
    case 'declined':
      return account.status === mail.kind;
    case 'approved':
      return isUsable(account);
    case 'invitation':
      return account.passwordHash === null && isLinkAllowed(mail, account);
    case 'reset':
      return isLinkAllowed(mail, account);
    case 'password-changed':
      return true;
    case 'guest-order':
    case 'confirm-email':
      return false;
  }
}

/** An account that its owner has closed is opened again by the shop only. */
function isLinkAllowed({ isAskedByShop }: QueuedMail, account: Account): boolean {
  return isAskedByShop ? account.status === 'approved' : isUsable(account);
}
