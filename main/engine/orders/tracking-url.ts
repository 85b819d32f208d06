/** The address that shows where a parcel is, or null when the carrier has none. `{no}` stands for the shipping no. */
export function trackingUrl(pattern: string | null, shippingNo: string): string | null {
  if (pattern === null || pattern === '') return null;
  return pattern.replaceAll('{no}', encodeURIComponent(shippingNo));
}
