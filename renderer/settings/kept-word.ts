/** Whether the keychain has a secret: null when it cannot be asked, undefined while it is. */
export type IsKept = boolean | null | undefined;

/** What is said of a secret in the keychain; nothing yet while it is asked, as "not there" could be wrong. */
export function keptWord(
  isKept: IsKept,
  words: { readonly kept: string; readonly missing: string; readonly silent: string },
): string | null {
  if (isKept === undefined) return null;
  if (isKept === null) return words.silent;
  return isKept ? words.kept : words.missing;
}
