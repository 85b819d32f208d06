/** Whether an address is one that `trackingUrl` makes of a pattern, whatever the shipping no. */
export function isTrackingUrl(pattern: string, address: string): boolean {
  const [before = '', ...after] = pattern.split('{no}').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  // One number for all: several open ends would take a long address ages to check
  const rest = after.map((part, index) => (index === 0 ? `([^/?#&]*)${part}` : `\\1${part}`)).join('');
  return new RegExp(`^${before}${rest}$`).test(address);
}

/** The address that shows where a parcel is, or null when the carrier has none. `{no}` stands for the shipping no. */
export function trackingUrl(pattern: string | null, shippingNo: string): string | null {
  if (pattern === null || pattern === '') return null;
  return pattern.replaceAll('{no}', encodeURIComponent(shippingNo));
}
