import { domainToASCII } from 'node:url';

const longestAddress = 254;
const longestLocalPart = 64;
const localPart = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const domainName = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/i;

/**
 * Tells whether an address can be mailed: one plain `local@domain.tld` (RFC 5321, without quoted local parts, without
 * SMTPUTF8). An international domain is fine, it is sent as punycode. Nothing that passes can break a header.
 */
export function isMailAddress(address: string): boolean {
  const at = address.lastIndexOf('@');
  if (at < 1 || address.length > longestAddress) return false;
  return (
    at <= longestLocalPart &&
    localPart.test(address.slice(0, at)) &&
    !/[\s\p{C}]/u.test(address) &&
    domainName.test(domainToASCII(address.slice(at + 1)))
  );
}

/** The address as mail servers take it: the domain in ASCII. @throws Error for what isMailAddress refuses. */
export function mailAddress(address: string): string {
  if (!isMailAddress(address)) throw new Error('Not a mail address');
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1))}`;
}

/** The domain of an address, in lower case; '' for what is none. */
export function domainOf(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 1
    ? ''
    : address
        .slice(at + 1)
        .trim()
        .toLowerCase();
}
