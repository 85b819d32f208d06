import type { PublishFailure } from '../../../shared/enquiries.ts';
import { all, type ReadDb, run } from '../db/database.ts';
import type { CompanyAccess } from './company-access.ts';
import type { WebsiteConnector } from './website-connector.ts';

const erasuresPerRequest = 500;

export type ErasuresWork = {
  readonly websiteId: number;
  readonly connector: Pick<WebsiteConnector, 'eraseAccounts'>;
  readonly signal?: AbortSignal | undefined;
};

type Erasure = { readonly accountId: string; readonly siteAccountId: string | null };

/**
 * Tells a website which accounts' customers were erased; it forgets them (GDPR article 17). One that it cannot erase yet
 * is named and told again next time.
 *
 * @throws AppError as the connector does
 */
export async function publishErasures(company: CompanyAccess, work: ErasuresWork): Promise<readonly PublishFailure[]> {
  const failures: PublishFailure[] = [];
  let after = '';
  for (;;) {
    const due = erasuresDue(company.db, work.websiteId, after);
    const last = due.at(-1);
    if (last === undefined) return failures;
    const { results } = await work.connector.eraseAccounts(due, work.signal);
    const erased = results.filter(({ outcome }) => outcome === 'stored').map(({ accountId }) => accountId);
    company.command((tx) =>
      run(tx, 'DELETE FROM account_erasure WHERE account_public_id IN (SELECT value FROM json_each(@erased))', {
        erased: JSON.stringify(erased),
      }),
    );
    for (const { accountId } of due.filter((each) => !erased.includes(each.accountId))) {
      const reason = results.find((result) => result.accountId === accountId)?.reason ?? 'not-answered';
      // Who it was is no longer known here
      failures.push({ what: 'account', name: accountId, reason: reason.slice(0, 200) });
    }
    after = last.accountId;
  }
}

function erasuresDue(db: ReadDb, websiteId: number, after: string): readonly Erasure[] {
  return all<Erasure>(
    db,
    `SELECT account_public_id AS accountId, site_account_id AS siteAccountId FROM account_erasure
     WHERE website_id = @websiteId AND account_public_id > @after ORDER BY account_public_id LIMIT @limit`,
    { websiteId, after, limit: erasuresPerRequest },
  );
}
