import { cleanName } from '../../../shared/clean-text.ts';
import { formatDate, formatQuantity } from '../../../shared/formatting.ts';
import type { PickingListLine, PickingListModel } from './document-models.ts';
import { drawFeet, drawHead, drawText, type Fact, startBelow } from './document-page.ts';
import { quantityInUnits } from './document-quantity.ts';
import { DocumentSheet, quiet, sheet } from './document-sheet.ts';
import { type Cell, type Column, drawTable } from './document-table.ts';
import { documentWords } from './document-words.ts';
import type { DocumentWords } from './wording/language-words.ts';

/** Draws a picking list as a PDF, A4: a box to tick a line, what to pick in bold. The same model gives the same bytes. */
export async function renderPickingList(model: PickingListModel): Promise<Uint8Array> {
  const words = documentWords(model.language);
  const title = `${words.pickingList} ${model.orderNo}`;
  const paper = new DocumentSheet(title, model.company.name, model.createdAt);
  const top = drawHead(paper, model, { title: words.pickingList, mark: '', facts: listFacts(model, words) });
  const rows = model.lines.map((line) => listRow(line, model));
  let y = drawTable(paper, { columns: listColumns(words), rows }, top) + 14;
  if (model.text.trim() !== '') y = drawText(paper, model.text, y) + 10;
  drawSignature(paper, words, y);
  drawFeet(paper, model, `${words.pickingList}  ·  ${words.orderNo} ${model.orderNo}`);
  return await paper.finish();
}

function listFacts(model: PickingListModel, words: DocumentWords): readonly Fact[] {
  return [
    [words.orderNo, String(model.orderNo)],
    [words.webOrderNo, cleanName(model.webOrderNo, 60)],
    [words.orderDate, formatDate(model.orderDate, model.language)],
    [words.deliveryDate, model.deliveryDate === null ? '' : formatDate(model.deliveryDate, model.language)],
    [words.warehouse, cleanName(model.warehouseName, 60)],
    [words.date, formatDate(model.printedDate, model.language)],
  ];
}

function listColumns(words: DocumentWords): readonly Column[] {
  return [
    { head: words.picked, width: 46 },
    { head: words.productNo, width: 70 },
    { head: words.product, width: 'rest' },
    { head: words.inStock, width: 60, align: 'right' },
    { head: words.toPick, width: 76, align: 'right' },
  ];
}

function listRow(line: PickingListLine, { language }: PickingListModel): readonly Cell[] {
  return [
    { tick: true },
    { text: cleanName(line.productNo, 40) },
    { text: cleanName(line.description, 300) },
    { text: line.stockMilli === null ? '' : formatQuantity(line.stockMilli, language) },
    { text: quantityInUnits(line.toPickMilli, line.unit, language), isStrong: true },
  ];
}

function drawSignature(paper: DocumentSheet, words: DocumentWords, top: number): void {
  const y = startBelow(paper, top + 30, 30);
  const middle = sheet.left + sheet.contentWidth * 0.6;
  const small = { size: 8, colour: quiet };
  paper.line(y, sheet.left, middle - 16);
  paper.line(y, middle, sheet.right);
  paper.text(words.pickedBy, { x: sheet.left, y: y + 4, width: 200 }, small);
  paper.text(words.date, { x: middle, y: y + 4, width: 100 }, small);
}
