import type { Language } from '../../../shared/language.ts';
import { all, type ReadDb, run, type WriteTx } from '../db/database.ts';
import { completeLanguages, type StoredLanguage } from './added-languages.ts';
import { ownMailTexts } from './mail-text-store.ts';
import type { AddedLanguage } from './wording/mail-language.ts';

type LanguageKey = { readonly websiteId: number; readonly language: string };

export function readAddedLanguages(db: ReadDb, websiteId: number): readonly StoredLanguage[] {
  const languages = all<{ language: string; basedOn: Language }>(
    db,
    'SELECT language, based_on AS basedOn FROM website_language WHERE website_id = @websiteId ORDER BY language',
    { websiteId },
  );
  if (languages.length === 0) return [];
  const words = all<{ language: string; name: string; text: string }>(
    db,
    'SELECT language, name, text FROM website_word WHERE website_id = @websiteId',
    { websiteId },
  );
  return languages.map((added) => ({
    ...added,
    words: new Map(words.filter(({ language }) => language === added.language).map(({ name, text }) => [name, text])),
  }));
}

/** The languages of a website that customers can be written to in, by code. */
export function readCompleteLanguages(db: ReadDb, websiteId: number): ReadonlyMap<string, AddedLanguage> {
  const languages = readAddedLanguages(db, websiteId);
  if (languages.length === 0) return new Map();
  const texts = ownMailTexts(db, websiteId).map(({ language, ...text }) => [language, text] as const);
  return completeLanguages(languages, new Map(texts));
}

/** Answers whether the language is new. */
export function insertAddedLanguage(tx: WriteTx, added: LanguageKey & { readonly basedOn: Language }): boolean {
  const { changes } = run(
    tx,
    `INSERT INTO website_language(website_id, language, based_on) VALUES (@websiteId, @language, @basedOn)
     ON CONFLICT DO NOTHING`,
    added,
  );
  return changes === 1;
}

/** With its words. Answers whether there was one. */
export function deleteAddedLanguage(tx: WriteTx, { websiteId, language }: LanguageKey): boolean {
  const key = { websiteId, language };
  run(tx, 'DELETE FROM website_word WHERE website_id = @websiteId AND language = @language', key);
  return (
    run(tx, 'DELETE FROM website_language WHERE website_id = @websiteId AND language = @language', key).changes === 1
  );
}

/** An empty text takes the word away. */
export function storeWord(tx: WriteTx, word: LanguageKey & { readonly name: string; readonly text: string }): void {
  if (word.text === '') {
    const { websiteId, language, name } = word;
    run(tx, 'DELETE FROM website_word WHERE website_id = @websiteId AND language = @language AND name = @name', {
      websiteId,
      language,
      name,
    });
    return;
  }
  run(
    tx,
    `INSERT INTO website_word(website_id, language, name, text) VALUES (@websiteId, @language, @name, @text)
     ON CONFLICT DO UPDATE SET text = @text`,
    word,
  );
}
