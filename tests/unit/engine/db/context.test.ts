import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayIn } from '../../../../main/engine/db/context.ts';

it.each([
  // The ends of the earth: the same instant on two days
  ['Pacific/Auckland', '2026-03-03T10:59:59Z', '2026-03-03'],
  ['Pacific/Auckland', '2026-03-03T11:00:00Z', '2026-03-04'],
  ['Pacific/Honolulu', '2026-03-03T09:59:59Z', '2026-03-02'],
  ['Pacific/Honolulu', '2026-03-03T10:00:00Z', '2026-03-03'],
  // Summer time begins in Oslo on 29 March and ends on 25 October: midnight is an hour nearer to UTC's, then back
  ['Europe/Oslo', '2026-03-28T22:59:59Z', '2026-03-28'],
  ['Europe/Oslo', '2026-03-28T23:00:00Z', '2026-03-29'],
  ['Europe/Oslo', '2026-03-29T21:59:59Z', '2026-03-29'],
  ['Europe/Oslo', '2026-03-29T22:00:00Z', '2026-03-30'],
  ['Europe/Oslo', '2026-10-24T22:00:00Z', '2026-10-25'],
  ['Europe/Oslo', '2026-10-25T22:59:59Z', '2026-10-25'],
  ['Europe/Oslo', '2026-10-25T23:00:00Z', '2026-10-26'],
  // In Cairo summer time begins at midnight: 24 April 2026 has no hour of 0
  ['Africa/Cairo', '2026-04-23T21:59:59Z', '2026-04-23'],
  ['Africa/Cairo', '2026-04-23T22:00:00Z', '2026-04-24'],
  ['UTC', '2026-12-31T23:59:59.999Z', '2026-12-31'],
])('in %s it is at %s the day %s', (timeZone, instant, day) => {
  expect(dayIn(timeZone, new Date(instant))).toBe(day);
});

it('a day later it is a later day, in every zone and over every change of the clocks', () => {
  const zone = fc.constantFrom(
    'Pacific/Auckland',
    'Pacific/Honolulu',
    'Europe/Oslo',
    'Africa/Cairo',
    'America/St_Johns',
  );
  const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(zone, instant, (timeZone, at) => {
      // 25 hours, for the day on which the clocks go back has so many
      const later = new Date(at.getTime() + 25 * 3_600_000);
      expect(dayIn(timeZone, later) > dayIn(timeZone, at)).toBe(true);
    }),
  );
});
