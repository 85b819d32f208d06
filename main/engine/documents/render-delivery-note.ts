import { cleanName } from '../../../shared/clean-text.ts';
import { formatDate, formatQuantity } from '../../../shared/formatting.ts';
import type { DeliveryNoteLine, DeliveryNoteModel, DocumentLogo } from './document-models.ts';
import { drawFeet, drawHead, drawText, type Fact, startBelow } from './document-page.ts';
import { quantityInUnits } from './document-quantity.ts';
import type { DocumentSheet } from './document-sheet.ts';
import { type Cell, type Column, drawTable } from './document-table.ts';
import { documentWords } from './document-words.ts';
import { renderPapers } from './render-papers.ts';
import type { DocumentWords } from './wording/language-words.ts';

/** Draws a delivery note as a PDF, A4. The same model and logo give the same bytes. */
export async function renderDeliveryNote(
  model: DeliveryNoteModel,
  logo: DocumentLogo | null = null,
): Promise<Uint8Array> {
  return await renderDeliveryNotes([model], logo);
}

/** Draws delivery notes into one PDF, each on pages of its own. */
export async function renderDeliveryNotes(
  models: readonly DeliveryNoteModel[],
  logo: DocumentLogo | null,
): Promise<Uint8Array> {
  const titleOf = ({ language, noteNo }: DeliveryNoteModel): string =>
    `${documentWords(language).deliveryNote} ${cleanName(noteNo, 40)}`;
  return await renderPapers(models, { titleOf, draw: drawDeliveryNote, logo });
}

function drawDeliveryNote(paper: DocumentSheet, model: DeliveryNoteModel): void {
  const words = documentWords(model.language);
  const noteNo = cleanName(model.noteNo, 40);
  const top = drawHead(paper, model, {
    title: words.deliveryNote,
    mark: model.isOriginal ? words.original : words.copy,
    facts: noteFacts(model, words),
    barCode: String(model.orderNo),
  });
  const rows = model.lines.map((line) => noteRow(line, model));
  let y = drawTable(paper, { columns: noteColumns(words), rows }, top) + 14;
  if (model.lines.some((line) => line.toComeMilli > 0)) {
    y = startBelow(paper, y, 16);
    y = drawText(paper, words.restFollows, y) + 6;
  }
  if (model.text.trim() !== '') drawText(paper, model.text, y);
  drawFeet(paper, model, `${words.deliveryNote} ${noteNo}  ·  ${words.orderNo} ${model.orderNo}`);
}

function noteFacts(model: DeliveryNoteModel, words: DocumentWords): readonly Fact[] {
  return [
    [words.noteNo, cleanName(model.noteNo, 40)],
    [words.date, formatDate(model.noteDate, model.language)],
    [words.orderNo, String(model.orderNo)],
    [words.webOrderNo, cleanName(model.webOrderNo, 60)],
    [words.orderDate, formatDate(model.orderDate, model.language)],
    ...model.shipments.slice(0, 4).map(
      ({ carrier, shippingNo }): Fact => [
        words.shipment,
        [shippingNo, carrier]
          .map((text) => cleanName(text, 40))
          .filter(Boolean)
          .join(', '),
      ],
    ),
  ];
}

function noteColumns(words: DocumentWords): readonly Column[] {
  return [
    { head: words.productNo, width: 56 },
    { head: words.product, width: 'rest' },
    { head: words.ordered, width: 44, align: 'right' },
    { head: words.deliveredBefore, width: 50, align: 'right' },
    { head: words.thisDelivery, width: 62, align: 'right' },
    { head: words.toCome, width: 88, align: 'right' },
  ];
}

function noteRow(line: DeliveryNoteLine, { language }: DeliveryNoteModel): readonly Cell[] {
  const words = documentWords(language);
  const isExpected = line.toComeMilli > 0 && line.expectedDate !== null;
  return [
    { text: cleanName(line.productNo, 40) },
    { text: cleanName(line.description, 300) },
    { text: formatQuantity(line.orderedMilli, language) },
    { text: formatQuantity(line.deliveredBeforeMilli, language) },
    { text: quantityInUnits(line.deliveredNowMilli, line.unit, language), isStrong: true },
    {
      text: formatQuantity(line.toComeMilli, language),
      under: isExpected && line.expectedDate !== null ? words.expected(formatDate(line.expectedDate, language)) : '',
    },
  ];
}
