import type { z } from 'zod';
import type { AccountMailsAnswer, PublishFailure, UpdateWebsiteReport } from '../../../shared/enquiries.ts';
import { AppError } from '../../../shared/errors.ts';
import {
  accountMailSettings,
  type PublishAccountsAnswer,
  publishedAccount,
  publishedProduct,
  siteSettings,
} from '../../../shared/my-page/protocol.ts';
import type { WriteTx } from '../db/database.ts';
import { ownAccountMailTexts, readAccountMailSender, storeAccountMailsAnswer } from './account-mail-store.ts';
import type { CompanyAccess } from './company-access.ts';
import { takeOptOutSecret } from './opt-out-secret-service.ts';
import { publishErasures } from './publish-erasures-service.ts';
import { publishOutcomes } from './publish-outcomes-service.ts';
import {
  countToPublish,
  type DueAccount,
  dueAccounts,
  overtakeSite,
  readSiteSettings,
  storeAccountAnswer,
  webProducts,
} from './update-website-store.ts';
import type { WebsiteConnector } from './website-connector.ts';

const itemsPerRequest = 500;

export type UpdateWebsiteOptions = {
  readonly websiteId: number;
  readonly connector: Pick<
    WebsiteConnector,
    | 'publishAccounts'
    | 'eraseAccounts'
    | 'publishOutcomes'
    | 'publishProducts'
    | 'publishSiteSettings'
    | 'publishAccountMails'
    | 'optOutSecret'
  >;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, due: number) => void;
};

type Work = UpdateWebsiteOptions & { readonly company: CompanyAccess };
type Published = { readonly published: number; readonly failures: readonly PublishFailure[] };

/**
 * Update Website (domain.md 9.27): site settings, sender and texts of account mails, account changes, products with web
 * stock; erased customers and rejected orders. Texts go before accounts, since publishing an account may send one. What a
 * site took is stored per batch, so a stop leaves only the rest due. An item that cannot be published is named and holds up
 * no other.
 *
 * @throws AppError as the connector does, 'not-found' for an unknown website
 */
export async function updateWebsite(
  company: CompanyAccess,
  options: UpdateWebsiteOptions,
): Promise<UpdateWebsiteReport> {
  const work: Work = { ...options, company };
  let report: UpdateWebsiteReport = { accounts: 0, products: 0, siteSettings: false, accountMails: null, failures: [] };
  const due = countToPublish(company.db, options.websiteId);
  const add = (part: Partial<UpdateWebsiteReport>): void => {
    report = { ...report, ...part, failures: [...report.failures, ...(part.failures ?? [])] };
    options.onProgress?.(Math.min(report.accounts + report.products + report.failures.length, due), due);
  };
  await takeOptOutSecret(company, options);
  add(await publishSettings(work));
  add(await publishAccountMails(work));
  // Before accounts: an address that an erased customer had is free for another one
  add({ failures: await publishErasures(company, options) });
  await publishAccounts(work, ({ published, failures }) => add({ accounts: report.accounts + published, failures }));
  await publishProducts(work, ({ published, failures }) => add({ products: report.products + published, failures }));
  await publishOutcomes(company, options);
  return report;
}

async function publishSettings({ company, websiteId, connector, signal }: Work): Promise<Partial<UpdateWebsiteReport>> {
  const settings = readSiteSettings(company.db, websiteId);
  if (settings === undefined) throw new AppError('not-found', { what: 'website' });
  const parsed = siteSettings.safeParse(settings);
  if (!parsed.success)
    return { failures: [{ what: 'site-settings', name: settings.siteName, reason: faultOf(parsed.error) }] };
  await connector.publishSiteSettings(parsed.data, signal);
  return { siteSettings: true };
}

/** A site that words account mails itself knows no such call, which is no failure. */
async function publishAccountMails(work: Work): Promise<Partial<UpdateWebsiteReport>> {
  const { company, websiteId, connector, signal } = work;
  const sender = readAccountMailSender(company.db, websiteId);
  const parsed = accountMailSettings.safeParse({ ...sender, texts: ownAccountMailTexts(company.db, websiteId) });
  if (!parsed.success) return { failures: [{ what: 'account-mails', name: '', reason: faultOf(parsed.error) }] };
  const answer = await connector.publishAccountMails(parsed.data, signal);
  const accountMails: AccountMailsAnswer =
    answer === null ? 'not-known' : answer.canSend ? 'can-send' : 'no-mail-server';
  company.command((tx) => storeAccountMailsAnswer(tx, websiteId, accountMails));
  return { accountMails };
}

/**
 * A company file from a backup knows an account as it was before the site heard of it last. What the file says counts, so
 * it goes once more, now as the newest. What fails is tried again beside it, and named once.
 */
async function publishAccounts(work: Work, add: (part: Published) => void): Promise<void> {
  const first = await publishDueAccounts(work, add);
  const { failures } = first.isOvertaken ? await publishDueAccounts(work, add) : first;
  add({ published: 0, failures });
}

type DuePass = {
  readonly failures: readonly PublishFailure[];
  /** The site held a newer version of some account. */
  readonly isOvertaken: boolean;
};

async function publishDueAccounts(work: Work, add: (part: Published) => void): Promise<DuePass> {
  const { company, websiteId, signal } = work;
  const failures: PublishFailure[] = [];
  let afterId = 0;
  let isOvertaken = false;
  for (;;) {
    const due = dueAccounts(company.db, { websiteId, afterId, limit: itemsPerRequest });
    const last = due.at(-1);
    if (last === undefined) return { failures, isOvertaken };
    const { good, failures: faulty } = sortOut(due, 'account', publishedAccount);
    const accounts = good.map((account) => publishedAccount.parse(account));
    if (accounts.length > 0) {
      const answer = await work.connector.publishAccounts(accounts, signal);
      const stored = company.command((tx) => storeAnswers(tx, good, answer));
      isOvertaken ||= stored.isOvertaken;
      failures.push(...stored.failures);
      add({ published: stored.published, failures: [] });
    }
    failures.push(...faulty);
    afterId = last.id;
  }
}

function storeAnswers(
  tx: WriteTx,
  sent: readonly DueAccount[],
  answer: PublishAccountsAnswer,
): Published & { isOvertaken: boolean } {
  const results = new Map(answer.results.map((result) => [result.accountId, result]));
  const failures: PublishFailure[] = [];
  let published = 0;
  let isOvertaken = false;
  for (const account of sent) {
    const result = results.get(account.accountId);
    if (result?.outcome === 'stored') {
      storeAccountAnswer(tx, { ...account, siteAccountId: result.siteAccountId });
      published += 1;
    } else if (result?.outcome === 'older' && result.version !== undefined) {
      overtakeSite(tx, account.id, result.version);
      isOvertaken = true;
    } else {
      const reason = result === undefined ? 'not-answered' : (result.reason ?? 'rejected').slice(0, 200);
      failures.push({ what: 'account', name: account.name, reason });
    }
  }
  return { published, failures, isOvertaken };
}

async function publishProducts(work: Work, add: (part: Published) => void): Promise<void> {
  const { company, websiteId, signal } = work;
  let afterId = 0;
  for (;;) {
    const page = webProducts(company.db, { websiteId, afterId, limit: itemsPerRequest });
    const last = page.at(-1);
    if (last === undefined) return;
    const { good, failures } = sortOut(page, 'product', publishedProduct);
    if (good.length > 0)
      await work.connector.publishProducts(
        good.map((product) => publishedProduct.parse(product)),
        signal,
      );
    add({ published: good.length, failures });
    afterId = last.id;
  }
}

/** One item that breaks the protocol would make the site refuse all that go with it, so it is taken out and named. */
function sortOut<Item extends { readonly name: string }>(
  items: readonly Item[],
  what: PublishFailure['what'],
  schema: z.ZodType,
): { readonly good: readonly Item[]; readonly failures: readonly PublishFailure[] } {
  const good: Item[] = [];
  const failures: PublishFailure[] = [];
  for (const item of items) {
    const parsed = schema.safeParse(item);
    if (parsed.success) good.push(item);
    else failures.push({ what, name: item.name, reason: faultOf(parsed.error) });
  }
  return { good, failures };
}

function faultOf(error: z.ZodError): string {
  return error.issues[0]?.path.join('.') ?? 'schema';
}
