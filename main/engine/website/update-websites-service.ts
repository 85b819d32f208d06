import type { UpdateWebsiteReport } from '../../../shared/enquiries.ts';
import { AppError } from '../../../shared/errors.ts';
import { all } from '../db/database.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { CompanyAccess } from './company-access.ts';
import { connectorFor } from './connect-service.ts';
import { updateWebsite } from './update-website-service.ts';

export type NamedUpdateReport = UpdateWebsiteReport & { readonly websiteId: number; readonly websiteName: string };

/**
 * Update Website for one website or all in turn; one failing stops no other.
 * @throws AppError the first failure, with the website's name, after all were tried
 */
export async function updateWebsites(
  company: CompanyAccess,
  secrets: Secrets,
  options: { readonly websiteId?: number | undefined; readonly signal?: AbortSignal },
): Promise<readonly NamedUpdateReport[]> {
  const websites = all<{ id: number; name: string }>(
    company.db,
    'SELECT id, name FROM website WHERE @websiteId IS NULL OR id = @websiteId ORDER BY id',
    { websiteId: options.websiteId ?? null },
  );
  if (websites.length === 0) throw new AppError('not-found', { what: 'website' });
  const reports: NamedUpdateReport[] = [];
  let failure: AppError | null = null;
  for (const { id: websiteId, name: websiteName } of websites) {
    try {
      const connector = await connectorFor({ db: company.db, secrets }, websiteId);
      const { signal } = options;
      const report = await updateWebsite(company, {
        websiteId,
        connector,
        ...(signal === undefined ? {} : { signal }),
      });
      reports.push({ ...report, websiteId, websiteName });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      failure ??= new AppError(error.code, { ...error.details, website: websiteName }, { cause: error });
    }
  }
  if (failure !== null) throw failure;
  return reports;
}
