import { kept } from '../../../../shared/my-page/kept.ts';

/** "A, B and C" as a locale writes it. */
export const listFormat = kept((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));
