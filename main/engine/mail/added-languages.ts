import { AppError } from '../../../shared/errors.ts';
import type { Language } from '../../../shared/language.ts';
import type { AddedLanguageView, MailTextSource } from '../../../shared/status-mail-texts.ts';
import { builtInMailTexts } from './mail-texts.ts';
import { readFault } from './template.ts';
import { addedLanguage, neededPlaceholders } from './wording/added-language.ts';
import type { AddedLanguage } from './wording/mail-language.ts';
import { textsFor } from './wording/texts-for.ts';
import { type Word, words } from './wording/words.ts';

/** A language that a shop added, with what was written of it so far. */
export type StoredLanguage = {
  readonly language: string;
  /** The built-in language whose words staff write after. */
  readonly basedOn: Language;
  readonly words: ReadonlyMap<string, string>;
};

/** What of a language is not written yet: words by name, and the texts around the changes. The text below may be empty. */
export function missingTexts(stored: StoredLanguage, texts: MailTextSource | undefined): readonly string[] {
  return [
    ...(['subject', 'above'] as const).filter((place) => (texts?.[place] ?? '').trim() === ''),
    ...words.map(({ name }) => name).filter((name) => !stored.words.has(name)),
  ];
}

/**
 * The languages that customers can be written to in: those of which nothing is missing. One half written would tell
 * customers half their news.
 */
export function completeLanguages(
  languages: readonly StoredLanguage[],
  texts: ReadonlyMap<string, MailTextSource>,
): ReadonlyMap<string, AddedLanguage> {
  return new Map(
    languages
      .filter((stored) => missingTexts(stored, texts.get(stored.language)).length === 0)
      .flatMap(({ language, words: written }) => {
        const added = readLanguage(language, written);
        return added === null ? [] : [[language, added] as const];
      }),
  );
}

/** Null where a word was stored by a program that allowed more: such a language is incomplete, and blocks no other. */
function readLanguage(language: string, written: ReadonlyMap<string, string>): AddedLanguage | null {
  try {
    return addedLanguage(language, written);
  } catch (error) {
    readFault(error);
    return null;
  }
}

/** A language as staff write it, beside the built-in one. */
export function addedLanguageView(stored: StoredLanguage, texts: MailTextSource | undefined): AddedLanguageView {
  const builtIn = textsFor(stored.basedOn);
  return {
    basedOn: stored.basedOn,
    base: baseOf(stored),
    missing: missingTexts(stored, texts).length,
    words: words.map((word) => {
      const base = word.base(builtIn);
      return {
        name: word.name,
        text: stored.words.get(word.name) ?? '',
        base,
        placeholders: Object.keys(word.samples),
        needed: neededPlaceholders(word, base),
      };
    }),
  };
}

/** How the built-in language says what stands around the changes. */
export function baseOf({ basedOn }: StoredLanguage): MailTextSource {
  return builtInMailTexts(basedOn);
}

/** A word, and how the built-in language says it. @throws AppError 'not-found' */
export function wordNamed({ basedOn }: StoredLanguage, name: string): { readonly word: Word; readonly base: string } {
  const word = words.find((each) => each.name === name);
  if (word === undefined) throw new AppError('not-found', { what: 'word' });
  return { word, base: word.base(textsFor(basedOn)) };
}

/** The language as far as it is written, the rest as the built-in one says it: for samples only. */
export function sampleLanguage(
  { language, basedOn, words: written }: StoredLanguage,
  typed?: { readonly name: string; readonly text: string },
): AddedLanguage {
  const builtIn = textsFor(basedOn);
  const textOf = ({ name, base }: Word) =>
    typed?.name === name && typed.text !== '' ? typed.text : (written.get(name) ?? base(builtIn));
  return addedLanguage(language, new Map(words.map((word) => [word.name, textOf(word)])));
}
