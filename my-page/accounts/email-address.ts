/**
 * Whether a text can be one e-mail address. Loose on purpose, since only the mail itself proves it; but nothing passes
 * that a mail header would read as two addresses, a name or a comment.
 */
export function isEmailAddress(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[^\s\p{C}@<>"(),:;[\]\\]+@[^\s\p{C}@<>"(),:;[\]\\]+\.[^\s\p{C}@<>"(),:;[\]\\.]+$/u.test(text)
  );
}
