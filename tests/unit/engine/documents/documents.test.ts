import { describe, expect, test } from 'vitest';
import { documentWords } from '../../../../main/engine/documents/document-words.ts';
import { renderDeliveryNote } from '../../../../main/engine/documents/render-delivery-note.ts';
import { renderInvoice } from '../../../../main/engine/documents/render-invoice.ts';
import { renderPickingList } from '../../../../main/engine/documents/render-picking-list.ts';
import { renderPurchaseOrder } from '../../../../main/engine/documents/render-purchase-order.ts';
import { languages } from '../../../../shared/language.ts';
import { pdfPages } from '../../../support/pdf-text.ts';
import {
  sampleDeliveryNote,
  sampleInvoice,
  samplePickingList,
  samplePurchaseOrder,
} from '../../../support/sample-documents.ts';

/** Words as drawn, one line break or blank as good as another. */
const flat = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, ' ');

describe('delivery note', () => {
  test('names note, order, web order, date, shipment, company and recipient', async () => {
    const [page = ''] = pdfPages(await renderDeliveryNote(sampleDeliveryNote('en', 1)));
    for (const words of [
      ...['Delivery note', 'Original', '10432-2', '10432', 'W-8841', '3 Mar 2026', '70123456789, Posten'],
      ...['Fjell & Fjord AS', 'Storgata 14', '6413 Molde', 'Kari Nordmann', 'Ærfuglveien 3 B', '9845 Tana'],
      'Page 1 of 1',
    ]) {
      expect(flat(page)).toContain(words);
    }
  });

  test('every further print says that it is a copy', async () => {
    const model = sampleDeliveryNote('no', 1);
    expect(pdfPages(await renderDeliveryNote(model))[0]).toMatch(/^Original$/m);
    const copy = pdfPages(await renderDeliveryNote({ ...model, isOriginal: false }))[0];
    expect(copy).toMatch(/^Kopi$/m);
    expect(copy).not.toMatch(/^Original$/m);
  });

  test('forty lines break over pages: heads and page numbers on each, no line lost', async () => {
    const model = sampleDeliveryNote('en', 40);
    const pages = pdfPages(await renderDeliveryNote(model));
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, index) => {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(flat(page)).toContain('Product no.');
    });
    const all = pages.join('\n');
    for (const { productNo } of model.lines) expect(all).toMatch(new RegExp(`^${productNo}$`, 'm'));
    expect(pages.slice(1).every((page) => page.includes('Delivery note 10432-2'))).toBe(true);
  });

  test('what is still to come is said with its date, and nothing is said where all came', async () => {
    const part = flat(pdfPages(await renderDeliveryNote(sampleDeliveryNote('en', 2))).join(' '));
    expect(part).toContain('1.5 expected 14 Dec 2026');
    expect(part).toContain('follows in a later delivery');
    const whole = pdfPages(await renderDeliveryNote(sampleDeliveryNote('en', 1))).join(' ');
    expect(whole).not.toContain('later delivery');
  });
});

test('a picking list says what to pick, and in which warehouse', async () => {
  const text = flat(pdfPages(await renderPickingList(samplePickingList('no', 3))).join(' '));
  for (const words of ['Plukkliste', 'Lager Main', '5. mars 2026', '1 stk.', '2 m', 'Plukket av']) {
    expect(text).toContain(words);
  }
});

describe('purchase order', () => {
  test.each([
    [
      'en',
      ['Purchase order', 'Purchase order no. 2041', 'Deliver to Fjell & Fjord AS', 'Att. Åsa Öberg', '20 Mar 2026'],
    ],
    ['no', ['Innkjøpsordre', 'Innkjøpsordre nr. 2041', 'Leveres til Fjell & Fjord AS', '20. mars 2026', '2,5 m']],
    ['sv', ['Inköpsorder', 'Inköpsordernr 2041', 'Levereras till Fjell & Fjord AS', '14 dec. 2026']],
    ['da', ['Indkøbsordre', 'Indkøbsordrenr. 2041', 'Leveres til Fjell & Fjord AS', '14. dec. 2026']],
    ['nl', ['Inkooporder', 'Inkoopordernr. 2041', 'Afleveren bij Fjell & Fjord AS', '14 dec 2026']],
    ['de', ['Bestellung', 'Bestell-Nr. 2041', 'Liefern an Fjell & Fjord AS', '14. Dez. 2026']],
  ] as const)('in %s says to whom, where to, and what by when', async (language, expected) => {
    const text = flat(pdfPages(await renderPurchaseOrder(samplePurchaseOrder(language, 3))).join(' '));
    for (const words of [...expected, 'Nordic Tents AB', '6413 Molde', '1003']) expect(text).toContain(words);
  });

  test('of forty lines breaks over pages and loses none', async () => {
    const model = samplePurchaseOrder('en', 40);
    const pages = pdfPages(await renderPurchaseOrder(model));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.every((page) => flat(page).includes('Product no.'))).toBe(true);
    for (const { productNo } of model.lines) expect(pages.join('\n')).toMatch(new RegExp(`^${productNo}$`, 'm'));
  });
});

describe('invoice', () => {
  test('shows goods, freight, VAT per rate and the sum to pay', async () => {
    const model = { ...sampleInvoice('no', 1) };
    const text = flat(pdfPages(await renderInvoice(model)).join(' '));
    for (const words of ['Faktura', '50012', 'Forfallsdato 17. mars 2026', 'Varer 199,00', 'Frakt 99,00']) {
      expect(text).toContain(words);
    }
    expect(text).toContain('Mva. 25 % av 298,00 74,50');
    expect(text).toContain('Å betale 372,50 kr');
    expect(text).not.toContain('Gjenstår');
  });

  test('a part invoice shows what is still to come and the back order that brings it', async () => {
    const text = flat(pdfPages(await renderInvoice(sampleInvoice('en', 4))).join(' '));
    expect(text).toContain('Still to come');
    expect(text).toContain('follows as back order W-8841 / rest 1.');
  });

  test('a credit note names the invoice it takes back', async () => {
    const model = { ...sampleInvoice('en', 1), kind: 'credit-note' as const, creditedInvoiceNo: 50001, dueDate: null };
    const text = flat(pdfPages(await renderInvoice(model)).join(' '));
    expect(text).toContain('Credit note');
    expect(text).toContain('Credits invoice no. 50001');
    expect(text).toContain('To your credit');
    expect(text).not.toContain('Due date');
  });
});

describe('documents in the languages of customers', () => {
  test.each([
    ['en', ['Delivery note', 'This delivery', '1 pc', '3 pcs', 'expected 14 Dec 2026', 'Page 1 of 1']],
    ['no', ['Pakkseddel', 'Denne levering', '1 stk.', '3 stk.', 'forventet 14. des. 2026', 'Side 1 av 1']],
    ['sv', ['Följesedel', 'Denna leverans', '1 st.', '3 st.', 'förväntas 14 dec. 2026', 'Sida 1 av 1']],
    ['da', ['Pakkeseddel', 'Denne levering', '1 stk.', '3 stk.', 'forventes 14. dec. 2026', 'Side 1 af 1']],
    ['nl', ['Pakbon', 'Deze levering', '1 stuk', '3 stuks', 'verwacht 14 dec 2026', 'Pagina 1 van 1']],
    ['de', ['Lieferschein', 'Diese Lieferung', '1 Stück', '3 Stück', 'erwartet 14. Dez. 2026', 'Seite 1 von 1']],
  ] as const)('delivery note in %s', async (language, expected) => {
    const text = flat(pdfPages(await renderDeliveryNote(sampleDeliveryNote(language, 3))).join(' '));
    for (const words of expected) expect(text).toContain(words);
  });

  test.each([
    ['en', ['Invoice', 'Due date 17 Mar 2026', 'To pay NOK 372.50', 'VAT 25% of 298.00 74.50']],
    ['no', ['Faktura', 'Forfallsdato 17. mars 2026', 'Å betale 372,50 kr', 'Mva. 25 % av 298,00 74,50']],
    ['sv', ['Faktura', 'Förfallodatum 17 mars 2026', 'Att betala 372,50 Nkr', 'Moms 25 % på 298,00 74,50']],
    ['da', ['Faktura', 'Forfaldsdato 17. mar. 2026', 'At betale 372,50 NOK', 'Moms 25 % af 298,00 74,50']],
    ['nl', ['Factuur', 'Vervaldatum 17 mrt 2026', 'Te betalen NOK 372,50', 'Btw 25% over 298,00 74,50']],
    ['de', ['Rechnung', 'Fällig am 17. März 2026', 'Zu zahlen 372,50 NOK', 'MwSt. 25 % auf 298,00 74,50']],
  ] as const)('invoice in %s', async (language, expected) => {
    const text = flat(pdfPages(await renderInvoice(sampleInvoice(language, 1))).join(' '));
    for (const words of expected) expect(text).toContain(words);
  });

  test.each(languages)('no word of a table head is torn apart in %s', async (language) => {
    const pages = [
      ...pdfPages(await renderDeliveryNote(sampleDeliveryNote(language, 2))),
      ...pdfPages(await renderPickingList(samplePickingList(language, 2))),
      ...pdfPages(await renderInvoice(sampleInvoice(language, 2))),
    ];
    const text = flat(pages.join(' '));
    const words = documentWords(language);
    const heads = [words.productNo, words.product, words.ordered, words.deliveredBefore, words.thisDelivery];
    const more = [words.toCome, words.picked, words.inStock, words.toPick, words.quantity, words.price, words.vat];
    for (const head of [...heads, ...more, words.amount('NOK')]) expect(text).toContain(head);
  });

  test.each(languages)('a part invoice and a credit note in %s say what they are', async (language) => {
    const words = documentWords(language);
    const invoice = flat(pdfPages(await renderInvoice(sampleInvoice(language, 4))).join(' '));
    expect(invoice).toContain(words.restFollowsAs('W-8841 / rest 1'));
    const model = { ...sampleInvoice(language, 1), kind: 'credit-note' as const, creditedInvoiceNo: 50001 };
    const credit = flat(pdfPages(await renderInvoice(model)).join(' '));
    expect(credit).toContain(`${words.creditsInvoiceNo} 50001`);
    expect(credit).toContain(words.toYourCredit);
  });
});

describe('every document', () => {
  test('has the same bytes for the same model', async () => {
    const note = sampleDeliveryNote('en', 12);
    expect(await renderDeliveryNote(note)).toEqual(await renderDeliveryNote(note));
    expect(await renderInvoice(sampleInvoice('no', 12))).toEqual(await renderInvoice(sampleInvoice('no', 12)));
  });

  test('prints names as they are spelled, beyond Latin-1', async () => {
    const model = sampleDeliveryNote('en', 1);
    const recipient = { ...model.recipient, name: 'Łukasz Žižek Ğül Ελένη Жанна', addressLine1: 'Straße 5, € „ß“' };
    const [page = ''] = pdfPages(await renderDeliveryNote({ ...model, recipient }));
    expect(page).toContain('Łukasz Žižek Ğül Ελένη Жанна');
    expect(page).toContain('Straße 5, € „ß“');
  });

  test('survives what nobody should type: control characters, 100 kB names, emoji, right-to-left', async () => {
    const model = sampleDeliveryNote('en', 3);
    const description = `${'x'.repeat(100_000)}\r\n\u0000\u202e😀 שלום`;
    const lines = model.lines.map((line) => ({ ...line, description, productNo: description, unit: description }));
    const recipient = { ...model.recipient, name: description, addressLine2: '😀\ud800 中' };
    const pages = pdfPages(await renderDeliveryNote({ ...model, lines, recipient, text: description }));
    expect(pages.length).toBeLessThan(5);
  });

  test('without lines it is still a page', async () => {
    expect(pdfPages(await renderPickingList(samplePickingList('en', 0)))).toHaveLength(1);
  });
});
