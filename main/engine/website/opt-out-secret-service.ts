import { AppError } from '../../../shared/errors.ts';
import { get, run } from '../db/database.ts';
import type { CompanyAccess } from './company-access.ts';
import type { WebsiteConnector } from './website-connector.ts';

/**
 * Keeps the secret that signs opt-out links in mails, so that the site honours them (domain.md 9.14). The site makes
 * it once; it is asked for only while none is kept. Where it cannot be had now, nothing else is held up: mails go out
 * without the link and the next run asks again.
 */
export async function takeOptOutSecret(
  company: CompanyAccess,
  options: {
    readonly websiteId: number;
    readonly connector: Pick<WebsiteConnector, 'optOutSecret'>;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<void> {
  const { websiteId } = options;
  const row = get<{ secret: string }>(
    company.db,
    'SELECT opt_out_secret AS secret FROM website WHERE id = @websiteId',
    {
      websiteId,
    },
  );
  if (row?.secret !== '') return;
  const secret = await askFor(options.connector, options.signal);
  if (secret === null) return;
  company.command((tx) =>
    run(tx, 'UPDATE website SET opt_out_secret = @secret WHERE id = @websiteId', { websiteId, secret }),
  );
}

async function askFor(
  connector: Pick<WebsiteConnector, 'optOutSecret'>,
  signal: AbortSignal | undefined,
): Promise<string | null> {
  try {
    return await connector.optOutSecret(signal);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
