import { AppError } from '../../../shared/errors.ts';
import { languageFor } from '../../../shared/language.ts';
import type { AddLanguage, SaveWord } from '../../../shared/status-mail-texts.ts';
import type { CommandContext } from '../db/context.ts';
import type { WriteTx } from '../db/database.ts';
import { logAction } from '../logging/log-store.ts';
import {
  deleteAddedLanguage,
  insertAddedLanguage,
  readAddedLanguages,
  storeWord,
} from '../mail/added-language-store.ts';
import { wordNamed } from '../mail/added-languages.ts';
import { removeMailTexts } from '../mail/mail-text-store.ts';
import { checkWord } from '../mail/wording/added-language.ts';
import { readMailSettings } from './mail-setting-store.ts';

type LanguageRef = { readonly websiteId: number; readonly language: string };

/** Begins a language of a website; nobody is written to in it until all of it is written. @throws AppError 'not-found', 'bad-input' for a built-in one */
export function addLanguage(tx: WriteTx, context: CommandContext, input: AddLanguage): void {
  const { websiteId, language, basedOn } = input;
  readMailSettings(tx, websiteId);
  if (languageFor(language) !== null) throw new AppError('bad-input', { field: 'language' });
  if (insertAddedLanguage(tx, input))
    logAction(tx, context, { what: 'mail-language-added', details: { websiteId, language, basedOn } });
}

/** Takes a language away with all that was written; mails in it are held again, or go in the substitute. */
export function removeLanguage(tx: WriteTx, context: CommandContext, { websiteId, language }: LanguageRef): void {
  if (!deleteAddedLanguage(tx, { websiteId, language })) return;
  removeMailTexts(tx, { websiteId, language });
  logAction(tx, context, { what: 'mail-language-removed', details: { websiteId, language } });
}

/**
 * Stores a word of an added language; an empty text takes it away.
 * @throws AppError 'text-faulty' with the word as place, 'not-found'; then nothing is stored
 */
export function saveWord(tx: WriteTx, context: CommandContext, { websiteId, language, name, text }: SaveWord): void {
  const stored = readAddedLanguages(tx, websiteId).find((each) => each.language === language);
  if (stored === undefined) throw new AppError('not-found', { what: 'language' });
  const { word, base } = wordNamed(stored, name);
  if (text !== '') checkWord(word, text, base);
  storeWord(tx, { websiteId, language, name, text });
  logAction(tx, context, { what: 'mail-word-saved', details: { websiteId, language, name } });
}
