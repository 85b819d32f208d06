import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datesFor } from '../../../../renderer/ui/dates.ts';
import type { ProgramLanguage } from '../../../../shared/program-language.ts';
import { runs } from '../../../support/runs.ts';

const today = '2026-11-23';
const letters = { day: 'dd', month: 'mm', year: 'yyyy' };
const locales = (['en', 'nb'] as const).flatMap((language) =>
  ['en-GB', 'en-US', 'nb-NO', 'de-DE', 'fr-FR', 'de-CH', 'sv-SE', 'hu-HU', 'fi-FI', 'ar-EG', 'th-TH'].map(
    (region) => [language, region] as const,
  ),
);

test.each([
  ['en', 'en-GB', '4 Dec 2026', '4 Dec', '04/12/2026', 'dd/mm/yyyy'],
  ['en', 'en-US', 'Dec 4, 2026', 'Dec 4', '12/04/2026', 'mm/dd/yyyy'],
  ['en', 'nb-NO', '4 Dec 2026', '4 Dec', '04.12.2026', 'dd.mm.yyyy'],
  ['nb', 'nb-NO', '4. des. 2026', '4. des.', '04.12.2026', 'dd.mm.yyyy'],
  ['nb', 'sv-SE', '4. des. 2026', '4. des.', '2026-12-04', 'yyyy-mm-dd'],
  ['en', 'th-TH', '4 Dec 2026', '4 Dec', '04/12/2026', 'dd/mm/yyyy'],
] as const)('with windows in %s and the region %s, dates are short and cannot be misread', (...each) => {
  const [language, region, long, short, numeric, pattern] = each;
  const dates = datesFor({ language, region });
  expect(dates.formatDate('2026-12-04')).toBe(long);
  expect(dates.formatShortDate('2026-12-04', today)).toBe(short);
  expect(dates.formatShortDate('2025-12-04', today)).toBe(long.replace('2026', '2025'));
  expect(dates.formatNumericDate('2026-12-04')).toBe(numeric);
  expect(dates.datePattern(letters)).toBe(pattern);
});

test('no date is a dash', () => {
  expect(datesFor({ language: 'en', region: 'en-GB' }).formatDate(null)).toBe('–');
});

test.each([
  ['en', 'en-GB', '09:12', '2 Mar 09:12', '3 Mar 2025 00:30'],
  ['en', 'en-US', '9:12 AM', 'Mar 2 9:12 AM', 'Mar 3, 2025 12:30 AM'],
  ['nb', 'nb-NO', '09:12', '2. mars 09:12', '3. mars 2025 00:30'],
] as const)('in %s and %s an instant of today shows its time only, another day its date too', (...each) => {
  const [language, region, time, day, year] = each;
  const dates = datesFor({ language, region });
  const now = new Date('2026-03-03T12:00:00Z');
  const shown = (instant: string, zone: string) => dates.formatInstant(instant, now, zone).replace(/\s/g, ' ');
  expect(shown('2026-03-03T09:12:00Z', 'UTC')).toBe(time);
  expect(shown('2026-03-02T09:12:00Z', 'UTC')).toBe(day);
  expect(shown('2025-03-02T23:30:00Z', 'Europe/Oslo')).toBe(year);
  expect(dates.formatInstant(null, now)).toBe('–');
});

test.each(locales)('with windows in %s and the region %s, a shown date typed back in is the same day', (...each) => {
  const dates = datesFor({ language: each[0], region: each[1] });
  fc.assert(
    fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
      const day = date.toISOString().slice(0, 10);
      expect(dates.parseDate(dates.formatDate(day), today)).toBe(day);
      expect(dates.parseDate(day, today)).toBe(day);
      if (each[1] !== 'hu-HU' && each[1] !== 'ar-EG') {
        expect(dates.parseDate(dates.formatNumericDate(day), today)).toBe(day);
      }
    }),
    { numRuns: runs(40) },
  );
});

const readings: readonly (readonly [ProgramLanguage, string, string, string | null])[] = [
  ['en', 'en-GB', '2026-12-14', '2026-12-14'],
  ['en', 'en-GB', '14 Dec 2026', '2026-12-14'],
  ['en', 'en-GB', 'Dec 14, 2026', '2026-12-14'],
  ['en', 'en-GB', '14 december', '2026-12-14'],
  ['en', 'en-GB', '14.12.26', '2026-12-14'],
  ['en', 'en-GB', '14/12', '2026-12-14'],
  ['en', 'en-GB', '1.2', '2027-02-01'],
  ['en', 'en-GB', '29.2', null],
  ['en', 'en-GB', '31.11.2026', null],
  ['en', 'en-GB', '12/31/2026', null],
  ['en', 'en-GB', '14/122026', null],
  ['en', 'en-GB', '14 ju 2026', null],
  ['en', 'en-GB', 'soon', null],
  ['en', 'en-US', '12/4/2026', '2026-12-04'],
  ['en', 'en-US', '12/4', '2026-12-04'],
  ['en', 'en-US', '14/12/2026', null],
  ['nb', 'nb-NO', '14. des. 2026', '2026-12-14'],
  ['nb', 'nb-NO', '14 desember', '2026-12-14'],
  ['nb', 'nb-NO', '14. 12. 2026', '2026-12-14'],
  ['nb', 'nb-NO', '14.12', '2026-12-14'],
  ['nb', 'nb-NO', '17 mai 2027', '2027-05-17'],
  ['nb', 'nb-NO', '14 Dec 2026', '2026-12-14'],
  ['nb', 'fr-FR', '14 fevr. 2027', '2027-02-14'],
  ['en', 'de-DE', '3. März 2027', '2027-03-03'],
  ['en', 'sv-SE', '4/12', null],
  ['en', 'sv-SE', '24/12', '2026-12-24'],
  ['en', 'sv-SE', '12.24', '2026-12-24'],
];

describe.each(readings)('with windows in %s and the region %s', (language, region, text, date) => {
  test(`the date ${JSON.stringify(text)} is ${date} when today is 23 Nov 2026`, () => {
    expect(datesFor({ language, region }).parseDate(text, today)).toBe(date);
  });
});
