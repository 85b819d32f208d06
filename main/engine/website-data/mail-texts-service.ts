import { type Language, languages } from '../../../shared/language.ts';
import {
  type MailTextSource,
  type MailTextsLook,
  type MailTextsTyped,
  type MailTextsView,
  mailTextPlaces,
  type SaveMailTexts,
} from '../../../shared/status-mail-texts.ts';
import type { CommandContext } from '../db/context.ts';
import type { ReadDb, WriteTx } from '../db/database.ts';
import { logAction } from '../logging/log-store.ts';
import { builtInMailTexts, checkMailText, findMailTextFaults, parseMailTexts } from '../mail/mail-texts.ts';
import { orderWithThreeChanges, sampleModel, sampleTotals } from '../mail/sample-mails.ts';
import { renderStatusMail } from '../mail/status-mail.ts';
import { mailWebsite, shownTotal } from './compose-mail.ts';
import { type MailSettings, readMailSettings } from './mail-setting-store.ts';
import { removeMailTexts, storeMailTexts } from './mail-text-store.ts';

type TextRef = { readonly websiteId: number; readonly language: Language };

/** The texts of order status e-mails in every language, as they are sent. @throws AppError 'not-found' */
export function readMailTexts(db: ReadDb, websiteId: number): readonly MailTextsView[] {
  const settings = readMailSettings(db, websiteId);
  return languages.map((language) => ({
    language,
    ...sentTexts(settings, language),
    isOwn: settings.texts.has(language),
  }));
}

/**
 * What is wrong with texts that somebody is writing, and the mail that customers would get: rendered as a real one, of a
 * made-up order. Stores nothing. @throws AppError 'not-found'
 */
export function lookAtMailTexts(db: ReadDb, typed: MailTextsTyped): MailTextsLook {
  const { websiteId, language } = typed;
  const settings = readMailSettings(db, websiteId);
  const faults = findMailTextFaults(typed);
  const sent = sentTexts(settings, language);
  const isFaulty = (place: string) => faults.some((fault) => fault.place === place);
  const [subject, above, below] = mailTextPlaces.map((place) => (isFaulty(place) ? sent : typed)[place]);
  const texts = { subject: subject ?? '', above: above ?? '', below: below ?? '' };
  return { faults, sample: renderStatusMail(sampleOf(settings, language, texts)) };
}

function sampleOf(settings: MailSettings, language: Language, texts: MailTextSource) {
  const { companyName, companyCurrency: currency } = settings;
  const total = shownTotal(settings, { ...sampleTotals, currency }, language);
  const model = sampleModel(language, [{ ...orderWithThreeChanges(language), total }]);
  return { ...model, website: mailWebsite(settings), companyName, texts: parseMailTexts(texts) };
}

function sentTexts(settings: MailSettings, language: Language): MailTextSource {
  return settings.texts.get(language) ?? builtInMailTexts(language);
}

/**
 * Stores what staff wrote; texts that equal the built-in ones are those.
 * @throws AppError 'text-faulty' with the place of the fault, 'not-found'; then nothing is stored
 */
export function saveMailTexts(tx: WriteTx, context: CommandContext, input: SaveMailTexts): void {
  const { websiteId, language } = input;
  const sent = sentTexts(readMailSettings(tx, websiteId), language);
  const { subject = sent.subject, above = sent.above, below = sent.below } = input;
  const texts = { subject, above, below };
  for (const place of mailTextPlaces) checkMailText(place, texts[place]);
  const builtIn = builtInMailTexts(language);
  if (mailTextPlaces.every((place) => builtIn[place] === texts[place])) {
    returnToBuiltInTexts(tx, context, input);
    return;
  }
  storeMailTexts(tx, { websiteId, language, ...texts });
  logAction(tx, context, { what: 'mail-texts-saved', details: { websiteId, language } });
}

/** Forgets what staff wrote in a language. */
export function returnToBuiltInTexts(tx: WriteTx, context: CommandContext, { websiteId, language }: TextRef): void {
  if (removeMailTexts(tx, { websiteId, language }))
    logAction(tx, context, { what: 'mail-texts-removed', details: { websiteId, language } });
}
