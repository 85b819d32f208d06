/** A browser and the system it runs on, by the names people know them by; empty where it does not say. */
export type Device = { readonly browser: string; readonly system: string };

/** The first that fits counts: most browsers also name the ones they descend from. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMacintosh\b/, 'Mac'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bLinux\b/, 'Linux'],
];

/** Real ones are shorter; a longer one is made to keep these patterns busy. */
const longestUserAgent = 500;

/** What a User-Agent header says in plain words. Only these names are kept, not the header: it can single out a person. */
export function describeDevice(userAgent: string | undefined): Device {
  const said = (userAgent ?? '').slice(0, longestUserAgent);
  const named = (known: typeof browsers): string => known.find(([sign]) => sign.test(said))?.[1] ?? '';
  return { browser: named(browsers), system: named(systems) };
}
