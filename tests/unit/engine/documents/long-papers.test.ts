import { expect, test } from 'vitest';
import { renderDeliveryNote, renderDeliveryNotes } from '../../../../main/engine/documents/render-delivery-note.ts';
import { renderInvoice } from '../../../../main/engine/documents/render-invoice.ts';
import { pdfPages } from '../../../support/pdf-text.ts';
import { sampleDeliveryNote, sampleInvoice } from '../../../support/sample-documents.ts';

test('a text of several pages is printed to its last word, whatever its paragraphs', async () => {
  const text = `${'word '.repeat(1900)}END`;
  const pages = pdfPages(await renderDeliveryNote({ ...sampleDeliveryNote('en', 1), text }));
  expect(pages.length).toBeGreaterThanOrEqual(3);
  expect(pages.at(-1)).toContain('END');
});

test('an invoice’s totals never stand on a page without a product', async () => {
  for (const lines of [6, 8, 21, 23]) {
    const pages = pdfPages(await renderInvoice(sampleInvoice('en', lines)));
    expect(pages.at(-1)).toContain('To pay');
    expect(pages.at(-1)).toMatch(new RegExp(`^${1000 + lines}$`, 'm'));
  }
});

test('400 lines are on 400 rows, each once', async () => {
  const pages = pdfPages(await renderInvoice(sampleInvoice('en', 400)));
  const numbers = pages.join('\n').match(/^1\d{3}$/gm);
  expect(numbers).toHaveLength(400);
  expect(new Set(numbers).size).toBe(400);
});

test('papers in one PDF count their own pages', async () => {
  const pages = pdfPages(await renderDeliveryNotes([sampleDeliveryNote('en', 1), sampleDeliveryNote('no', 20)], null));
  expect(pages[0]).toContain('Page 1 of 1');
  expect(pages[1]).toContain(`Side 1 av ${pages.length - 1}`);
  expect(pages.at(-1)).toContain(`Side ${pages.length - 1} av ${pages.length - 1}`);
});
