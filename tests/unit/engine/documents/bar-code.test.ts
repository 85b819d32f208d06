import { expect, test } from 'vitest';
import { code128 } from '../../../../main/engine/documents/bar-code.ts';
import { renderDeliveryNote } from '../../../../main/engine/documents/render-delivery-note.ts';
import { renderPickingList } from '../../../../main/engine/documents/render-picking-list.ts';
import { readBarCodes } from '../../../support/pdf-bars.ts';
import { sampleDeliveryNote, samplePickingList } from '../../../support/sample-documents.ts';

test('a scanner reads the order number off a delivery note', async () => {
  expect(readBarCodes(await renderDeliveryNote(sampleDeliveryNote('no', 2)))).toEqual(['10432']);
});

test('a scanner reads the order number and the product number of every line off a picking list', async () => {
  const model = samplePickingList('en', 3);
  const numbers = ['7045950000017', 'JACKET-L/blue', ''];
  const lines = model.lines.map((line, index) => ({ ...line, productNo: numbers[index] ?? '' }));
  expect(readBarCodes(await renderPickingList({ ...model, lines }))).toEqual(['10432', ...numbers.slice(0, 2)]);
});

test.each(['', 'Ærfugl-1', 'tab\tin it', 'x'.repeat(61)])('%j has no bar code', (text) => {
  expect(code128(text)).toBeNull();
});

test('a product number whose bars would be too fine to read is printed without', async () => {
  const model = samplePickingList('en', 1);
  const lines = model.lines.map((line) => ({ ...line, productNo: 'ABCDEFGHIJ-abcdefghij-ABCDEFGHIJ' }));
  expect(readBarCodes(await renderPickingList({ ...model, lines }))).toEqual(['10432']);
});
