import type { PasswordMailAsked } from '../../../shared/account-mails.ts';
import { AppError, assertNever } from '../../../shared/errors.ts';
import { logAction } from '../logging/log-store.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { storeAccountMailsAnswer } from './account-mail-store.ts';
import type { CompanyAccess } from './company-access.ts';
import { connectorFor } from './connect-service.ts';
import { type AccountToMail, markUnpublished, readAccountToMail, storePasswordMail } from './password-mail-store.ts';
import type { PasswordMailRefusal } from './website-connector.ts';

/**
 * Lets My page mail a customer a link to choose a password: an invitation where none was chosen yet. Nobody else sees the
 * link (domain.md 9.28). Only for an account that the website holds as it stands here: else the link would go to an
 * address that staff have just corrected.
 *
 * @throws AppError 'account-not-approved', 'account-not-published', 'my-page-no-mail-server', 'website-mails-no-links',
 * 'not-found'; as `connectorFor` and the connector do
 */
export async function sendPasswordMail(
  company: CompanyAccess,
  secrets: Pick<Secrets, 'get'>,
  accountId: number,
): Promise<PasswordMailAsked> {
  const account = readAccountToMail(company.db, accountId);
  if (account === undefined) throw new AppError('not-found', { what: 'account' });
  checkIsPublished(account);
  const connector = await connectorFor({ db: company.db, secrets }, account.websiteId);
  const outcome = await connector.sendPasswordMail(account.publicId);
  if (outcome.kind !== 'asked') return refuse(company, { accountId, account, refusal: outcome.kind });
  const { mail, to } = outcome;
  company.command((tx, context) => {
    storePasswordMail(tx, context, { accountId, mail, to });
    storeAccountMailsAnswer(tx, account.websiteId, 'can-send');
    logAction(tx, context, { what: 'password-mail-asked', details: { accountId, mail } });
  });
  return { mail, to };
}

function checkIsPublished({ status, email, publishedStatus, publishedEmail }: AccountToMail): void {
  if (status !== 'approved') throw new AppError('account-not-approved');
  if (publishedStatus !== 'approved' || publishedEmail !== email) throw new AppError('account-not-published');
}

type Refused = {
  readonly accountId: number;
  readonly account: AccountToMail;
  readonly refusal: PasswordMailRefusal;
};

/** Keeps what the website's refusal says about it, and words it as a failure. */
function refuse(company: CompanyAccess, { accountId, account, refusal }: Refused): never {
  switch (refusal) {
    case 'mail-not-set-up':
      company.command((tx) => storeAccountMailsAnswer(tx, account.websiteId, 'no-mail-server'));
      throw new AppError('my-page-no-mail-server');
    case 'account-unknown':
      company.command((tx) => markUnpublished(tx, accountId));
      throw new AppError('account-not-published');
    case 'account-not-approved':
      throw new AppError('account-not-approved', { reason: 'website' });
    case 'not-known':
      throw new AppError('website-mails-no-links');
    default:
      return assertNever(refusal, 'refusal of a password mail');
  }
}
