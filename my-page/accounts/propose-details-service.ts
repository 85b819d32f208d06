import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { WebsiteCustomer } from '../../shared/my-page/protocol.ts';
import { writeAudit } from '../audit/audit-store.ts';
import { insertEnquiry } from '../enquiries/enquiry-store.ts';
import type { Site } from '../site/site.ts';
import { type Account, findAccount } from './account-store.ts';
import { type AccountDetails, readDetails, writeDetails } from './details-store.ts';
import { type Allowance, takeTry } from './throttle-store.ts';

const perAccount: Allowance = { tries: 10, withinMinutes: 24 * 60 };

/** The details as the shop has them, as far as the site knows; name and address are those of the account. */
export function detailsOf(account: Pick<Account, 'name' | 'email'>, { known }: AccountDetails): WebsiteCustomer {
  const blank = { companyNo: '', contactPerson: '', phone: '', addressLine1: '', addressLine2: '', postcode: '' };
  return { ...blank, city: '', country: '', ...known, ...personOf(account) };
}

/** Who an account belongs to, within what an enquiry takes. */
export function personOf({ name, email }: Pick<Account, 'name' | 'email'>): Pick<WebsiteCustomer, 'name' | 'email'> {
  return { name: (name.trim() || email).slice(0, 200), email };
}

/**
 * Tells the desktop what a customer wants changed of his details; nothing changes here before the shop has decided
 * (domain.md 9.28). What is already so, or proposed already, is not told again.
 */
export async function proposeDetails(
  site: Site,
  accountId: string,
  changes: Partial<WebsiteCustomer>,
): Promise<'proposed' | 'nothing-new' | 'too-many-tries'> {
  return site.store.write(async (tx) => {
    const account = await findAccount(tx, accountId);
    if (!account) return 'nothing-new';
    const details = await readDetails(tx, accountId);
    const present = detailsOf(account, details);
    const customer = { ...present, ...changes };
    if (isDeepStrictEqual(customer, details.proposed?.customer ?? present)) return 'nothing-new';
    if (!(await takeTry(tx, `details-of:${accountId}`, perAccount, site.now()))) return 'too-many-tries';
    const at = site.now().toISOString();
    const enquiry = { id: randomUUID(), at, siteAccountId: accountId, customer };
    const number = await insertEnquiry(tx, { kind: 'changed-details', ...enquiry });
    await writeDetails(tx, accountId, { ...details, proposed: { customer, at, number } });
    await writeAudit(tx, 'details-proposed', { at: site.now(), accountId });
    return 'proposed';
  });
}
