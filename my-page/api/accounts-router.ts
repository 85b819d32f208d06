import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  type OneTimeLinkAnswer,
  type PublishAccountsAnswer,
  publishAccounts,
  uuid,
} from '../../shared/my-page/protocol.ts';
import { findAccountByDesktopId } from '../accounts/account-store.ts';
import { eraseAccount } from '../accounts/erase-account-service.ts';
import { insertOneTimeLink } from '../accounts/one-time-link-store.ts';
import { publishAccount } from '../accounts/publish-accounts-service.ts';
import { writeAudit } from '../audit/audit-store.ts';
import type { Site } from '../site/site.ts';
import { daysAfter } from '../site/time.ts';
import { ApiError, parseInput } from './api-error.ts';
import { keyOf } from './authorise.ts';
import { endpoints } from './endpoints.ts';
import { addRoute } from './route.ts';

const linkValidDays = 7;
const accountPath = z.object({ accountId: uuid });

/** Accounts as the desktop publishes them, and links for setting a password. */
export function registerAccountRoutes(app: FastifyInstance, site: Site): void {
  addRoute(app, site, endpoints.putAccounts, async (request): Promise<PublishAccountsAnswer> => {
    const { accounts } = parseInput(publishAccounts, request.body);
    const answer = await site.store.write(async (tx) => {
      const results: PublishAccountsAnswer['results'] = [];
      for (const published of accounts) {
        if ('erased' in published) {
          const { accountId, siteAccountId } = published;
          const isErased = (await eraseAccount(tx, published, site.now())) === 'erased';
          results.push({
            accountId,
            siteAccountId,
            ...(isErased ? { outcome: 'stored' } : { outcome: 'rejected', reason: 'orders-not-fetched' }),
          });
          continue;
        }
        const outcome = await publishAccount(tx, published, site.now().toISOString());
        results.push({
          accountId: published.accountId,
          siteAccountId: outcome.siteAccountId,
          outcome: outcome.kind,
          ...(outcome.kind === 'rejected' && { reason: outcome.reason }),
          ...(outcome.kind === 'older' && { version: outcome.version }),
        });
      }
      return { results };
    });
    site.mails.poke();
    return answer;
  });

  addRoute(app, site, endpoints.postOneTimeLink, async (request): Promise<OneTimeLinkAnswer> => {
    const { accountId } = parseInput(accountPath, request.params);
    const expiresAt = daysAfter(site.now(), linkValidDays);
    const token = await site.store.write(async (tx) => {
      const account = await findAccountByDesktopId(tx, accountId);
      if (!account) throw new ApiError(404, 'account-unknown', 'No account with this id was published here.');
      if (account.status !== 'approved')
        throw new ApiError(409, 'account-not-approved', 'The account is not approved.');
      const keyId = keyOf(request).id;
      await writeAudit(tx, 'password-link-made', { at: site.now(), accountId: account.id, keyId });
      return insertOneTimeLink(tx, account.id, { purpose: 'set-password', expiresAt });
    });
    return { url: `${site.publicUrl()}/set-password/${token}`, expiresAt };
  });
}
