import { cleanName } from '../../../shared/clean-text.ts';
import { formatDate } from '../../../shared/formatting.ts';
import type { DocumentLogo, PurchaseOrderLine, PurchaseOrderModel } from './document-models.ts';
import { drawFeet, drawHead, type Fact, postalLines } from './document-page.ts';
import { quantityInUnits } from './document-quantity.ts';
import type { DocumentSheet } from './document-sheet.ts';
import { type Cell, type Column, drawTable } from './document-table.ts';
import { documentWords } from './document-words.ts';
import { renderPapers } from './render-papers.ts';
import type { DocumentWords } from './wording/language-words.ts';

/** Draws a purchase order for the supplier as a PDF, A4. The same model and logo give the same bytes. */
export async function renderPurchaseOrder(
  model: PurchaseOrderModel,
  logo: DocumentLogo | null = null,
): Promise<Uint8Array> {
  const titleOf = ({ language, purchaseNo }: PurchaseOrderModel): string =>
    `${documentWords(language).purchaseOrder} ${purchaseNo}`;
  return await renderPapers([model], { titleOf, draw: drawPurchaseOrder, logo });
}

function drawPurchaseOrder(paper: DocumentSheet, model: PurchaseOrderModel): void {
  const words = documentWords(model.language);
  const title = words.purchaseOrder;
  const barCode = String(model.purchaseNo);
  const top = drawHead(paper, model, { title, mark: '', facts: orderFacts(model, words), barCode });
  drawTable(paper, { columns: orderColumns(words), rows: model.lines.map((line) => orderRow(line, model)) }, top);
  drawFeet(paper, model, `${title} ${model.purchaseNo}`);
}

function orderFacts(model: PurchaseOrderModel, words: DocumentWords): readonly Fact[] {
  const { deliverTo, language } = model;
  const person = cleanName(deliverTo.contactPerson, 80);
  return [
    [words.purchaseOrderNo, String(model.purchaseNo)],
    [words.orderDate, formatDate(model.orderDate, language)],
    [words.deliveryDate, model.deliveryDate === null ? '' : formatDate(model.deliveryDate, language)],
    [
      words.deliverTo,
      [cleanName(deliverTo.name, 80), person === '' ? '' : words.attention(person), ...postalLines(deliverTo)]
        .filter(Boolean)
        .join('\n'),
    ],
  ];
}

function orderColumns(words: DocumentWords): readonly Column[] {
  return [
    { head: words.productNo, width: 84 },
    { head: words.product, width: 'rest' },
    { head: words.deliveryDate, width: 84 },
    { head: words.quantity, width: 84, align: 'right' },
  ];
}

function orderRow(line: PurchaseOrderLine, { language }: PurchaseOrderModel): readonly Cell[] {
  return [
    { text: cleanName(line.productNo, 40) },
    { text: cleanName(line.description, 300) },
    { text: line.deliveryDate === null ? '' : formatDate(line.deliveryDate, language) },
    { text: quantityInUnits(line.orderedMilli, line.unit, language), isStrong: true },
  ];
}
