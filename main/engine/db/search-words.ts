/** Signs that separate words for people; the rest are letters and digits as SQLite's tokenizer has them. */
const separators = /[^\p{L}\p{N}]|[\u1204\u19B0-\u19C9\u1CF2\u1CF3]|[\u{10000}-\u{10FFFF}]/u;
const mostWords = 12;

/**
 * What somebody typed, word by word; a word such as W-8841 falls into parts. Diacritics are taken off, and Nordic letters
 * read as on other keyboards, so that Strøm, Ström and Strom are one (list-sql.ts does the same to what is stored).
 * Whatever was typed, nothing but letters and digits comes out: no sign of it can mean anything to FTS5.
 */
export function searchWords(typed: string): readonly (readonly string[])[] {
  return foldForSearch(typed)
    .split(/\s+/u)
    .map((word) => word.split(separators).filter((part) => part !== ''))
    .filter((parts) => parts.length > 0)
    .slice(0, mostWords);
}

/** Lower case, without diacritics, Nordic and German letters as they are typed on other keyboards. */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss');
}
