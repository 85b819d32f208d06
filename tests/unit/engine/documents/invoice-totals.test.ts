import fc from 'fast-check';
import { expect, test } from 'vitest';
import { invoiceTotals, lineAmount } from '../../../../main/engine/documents/invoice-totals.ts';

test('VAT is rounded once per rate, highest rate first', () => {
  const amounts = [
    { amountMinor: 199, vatPermille: 150 },
    { amountMinor: 1001, vatPermille: 250 },
    { amountMinor: 1001, vatPermille: 250 },
    { amountMinor: 500, vatPermille: 0 },
  ];
  expect(invoiceTotals(amounts)).toEqual({
    netMinor: 2701,
    vat: [
      { vatPermille: 250, baseMinor: 2002, vatMinor: 501 },
      { vatPermille: 150, baseMinor: 199, vatMinor: 30 },
      { vatPermille: 0, baseMinor: 500, vatMinor: 0 },
    ],
    totalMinor: 2701 + 531,
  });
});

test('a credit has the amounts of its invoice, turned around', () => {
  const amount = fc.record({ amountMinor: fc.nat({ max: 10_000_000 }), vatPermille: fc.constantFrom(0, 150, 250) });
  fc.assert(
    fc.property(fc.array(amount), (amounts) => {
      const invoice = invoiceTotals(amounts);
      const credit = invoiceTotals(amounts.map((each) => ({ ...each, amountMinor: -each.amountMinor })));
      expect(credit.totalMinor + invoice.totalMinor).toBe(0);
      expect(invoice.netMinor).toBe(amounts.reduce((sum, { amountMinor }) => sum + amountMinor, 0));
    }),
  );
});

test.each([
  [1000, 19_900, 19_900],
  [2500, 333, 833],
  [1, 499, 0],
  [1, 500, 1],
  [-2500, 333, -833],
])('%i thousandths at %i cost %i', (quantityMilli, unitPriceMinor, expected) => {
  expect(lineAmount(quantityMilli, unitPriceMinor)).toBe(expected);
});
