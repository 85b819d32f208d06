import { languageFor } from '../../shared/language.ts';
import { programLocale } from './program-locale.ts';
import { t } from './texts.ts';

/** A language by its name in the program's language; the code itself where nobody knows one. */
export function languageName(code: string): string {
  const builtIn = languageFor(code);
  if (builtIn !== null) return t(`common:language.${builtIn}`);
  // Chromium's own lists do not name it
  if (code === 'se') return t('common:northernSami');
  try {
    const name = new Intl.DisplayNames([programLocale.language], { type: 'language' }).of(code) ?? code;
    return name.charAt(0).toLocaleUpperCase(programLocale.language) + name.slice(1);
  } catch {
    return code;
  }
}

/** Written from left to right, as mails are laid out; besides the built-in ones. */
const addable =
  'bg ca cs el es et eu fi fo fr ga gl hr hu is it ja ko lb lt lv mk mt pl pt ro ru se sk sl sq sr tr uk zh'.split(' ');

/** Languages that a shop can add, by name. */
export function addableLanguages(): readonly { readonly value: string; readonly label: string }[] {
  const named = addable.map((value) => ({ value, label: languageName(value) }));
  return named.sort((one, other) => one.label.localeCompare(other.label, programLocale.language));
}
