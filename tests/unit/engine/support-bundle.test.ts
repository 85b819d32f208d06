import { expect, it } from 'vitest';
import { countsOfReport, maskRow, scrubLogLine } from '../../../main/engine/support-bundle.ts';

it('settings show numbers and the texts that name nobody; of others only whether they are filled in', () => {
  const row = { name: 'Fjellbutikken', phone: '', currency: 'NOK', rule_1: 1, website_id: null };
  expect(maskRow(row, new Set(['currency']))).toEqual({
    name: '(filled in)',
    phone: '(empty)',
    currency: 'NOK',
    rule_1: 1,
    website_id: null,
  });
});

it('a report shows counts and codes, no names', () => {
  const report = { websiteName: 'Shop', planned: 2, sendProblem: 'secret-missing', notPublished: [{ name: 'W-1' }] };
  expect(countsOfReport(report)).toEqual({ planned: 2, sendProblem: 'secret-missing', notPublishedCount: 1 });
});

it('a line of the log loses addresses, folders of this computer and who uses it', () => {
  const where = { folders: ['C:\\Users\\kari\\shop', '/home/kari'], names: ['kari.nordmann', 'pc'] };
  const line = JSON.stringify({
    a: 'C:\\Users\\kari\\shop\\x',
    b: '/home/kari/x',
    c: 'to lars@customer.example, by kari.nordmann',
  });
  expect(scrubLogLine(line, where)).toBe('{"a":"<folder>\\\\x","b":"<folder>/x","c":"to <address>, by <name>"}');
});
