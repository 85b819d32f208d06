import { createInstance, type FormatterModule, type i18n } from 'i18next';
import type { ProgramLocale } from '../../shared/program-language.ts';
import { english } from '../texts/en/index.ts';
import { norwegian } from '../texts/nb/index.ts';
import { numbersFor } from './numbers.ts';
import { programLocale } from './program-locale.ts';

/** The text for a key in the language of the windows: `t('orders:title')`, `t('orders:found', { count: 3 })`. */
export const t = textsFor(programLocale);

/** The texts in one language, their counts written as the region writes numbers. */
export function textsFor({ language, region }: ProgramLocale): i18n['t'] {
  const texts = createInstance();
  // The language stands before the first import is done and stays until the window is loaded anew, so that tables of
  // words may be made where they are declared.
  void texts.use(countsOf(region)).init({
    lng: language,
    fallbackLng: 'en',
    ns: Object.keys(english),
    defaultNS: 'common',
    resources: { en: english, nb: norwegian },
    initAsync: false,
    returnNull: false,
    // React escapes what it shows.
    interpolation: { escapeValue: false, alwaysFormat: true },
  });
  return texts.t;
}

/** Counts are grouped, `1,250 orders`; other numbers, such as an order's, are names and stay as they are. */
function countsOf(region: string): FormatterModule {
  const { formatCount } = numbersFor(region);
  const none = () => undefined;
  return {
    type: 'formatter',
    init: none,
    add: none,
    addCached: none,
    format: (value, _format, _language, options) =>
      options?.interpolationkey === 'count' && typeof value === 'number' ? formatCount(value) : value,
  };
}
