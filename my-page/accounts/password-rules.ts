export const minimumPasswordLength = 10;
export const maximumPasswordLength = 256;

/** Words that someone who guesses tries first at this site and this customer. */
export type PasswordContext = { readonly email: string; readonly name: string; readonly siteName: string };
export type PasswordFault = 'too-short' | 'too-long' | 'common' | 'names';

/** Shorter ones are found in too many words. */
const shortestWord = 3;
/** What must be left of a password without such words. */
const leastOfItsOwn = 4;
const leastDifferentCharacters = 4;

/**
 * What is wrong with a chosen password, or null. Length is all that is asked of it, no kind of character; one that many
 * people use, or that says nothing but who and where, is refused. Characters are counted as people count them.
 */
export function findPasswordFault(
  password: string,
  context: PasswordContext,
  isCommon: (folded: string) => boolean,
): PasswordFault | null {
  const characters = [...password];
  if (characters.length < minimumPasswordLength) return 'too-short';
  if (characters.length > maximumPasswordLength) return 'too-long';
  const folded = foldPassword(password);
  if (new Set(folded).size < leastDifferentCharacters || isCommon(folded)) return 'common';
  return saysNamesOnly(folded, context) ? 'names' : null;
}

/** How passwords are compared with lists of words: "PassWord" is as easy to guess as "password". */
export function foldPassword(password: string): string {
  return password.normalize('NFKC').toLowerCase();
}

function saysNamesOnly(folded: string, { email, name, siteName }: PasswordContext): boolean {
  const words = [email, name, siteName, 'orderbud', 'my page', 'password']
    .flatMap((text) => [lettersOf(text), ...foldPassword(text).split(/[^\p{L}\p{N}]+/u)])
    .filter((word) => word.length >= shortestWord)
    .sort((a, b) => b.length - a.length);
  const own = words.reduce((rest, word) => rest.replaceAll(word, ''), lettersOf(folded));
  return own !== lettersOf(folded) && own.replace(/\p{N}/gu, '').length < leastOfItsOwn;
}

function lettersOf(text: string): string {
  return foldPassword(text).replace(/[^\p{L}\p{N}]+/gu, '');
}
