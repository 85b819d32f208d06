/** The demo shop, our own invention. */
export const demoCompanyName = 'Fjell & Fritid AS';

export const demoCompanyDetails = {
  companyNo: '900 000 010',
  email: 'post@fjellogfritid.example',
  phone: '61 00 00 10',
  addressLine1: 'Storgata 18',
  postcode: '2685',
  city: 'Garmo',
  country: 'Norway',
  currency: 'NOK',
  language: 'en',
  timeZone: 'Europe/Oslo',
} as const;

/** Public tracking pages as the carriers publish them. */
export const demoCarriers = [
  { name: 'Posten', trackingUrl: 'https://sporing.posten.no/sporing/{no}' },
  { name: 'Bring', trackingUrl: 'https://tracking.bring.com/tracking/{no}' },
  { name: 'PostNord', trackingUrl: 'https://tracking.postnord.com/en/tracking?id={no}' },
  { name: 'DHL', trackingUrl: 'https://www.dhl.com/no-en/home/tracking.html?tracking-id={no}' },
] as const;

/** All seven rules are on, so that each can be seen. */
export const demoWebsite = {
  name: 'fjellogfritid',
  language: 'no',
  colour: '#1f5f4a',
  senderName: 'Fjell & Fritid',
  senderAddress: 'ordre@fjellogfritid.example',
  replyTo: 'kundeservice@fjellogfritid.example',
  passwordMode: 'voluntary',
  approval: 'manual',
  rules: { 1: true, 2: true, 3: true, 4: true, 5: true, 6: true, 7: true },
} as const;
