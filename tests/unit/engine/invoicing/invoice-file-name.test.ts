import { expect, test } from 'vitest';
import { invoiceFileName } from '../../../../main/engine/invoicing/invoice-file-name.ts';
import { sampleInvoice } from '../../../support/sample-documents.ts';

const named = (name: string, nth?: number) => {
  const model = sampleInvoice('no', 1);
  return invoiceFileName({ ...model, recipient: { ...model.recipient, name } }, nth);
};

test.each([
  ['Kari Nordmann', 'Faktura 50012 Kari Nordmann.pdf'],
  ['A/S <Øl> "Fisk": 100% | ?*\\', 'Faktura 50012 A S Øl Fisk 100%.pdf'],
  ['Hansen & Co. ', 'Faktura 50012 Hansen & Co.pdf'],
  ['..', 'Faktura 50012.pdf'],
  ['\u0000\u202e', 'Faktura 50012.pdf'],
  ['', 'Faktura 50012.pdf'],
])('the file of %j is %s', (name, expected) => {
  expect(named(name)).toBe(expected);
});

test('a second file of one name gets a number, and a long name is cut', () => {
  expect(named('Kari', 2)).toBe('Faktura 50012 Kari (2).pdf');
  expect(named('x'.repeat(300)).length).toBeLessThan(130);
});
