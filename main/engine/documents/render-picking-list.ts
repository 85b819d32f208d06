import { cleanName } from '../../../shared/clean-text.ts';
import { formatDate, formatQuantity } from '../../../shared/formatting.ts';
import type { DocumentLogo, PickingListLine, PickingListModel } from './document-models.ts';
import { drawFeet, drawHead, drawText, type Fact, startBelow } from './document-page.ts';
import { quantityInUnits } from './document-quantity.ts';
import { type DocumentSheet, quiet, sheet } from './document-sheet.ts';
import { type Cell, type Column, drawTable } from './document-table.ts';
import { documentWords } from './document-words.ts';
import { renderPapers } from './render-papers.ts';
import type { DocumentWords } from './wording/language-words.ts';

/** Draws a picking list as a PDF, A4: a box to tick a line, what to pick in bold. The same model and logo give the same bytes. */
export async function renderPickingList(
  model: PickingListModel,
  logo: DocumentLogo | null = null,
): Promise<Uint8Array> {
  return await renderPickingLists([model], logo);
}

/** Draws picking lists into one PDF, each on pages of its own. */
export async function renderPickingLists(
  models: readonly PickingListModel[],
  logo: DocumentLogo | null,
): Promise<Uint8Array> {
  const titleOf = ({ language, orderNo }: PickingListModel): string =>
    `${documentWords(language).pickingList} ${orderNo}`;
  return await renderPapers(models, { titleOf, draw: drawPickingList, logo });
}

function drawPickingList(paper: DocumentSheet, model: PickingListModel): void {
  const words = documentWords(model.language);
  const top = drawHead(paper, model, {
    title: words.pickingList,
    mark: '',
    facts: listFacts(model, words),
    barCode: String(model.orderNo),
  });
  const rows = model.lines.map((line) => listRow(line, model));
  let y = drawTable(paper, { columns: listColumns(words), rows }, top) + 14;
  if (model.text.trim() !== '') y = drawText(paper, model.text, y) + 10;
  drawSignature(paper, words, y);
  drawFeet(paper, model, `${words.pickingList}  ·  ${words.orderNo} ${model.orderNo}`);
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
    { text: cleanName(line.description, 300), barCode: line.productNo },
    { text: line.stockMilli === null ? '' : formatQuantity(line.stockMilli, language) },
    { text: quantityInUnits(line.toPickMilli, line.unit, language), isStrong: true },
  ];
}

/** Where who picked it signs. */
export function drawSignature(paper: DocumentSheet, words: DocumentWords, top: number): void {
  const y = startBelow(paper, top + 30, 30);
  const middle = sheet.left + sheet.contentWidth * 0.6;
  const small = { size: 8, colour: quiet };
  paper.line(y, sheet.left, middle - 16);
  paper.line(y, middle, sheet.right);
  paper.text(words.pickedBy, { x: sheet.left, y: y + 4, width: 200 }, small);
  paper.text(words.date, { x: middle, y: y + 4, width: 100 }, small);
}
