import { createInstance } from 'i18next';
import { english } from '../texts/en/index.ts';
import { norwegian } from '../texts/nb/index.ts';
import { programLocale } from './program-locale.ts';

const texts = createInstance();
// The language stands before the first import is done and stays until the window is loaded anew, so that tables of
// words may be made where they are declared.
void texts.init({
  lng: programLocale.language,
  fallbackLng: 'en',
  ns: Object.keys(english),
  defaultNS: 'common',
  resources: { en: english, nb: norwegian },
  initAsync: false,
  returnNull: false,
  // React escapes what it shows.
  interpolation: { escapeValue: false },
});

/** The text for a key in the language of the windows: `t('orders:title')`, `t('orders:found', { count: 3 })`. */
export const t = texts.t;
