/** Longer links break in some mail clients, and would break the size of the mail. */
const longestLink = 2000;

/** The address if it is one that a mail may link to (http or https, no user name in it), normalised; else null. */
export function safeLink(url: string | null): string | null {
  if (url === null || url.length > longestLink || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  const isWeb = parsed.protocol === 'https:' || parsed.protocol === 'http:';
  const isPlain = parsed.username === '' && parsed.password === '' && parsed.href.length <= longestLink;
  return isWeb && isPlain ? parsed.href : null;
}
