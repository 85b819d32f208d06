import { isIPv6 } from 'node:net';

/**
 * What counts as one network: an IPv4 address, or the /64 of an IPv6 address, since whoever has one address there has all
 * of them.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, '').toLowerCase();
  if (!isIPv6(plain)) return plain;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = '', tail] = plain.split('::');
  const first = head === '' ? [] : head.split(':');
  const missing = tail === undefined ? [] : Array<string>(8 - first.length - groupsIn(tail)).fill('0');
  const groups = [...first, ...missing, ...(tail ?? '').split(':')];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/** A dotted end takes the room of two groups. */
function groupsIn(tail: string): number {
  if (tail === '') return 0;
  return tail.split(':').length + (tail.includes('.') ? 1 : 0);
}
