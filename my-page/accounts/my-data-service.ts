import { readAllHistories } from '../histories/history-store.ts';
import { readWebOrdersOf } from '../orders/web-order-store.ts';
import type { Site } from '../site/site.ts';
import { readSiteSettings } from '../site/site-settings-store.ts';
import type { Account } from './account-store.ts';
import { readDetails } from './details-store.ts';
import { detailsOf } from './propose-details-service.ts';
import { readSecondFactor } from './second-factor-store.ts';
import { listSessions } from './session-store.ts';

/** Everything the site keeps of a customer, but for secrets (GDPR articles 15 and 20): to be saved as JSON. */
export async function collectMyData(site: Site, account: Account, sessionToken: string) {
  const { read } = site.store;
  const now = site.now();
  const details = await readDetails(read, account.id);
  const sessions = await listSessions(read, account.id, { token: sessionToken, now });
  const { siteName } = await readSiteSettings(read);
  return {
    madeAt: now.toISOString(),
    site: { name: siteName, address: site.publicUrl() },
    account: {
      id: account.id,
      email: account.email,
      status: account.status,
      contactDetails: detailsOf(account, details),
      proposedContactDetails: details.proposed && { at: details.proposed.at, ...details.proposed.customer },
    },
    secondFactorSince: (await readSecondFactor(read, account.id))?.madeAt ?? null,
    settings: { language: account.language, orderStatusMails: account.orderStatusMails },
    sessions: sessions.map(({ device, seenAt }) => ({ ...device, seenAt })),
    orders: account.desktopAccountId === null ? [] : await readAllHistories(read, account.desktopAccountId),
    ordersPlacedHere: await readWebOrdersOf(read, account.id),
  };
}
