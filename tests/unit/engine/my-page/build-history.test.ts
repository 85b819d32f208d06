import { expect, test } from 'vitest';
import { addedLanguage } from '../../../../main/engine/mail/wording/added-language.ts';
import { textsFor } from '../../../../main/engine/mail/wording/texts-for.ts';
import { words } from '../../../../main/engine/mail/wording/words.ts';
import { buildHistory, monthsBefore } from '../../../../main/engine/my-page/build-history.ts';
import type { HistorySourceLine } from '../../../../main/engine/my-page/history-source.ts';
import { orderHistory } from '../../../../shared/my-page/protocol.ts';
import { plainPriceDisplay } from '../../../../shared/price-display.ts';
import { historySource } from '../../../support/histories.ts';

const moment = { now: '2026-03-03T10:12:00.000Z', today: '2026-03-03' };
const tent: HistorySourceLine = {
  id: 1,
  productNo: 'T-100',
  description: 'Tent',
  unit: 'pcs',
  orderedMilli: 5000,
  deliveredMilli: 2000,
  movedMilli: 0,
  remainingMilli: 3000,
  unitPriceMinor: 10_000,
  vatPermille: 250,
  expectedDate: '2026-03-14',
};
const build = (overrides: Parameters<typeof historySource>[0]) => {
  const document = buildHistory(historySource(overrides), moment);
  if (document.deleted) throw new Error('A tombstone');
  return document;
};

test('a document says in words and figures where the order stands, prices with VAT, as the schema asks', () => {
  const document = build({
    version: 7,
    lines: [tent],
    freightMinor: 4000,
    email: 'Kari@X.example',
    news: [{ at: '2026-03-02T10:00:00.000Z', sentences: ['Tent: 2 of 5 delivered.'] }],
    shipments: [{ carrier: 'Post', shippingNo: 'P1', trackingUrl: 'https://post.example/P1' }],
  });
  expect(orderHistory.parse(document)).toEqual(document);
  expect(document).toMatchObject({
    version: 7,
    statusText: 'In progress',
    isFinished: false,
    email: 'kari@x.example',
    expected: '14 Mar 2026',
    asOf: moment.now,
    lines: [{ ordered: '5', delivered: '2', toCome: '3', expected: '14 Mar 2026' }],
    news: [{ sentences: ['Tent: 2 of 5 delivered.'] }],
  });
  // 5 x 100.00 + 40.00 freight, with 25 % VAT; Intl puts a no-break space behind the currency
  expect(document.total.replace(/\s/g, ' ')).toBe('NOK 675.00');
  expect(document.lines[0]?.price.replace(/\s/g, ' ')).toBe('NOK 125.00');
  expect(document.lines[0]?.amount.replace(/\s/g, ' ')).toBe('NOK 625.00');
});

test('prices are written as the website shows them, with or without VAT', () => {
  const prices = { ...plainPriceDisplay, prefix: '', suffix: ',-', decimals: 0 } as const;
  const lines = [{ ...tent, unitPriceMinor: 10_050 }];
  expect(build({ lines, prices })).toMatchObject({ total: '628,-', lines: [{ price: '126,-', amount: '628,-' }] });
  const withoutVat = build({ lines, prices: { ...prices, includesVat: false, rounding: 'down' } });
  expect(withoutVat).toMatchObject({ total: '502,-', lines: [{ price: '100,-', amount: '502,-' }] });
  expect([withoutVat.pricesExclVat, orderHistory.parse(withoutVat)]).toEqual([true, withoutVat]);
});

test('words are in the order’s language; one that nothing is worded in gives way to the next', () => {
  expect(build({ languages: ['nb', 'en'] }).language).toBe('no');
  expect(build({ languages: ['fi', 'no'] }).language).toBe('no');
  expect(build({ languages: ['fi'] }).language).toBe('en');
});

test('a language that the website added is what the document speaks, numbers and dates too; papers are in the next built-in one', () => {
  const written = new Map(words.map((word) => [word.name, word.base(textsFor('en'))]));
  const finnish = addedLanguage('fi', written.set('status.order', 'Käsittelyssä'));
  const document = build({
    languages: ['fi-FI', 'no'],
    added: new Map([['fi', finnish]]),
    lines: [{ ...tent, unitPriceMinor: 123_456 }],
    papers: [{ id: crypto.randomUUID(), kind: 'invoice', rowId: 1, no: '7', date: '2026-03-01' }],
  });
  expect(document).toMatchObject({ language: 'fi', statusText: 'Käsittelyssä', expected: '14.3.2026' });
  expect(document.total).toBe('NOK\u00a07\u00a0716,00');
  expect(document.papers[0]?.title).toBe('Faktura 7');
  expect(orderHistory.parse(document)).toEqual(document);
});

test('an expected date that has passed reads as delayed; on the day itself it still stands', () => {
  const late = build({ lines: [{ ...tent, expectedDate: '2026-03-02' }] });
  expect([late.expected, late.lines[0]?.expected]).toEqual([
    'Delayed, new date to follow',
    'Delayed, new date to follow',
  ]);
  expect(build({ lines: [{ ...tent, expectedDate: '2026-03-03' }] }).expected).toBe('3 Mar 2026');
});

test('the order is expected when its last line is', () => {
  const lines = [tent, { ...tent, id: 2, expectedDate: '2026-04-01' }, { ...tent, id: 3, expectedDate: null }];
  expect(build({ lines }).expected).toBe('1 Apr 2026');
});

test('nothing more is expected of a finished order', () => {
  const done = build({ status: 'cancelled', lines: [tent] });
  expect([done.isFinished, done.expected, done.lines[0]?.toCome, done.lines[0]?.expected]).toEqual([true, '', '0', '']);
  expect(build({ status: 'invoice', lines: [tent] }).isFinished).toBe(false);
  expect(build({ status: 'invoice', lines: [{ ...tent, remainingMilli: 0 }] }).isFinished).toBe(true);
});

test('what a back order took over stands there and is not ordered here twice, as in mails', () => {
  const { lines } = build({ lines: [{ ...tent, movedMilli: 3000, remainingMilli: 0 }] });
  expect(lines).toMatchObject([{ ordered: '2', delivered: '2', toCome: '0' }]);
  expect(lines[0]?.amount.replace(/\s/g, ' ')).toBe('NOK 250.00');
});

test('finished and older than the website’s history: a tombstone; open orders stay, however old', () => {
  const old = { orderDate: '2024-03-02', historyMonths: 24 } as const;
  expect(buildHistory(historySource({ ...old, status: 'cancelled', version: 4 }), moment)).toEqual({
    orderId: historySource().publicId,
    version: 4,
    deleted: true,
  });
  expect(buildHistory(historySource({ ...old, status: 'order', lines: [tent] }), moment).deleted).toBe(false);
  expect(buildHistory(historySource({ ...old, orderDate: '2024-03-03', status: 'cancelled' }), moment).deleted).toBe(
    false,
  );
});

test.each([
  ['javascript:alert(1)//', null],
  ['data:text/html,x', null],
  ['post.example/P1', null],
  ['https://post.example/P1', 'https://post.example/P1'],
])('a tracking address %s becomes %s: only web addresses are links', (trackingUrl, shown) => {
  const document = build({ shipments: [{ carrier: '', shippingNo: 'P1', trackingUrl }] });
  expect(document.shipments[0]?.trackingUrl).toBe(shown);
});

test('line breaks and direction characters in names do not reach the page; markup stays text for the site to escape', () => {
  const document = build({
    customerName: '<b>Kari</b>\r\nX: y',
    lines: [{ ...tent, description: 'Tent\u202e\n2' }],
  });
  expect([document.customerName, document.lines[0]?.description]).toEqual(['<b>Kari</b> X: y', 'Tent 2']);
});

test.each([
  ['2026-03-31', 1, '2026-02-28'],
  ['2024-03-31', 1, '2024-02-29'],
  ['2026-01-15', 24, '2024-01-15'],
  ['2026-01-31', 2, '2025-11-30'],
])('%s less %i months is %s', (day, months, before) => {
  expect(monthsBefore(day, months)).toBe(before);
});
