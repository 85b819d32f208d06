import type {
  AccountMailLook,
  AccountMailsView,
  AccountMailTextView,
  AccountMailTyped,
  SaveAccountMailText,
} from '../../../shared/account-mails.ts';
import { AppError } from '../../../shared/errors.ts';
import { type Language, languages, languageTags } from '../../../shared/language.ts';
import {
  type AccountMailWords,
  accountMailPlaceholders,
  accountMailTexts,
} from '../../../shared/my-page/account-mail-texts.ts';
import {
  type AccountMailKind,
  type AccountMailText,
  accountMailKinds,
  accountMailsWithLink,
} from '../../../shared/my-page/protocol.ts';
import type { CommandContext } from '../db/context.ts';
import type { ReadDb, WriteTx } from '../db/database.ts';
import { logAction } from '../logging/log-store.ts';
import {
  checkAccountMailText,
  findAccountMailFault,
  renderAccountMail,
  sampleValues,
} from '../mail/account-mail-text.ts';
import { ownAccountMailTexts, removeAccountMailText, storeAccountMailText, websiteName } from './account-mail-store.ts';

type TextRef = { readonly websiteId: number; readonly mail: AccountMailKind; readonly language: Language };

/** Every mail about accounts in every language, as it is sent. @throws AppError 'not-found' */
export function readAccountMails(db: ReadDb, websiteId: number): AccountMailsView {
  const shop = websiteName(db, websiteId);
  if (shop === undefined) throw new AppError('not-found', { what: 'website' });
  const own = ownAccountMailTexts(db, websiteId);
  const view = (mail: AccountMailKind, language: Language): AccountMailTextView => {
    const { subject, text, isOwn } = sentText(own, { mail, language });
    const sample = renderAccountMail({ subject, text }, sampleValues(mail, shop));
    return { mail, language, subject, text, isOwn, sample };
  };
  return {
    placeholders: accountMailPlaceholders,
    kinds: accountMailKinds.map((mail) => ({ mail, needsLink: accountMailsWithLink.includes(mail) })),
    texts: accountMailKinds.flatMap((mail) => languages.map((language) => view(mail, language))),
  };
}

/** What is wrong with a text that somebody is writing, and what a customer would read. Stores nothing. @throws AppError 'not-found' */
export function lookAtAccountMail(db: ReadDb, typed: AccountMailTyped): AccountMailLook {
  const shop = websiteName(db, typed.websiteId);
  if (shop === undefined) throw new AppError('not-found', { what: 'website' });
  const fault = findAccountMailFault(typed.mail, typed);
  const shown = fault === null ? typed : sentText(ownAccountMailTexts(db, typed.websiteId), typed);
  return { fault, sample: renderAccountMail(shown, sampleValues(typed.mail, shop)) };
}

function sentText(
  own: readonly AccountMailText[],
  { mail, language }: Pick<TextRef, 'mail' | 'language'>,
): AccountMailWords & { readonly isOwn: boolean } {
  const written = own.find((text) => text.mail === mail && text.language === language);
  return { ...(written ?? builtInText(mail, language)), isOwn: written !== undefined };
}

function builtInText(mail: AccountMailKind, language: Language): AccountMailWords {
  return accountMailTexts[builtInLanguages[language]][mail];
}

/** My page calls Norwegian by its tag. */
const builtInLanguages = languageTags as Readonly<Record<Language, keyof typeof accountMailTexts>>;

/**
 * Stores what staff wrote; a text that equals the built-in one is that one.
 * @throws AppError 'text-faulty' with the place of the fault, 'not-found'; then nothing is stored
 */
export function saveAccountMailText(tx: WriteTx, context: CommandContext, input: SaveAccountMailText): void {
  const { websiteId, mail, language } = input;
  if (websiteName(tx, websiteId) === undefined) throw new AppError('not-found', { what: 'website' });
  const present = sentText(ownAccountMailTexts(tx, websiteId), input);
  const { subject = present.subject, text = present.text } = input;
  checkAccountMailText(mail, { subject, text });
  const builtIn = builtInText(mail, language);
  if (builtIn.subject === subject && builtIn.text === text) {
    returnToBuiltInText(tx, context, input);
    return;
  }
  storeAccountMailText(tx, { websiteId, mail, language, subject, text });
  logAction(tx, context, { what: 'account-mail-text-saved', details: { websiteId, mail, language } });
}

/** Forgets what staff wrote. */
export function returnToBuiltInText(
  tx: WriteTx,
  context: CommandContext,
  { websiteId, mail, language }: TextRef,
): void {
  if (removeAccountMailText(tx, { websiteId, mail, language }))
    logAction(tx, context, { what: 'account-mail-text-removed', details: { websiteId, mail, language } });
}
