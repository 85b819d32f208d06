/** The enhanced status code of a reply (RFC 2034, RFC 3463), such as `5.1.1`; '' where the server gave none. */
export function enhancedCodeOf(reply: string): string {
  return /^[245]\d\d[ -](?<code>[245]\.\d{1,3}\.\d{1,3})(?:\s|$)/m.exec(reply)?.groups?.code ?? '';
}

/** Bad mailbox, bad system, bad syntax, moved, null MX, mailbox disabled (RFC 3463 3.2, RFC 7505; domain.md 9.12). */
export const addressCodes: ReadonlySet<string> = new Set(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1']);

/** Replies about the command, the login or a full mailbox: without an enhanced code they say nothing of the address. */
const codesNotAboutTheAddress: ReadonlySet<number> = new Set([500, 501, 502, 503, 504, 530, 535, 552]);

/**
 * Whether a reply at RCPT condemns the address for good (domain.md 9.12). Without an enhanced code that is believed
 * only of a server that took another recipient in the same session: otherwise it may be refusing us.
 */
export function isAddressError(reply: {
  readonly replyCode: number;
  readonly enhancedCode: string;
  readonly hasAcceptedAnother: boolean;
}): boolean {
  if (reply.replyCode < 500 || reply.replyCode > 599) return false;
  if (reply.enhancedCode !== '') return addressCodes.has(reply.enhancedCode);
  return reply.hasAcceptedAnother && !codesNotAboutTheAddress.has(reply.replyCode);
}
