import type { ErasedAccount } from '../../shared/my-page/protocol.ts';
import { writeAudit } from '../audit/audit-store.ts';
import { readCounter } from '../db/counter-store.ts';
import type { WriteTx } from '../db/store.ts';
import { forgetPersonInEnquiries, hasOrdersToFetch } from '../enquiries/forget-person-store.ts';
import { forgetHistoriesOf } from '../histories/history-store.ts';
import { keepOnlyPapers } from '../histories/paper-store.ts';
import { forgetPersonOfOrders } from '../orders/forget-person-service.ts';
import { type Account, deleteAccount, findAccount, findAccountByDesktopId } from './account-store.ts';
import { deleteContactChoice } from './contact-choice-store.ts';
import { readDetails } from './details-store.ts';
import { deleteRegistrationsOf } from './registration-store.ts';

export type EraseOutcome = 'erased' | 'orders-not-fetched';

/**
 * Erases an account whose customer the desktop has erased (GDPR article 17): account, contact details, sessions and
 * links go; the site's own copies of its orders and enquiries keep numbers and amounts. Unknown and erased before are the
 * same. It waits while an order is still to be fetched: the shop needs to know who ordered.
 */
export async function eraseAccount(tx: WriteTx, erased: ErasedAccount, now: Date): Promise<EraseOutcome> {
  const account = await findErased(tx, erased);
  if (account === null) return 'erased';
  if (await hasOrdersToFetch(tx, account.id, await readCounter(tx, 'enquiry-confirmed'))) return 'orders-not-fetched';
  const { known, proposed } = await readDetails(tx, account.id);
  const emails = [account.email, known?.email ?? '', proposed?.customer.email ?? ''];
  await forgetPersonInEnquiries(tx, { siteAccountId: account.id, emails });
  await forgetPersonOfOrders(tx, account.id);
  await deleteRegistrationsOf(tx, emails);
  for (const orderId of await forgetHistoriesOf(tx, erased.accountId)) await keepOnlyPapers(tx, orderId, []);
  if (account.contactId !== null) await deleteContactChoice(tx, account.contactId);
  // Sessions, links and details go with it
  await deleteAccount(tx, account.id);
  await writeAudit(tx, 'account-erased', { at: now, accountId: account.id });
  return 'erased';
}

async function findErased(tx: WriteTx, { accountId, siteAccountId }: ErasedAccount): Promise<Account | null> {
  const published = await findAccountByDesktopId(tx, accountId);
  if (published || siteAccountId === null) return published;
  const registered = await findAccount(tx, siteAccountId);
  // Another account of the desktop's is not this customer's to erase
  return registered?.desktopAccountId === null ? registered : null;
}
