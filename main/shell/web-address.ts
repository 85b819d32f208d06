const longestAddress = 4000;

/**
 * An address that may go to the system's browser, as browsers write it, or null. Other schemes start other programs, a user name
 * hides which host is meant, and control characters mean different things to different readers.
 */
export function webAddressIn(text: string): string | null {
  if (text.length > longestAddress || /[\p{Cc}\p{Zs}\\]/u.test(text) || !URL.canParse(text)) return null;
  const { protocol, username, password, href } = new URL(text);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb && username === '' && password === '' && href.length <= longestAddress ? href : null;
}
