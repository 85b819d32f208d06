import type { NotToldReason } from '../../../shared/change.ts';
import { AppError } from '../../../shared/errors.ts';
import type { PreviewedMail, PreviewRow } from '../../../shared/website-data.ts';
import { get, type ReadDb } from '../db/database.ts';
import { type PlannedMail, type PlannedOrder, planMails } from '../ledger/plan-mails.ts';
import { codeOf } from '../mail/wording/mail-language.ts';
import { sentenceFor } from '../mail/wording/sentence-for.ts';
import type { OpenCompany } from '../session.ts';
import { freezeMail, MailComposer, wordingLanguage } from './compose-mail.ts';
import { type MailSettings, readMailSettings } from './mail-setting-store.ts';
import { planFor, planSettings } from './queue-mails-service.ts';
import { contactOfKey, frozenAsShown, keyOf, newsOf, type ShownMail } from './shown-mails.ts';
import { noteShown, readShown, readShownInWindows } from './shown-mails-service.ts';
import { listWebsites } from './website-store.ts';

/**
 * A draft of the next run, which fetches nothing: who is told what, and who is not and why. Changes nothing in the company;
 * what it shows is noted, so that the run can say what changed since. An order of which an option leaves something unsaid stands
 * here until a run has passed over it; afterwards the order itself says so.
 */
export function previewRun(company: OpenCompany): readonly PreviewRow[] {
  return listWebsites(company.db).flatMap((website) => {
    const settings = readMailSettings(company.db, website.id);
    const plan = planFor(company, website.id);
    const before = readShownInWindows(company, website.id);
    const shown = new Map(
      plan.mails.map((mail): readonly [string, ShownMail] => {
        const key = keyOf(mail);
        return [key, { news: newsOf(mail), frozen: before.get(key)?.frozen ?? null, mailId: null }];
      }),
    );
    noteShown(company, website.id, shown);
    const rows = { db: company.db, websiteName: website.name, settings };
    return [
      ...plan.mails.map((mail) => toldRow(mail, rows)),
      ...plan.orders.flatMap((planned) => notToldRows(planned, rows)),
    ];
  });
}

type RowsOf = { readonly db: ReadDb; readonly websiteName: string; readonly settings: MailSettings };

function toldRow(mail: PlannedMail, { db, websiteName, settings }: RowsOf): PreviewRow {
  return {
    key: keyOf(mail),
    websiteName,
    contactId: mail.contactId,
    customerName: contactName(db, mail.contactId),
    address: mail.address,
    language: codeOf(wordingLanguage(settings, mail.language) ?? 'en'),
    notTold: null,
    orders: mail.orders.map((planned) => previewedOrder(planned, planned.changes, settings)),
  };
}

/** Why parts of an order are not told, each with its changes: held ones, and what options of the rules leave unsaid. */
function notToldRows(planned: PlannedOrder, { db, websiteName, settings }: RowsOf): readonly PreviewRow[] {
  const { notTold, heldChanges, isFilteredAnew, contactId } = planned;
  const filtered = isFilteredAnew ? planned.filtered : [];
  const held = notTold ?? (heldChanges.length > 0 ? 'change-held' : null);
  const row = (reason: NotToldReason, orders: PreviewRow['orders']): PreviewRow => ({
    key: null,
    websiteName,
    contactId,
    customerName: contactName(db, contactId),
    address: null,
    language: codeOf(wordingLanguage(settings, planned.language) ?? 'en'),
    notTold: reason,
    orders,
  });
  const changes = held === 'change-held' || planned.isHeld ? heldChanges : planned.changes;
  const unsaid = filtered.map(({ change }) => change);
  return [
    ...(held === null ? [] : [row(held, [previewedOrder(planned, changes, settings)])]),
    ...(unsaid.length === 0
      ? []
      : [row('filtered', [{ ...previewedOrder(planned, unsaid, settings), why: filtered.map(({ why }) => why) }])]),
  ];
}

function previewedOrder(
  planned: PlannedOrder,
  changes: PlannedOrder['changes'],
  settings: MailSettings,
): PreviewRow['orders'][number] {
  const language = wordingLanguage(settings, planned.language) ?? 'en';
  return {
    orderId: planned.order.orderId,
    webOrderNo: planned.order.webOrderNo,
    changes,
    sentences: changes.map((change) => sentenceFor(change, { language })),
    why: [],
  };
}

function contactName(db: ReadDb, contactId: number): string {
  return get<{ name: string }>(db, 'SELECT name FROM contact WHERE id = @contactId', { contactId })?.name ?? '';
}

/**
 * One mail of the preview in the very bytes that the run sends, as long as it would read the same then.
 * @throws AppError 'not-found' when the customer would be told nothing any more; 'text-faulty' as composing does
 */
export async function previewMail(company: OpenCompany, key: string, given: PreviewMailParts): Promise<PreviewedMail> {
  const found = findPlanned(company, key);
  if (found === undefined) throw new AppError('not-found', { what: 'mail' });
  const { mail, settings } = found;
  const { websiteId } = mail;
  const worded = new MailComposer(company.db, settings, company.today()).word(mail);
  const { fingerprint } = worded;
  const known = readShown(company, { websiteId, now: given.now() }).get(key);
  const fresh = { randomId: given.newUuid(), at: given.now().toISOString() };
  const frozen = frozenAsShown(known, fingerprint) ?? (await freezeMail(company.db, worded, fresh));
  const shown = new Map(readShownInWindows(company, websiteId));
  noteShown(
    company,
    websiteId,
    shown.set(key, { news: newsOf(mail), frozen: { ...frozen, fingerprint }, mailId: null }),
  );
  return {
    subject: frozen.subject,
    address: mail.address,
    language: codeOf(wordingLanguage(settings, mail.language) ?? 'en'),
    html: frozen.html,
    plain: frozen.plain,
    messageSource: frozen.message.toString('utf8'),
  };
}

export type PreviewMailParts = { readonly newUuid: () => string; readonly now: () => Date };

function findPlanned(
  company: OpenCompany,
  key: string,
): { readonly mail: PlannedMail; readonly settings: MailSettings } | undefined {
  for (const { id: websiteId } of listWebsites(company.db)) {
    const contactId = contactOfKey(key, websiteId);
    if (contactId === null) continue;
    const { mails } = planMails(company.db, websiteId, planSettings(company, websiteId), contactId);
    const mail = mails.find((each) => keyOf(each) === key);
    if (mail !== undefined) return { mail, settings: readMailSettings(company.db, websiteId) };
  }
  return undefined;
}
