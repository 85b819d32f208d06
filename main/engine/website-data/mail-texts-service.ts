import { AppError } from '../../../shared/errors.ts';
import { languages } from '../../../shared/language.ts';
import {
  type MailTextPlace,
  type MailTextSource,
  type MailTextsLook,
  type MailTextsTyped,
  type MailTextsView,
  mailTextPlaces,
  type SaveMailTexts,
} from '../../../shared/status-mail-texts.ts';
import type { TextFault } from '../../../shared/text-fault.ts';
import type { CommandContext } from '../db/context.ts';
import type { ReadDb, WriteTx } from '../db/database.ts';
import { logAction } from '../logging/log-store.ts';
import { readAddedLanguages, readCompleteLanguages } from '../mail/added-language-store.ts';
import { addedLanguageView, baseOf, type StoredLanguage, sampleLanguage, wordNamed } from '../mail/added-languages.ts';
import { removeMailTexts, storeMailTexts } from '../mail/mail-text-store.ts';
import { builtInMailTexts, checkMailText, findMailTextFaults, parseMailTexts } from '../mail/mail-texts.ts';
import { orderWithThreeChanges, sampleModel, sampleTotals } from '../mail/sample-mails.ts';
import { renderStatusMail } from '../mail/status-mail.ts';
import { findWordFault } from '../mail/wording/added-language.ts';
import type { MailLanguage } from '../mail/wording/mail-language.ts';
import { listWebsites } from '../settings/website-store.ts';
import { mailWebsite, shownTotal } from './compose-mail.ts';
import { type MailSettings, readMailSettings } from './mail-setting-store.ts';

type TextRef = { readonly websiteId: number; readonly language: string };

/** The texts of order status e-mails in every language, as they are sent. @throws AppError 'not-found' */
export function readMailTexts(db: ReadDb, websiteId: number): readonly MailTextsView[] {
  const settings = readMailSettings(db, websiteId);
  const view = (language: string, stored: StoredLanguage | null): MailTextsView => ({
    language,
    ...sentTexts(settings, language, stored),
    isOwn: settings.texts.has(language),
    added: stored === null ? null : addedLanguageView(stored, settings.texts.get(language)),
  });
  return [
    ...languages.map((language) => view(language, null)),
    ...readAddedLanguages(db, websiteId).map((stored) => view(stored.language, stored)),
  ];
}

/** Languages beyond the built-in ones that some website writes to its customers in. */
export function offeredLanguages(db: ReadDb): readonly string[] {
  const codes = listWebsites(db).flatMap(({ id }) => [...readCompleteLanguages(db, id).keys()]);
  return [...new Set(codes)].sort();
}

/**
 * What is wrong with texts that somebody is writing, and the mail that customers would get: rendered as a real one, of a
 * made-up order. What is faulty or not written yet is shown as it is sent now, or as the built-in language says it.
 * Stores nothing.
 * @throws AppError 'not-found'
 */
export function lookAtMailTexts(db: ReadDb, typed: MailTextsTyped): MailTextsLook {
  const { websiteId, language } = typed;
  const settings = readMailSettings(db, websiteId);
  const stored = storedLanguage(db, typed);
  const isWritten = (place: MailTextPlace) => stored === null || typed[place] !== '';
  const faults = findMailTextFaults(typed).filter(({ place }) =>
    mailTextPlaces.some((each) => each === place && isWritten(each)),
  );
  const isSound = (place: MailTextPlace) => isWritten(place) && !faults.some((fault) => fault.place === place);
  const sent = stored === null ? sentTexts(settings, language, null) : baseOf(stored);
  const shown = (place: MailTextPlace) => (isSound(place) ? typed : sent)[place];
  const texts = { subject: shown('subject'), above: shown('above'), below: shown('below') };
  const wordFault = stored === null ? null : faultOfWord(stored, typed.word);
  const spoken =
    stored === null ? builtIn(language) : sampleLanguage(stored, wordFault === null ? typed.word : undefined);
  return {
    faults: wordFault === null ? faults : [...faults, wordFault],
    sample: renderStatusMail(sampleOf(settings, spoken, texts)),
  };
}

function faultOfWord(stored: StoredLanguage, typed: MailTextsTyped['word']): TextFault | null {
  if (typed === undefined || typed.text === '') return null;
  const { word, base } = wordNamed(stored, typed.name);
  return findWordFault(word, typed.text, base);
}

function sampleOf(settings: MailSettings, language: MailLanguage, texts: MailTextSource) {
  const { companyName, companyCurrency: currency } = settings;
  const total = shownTotal(settings, { ...sampleTotals, currency }, language);
  const model = sampleModel(language, [{ ...orderWithThreeChanges(language), total }]);
  return { ...model, website: mailWebsite(settings), companyName, texts: parseMailTexts(texts) };
}

const nothing: MailTextSource = { subject: '', above: '', below: '' };

function sentTexts({ texts }: MailSettings, language: string, stored: StoredLanguage | null): MailTextSource {
  return texts.get(language) ?? (stored === null ? builtInMailTexts(builtIn(language)) : nothing);
}

/** @throws AppError 'not-found' for a language that is not built in */
function builtIn(code: string) {
  const found = languages.find((language) => language === code);
  if (found === undefined) throw new AppError('not-found', { what: 'language' });
  return found;
}

/** Null for a built-in language. @throws AppError 'not-found' when the website has no such language */
function storedLanguage(db: ReadDb, { websiteId, language }: TextRef): StoredLanguage | null {
  if (languages.some((each) => each === language)) return null;
  const stored = readAddedLanguages(db, websiteId).find((each) => each.language === language);
  if (stored === undefined) throw new AppError('not-found', { what: 'language' });
  return stored;
}

/**
 * Stores what staff wrote; texts that equal the built-in ones are those.
 * @throws AppError 'text-faulty' with the place of the fault, 'not-found'; then nothing is stored
 */
export function saveMailTexts(tx: WriteTx, context: CommandContext, input: SaveMailTexts): void {
  const { websiteId, language } = input;
  const stored = storedLanguage(tx, input);
  const sent = sentTexts(readMailSettings(tx, websiteId), language, stored);
  const { subject = sent.subject, above = sent.above, below = sent.below } = input;
  const texts = { subject, above, below };
  // What was stored before was checked then; of a language that is being added some may not be written yet
  for (const place of mailTextPlaces) if (input[place] !== undefined) checkMailText(place, texts[place]);
  const known = stored === null ? builtInMailTexts(builtIn(language)) : nothing;
  if (mailTextPlaces.every((place) => known[place] === texts[place])) {
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
