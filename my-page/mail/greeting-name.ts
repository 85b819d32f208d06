import { cleanName } from '../../shared/my-page/clean-text.ts';

const longestName = 60;

/**
 * The name that a mail greets with. Whoever registers types a name for an address that may be somebody else's: nothing
 * that a mail program would turn into a link is said in the shop's name; the address stands there instead.
 */
export function greetingName(name: string, email: string): string {
  const clean = cleanName(name, longestName);
  const isLink = /:\/\/|www\.|[@/\\]|[\p{L}\p{N}-]\.\p{L}{2,}/iu.test(clean.normalize('NFKC'));
  return clean === '' || isLink ? email : clean;
}
