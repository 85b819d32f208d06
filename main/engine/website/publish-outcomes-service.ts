import { all, type ReadDb, run, type WriteTx } from '../db/database.ts';
import type { CompanyAccess } from './company-access.ts';
import type { WebsiteConnector } from './website-connector.ts';

const outcomesPerRequest = 500;

export type OutcomesWork = {
  readonly websiteId: number;
  readonly connector: Pick<WebsiteConnector, 'publishOutcomes'>;
  readonly signal?: AbortSignal | undefined;
};

/**
 * Tells a website which orders staff rejected, so that its customers need not wait for them (domain.md 9.26). What the
 * site has not answered is told again with the next run; a site that does not know the question is left in peace.
 *
 * @throws AppError as the connector does
 */
export async function publishOutcomes(company: CompanyAccess, work: OutcomesWork): Promise<void> {
  for (;;) {
    const rejected = outcomesToTell(company.db, work.websiteId);
    if (rejected.length === 0) return;
    const outcomes = rejected.map(({ siteEnquiryId }) => ({ enquiryId: siteEnquiryId, outcome: 'rejected' as const }));
    if (!(await work.connector.publishOutcomes(outcomes, work.signal))) return;
    company.command((tx) =>
      markTold(
        tx,
        rejected.map(({ id }) => id),
      ),
    );
  }
}

type Rejected = { readonly id: number; readonly siteEnquiryId: string };

function outcomesToTell(db: ReadDb, websiteId: number): readonly Rejected[] {
  return all<Rejected>(
    db,
    `SELECT id, site_enquiry_id AS siteEnquiryId FROM enquiry
     WHERE state = 'rejected' AND kind = 'order' AND outcome_told = 0 AND website_id = @websiteId ORDER BY id LIMIT @limit`,
    { websiteId, limit: outcomesPerRequest },
  );
}

function markTold(tx: WriteTx, enquiryIds: readonly number[]): void {
  run(tx, 'UPDATE enquiry SET outcome_told = 1 WHERE id IN (SELECT value FROM json_each(@enquiryIds))', {
    enquiryIds: JSON.stringify(enquiryIds),
  });
}
