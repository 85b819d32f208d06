import { cleanName } from '../../../shared/clean-text.ts';
import { formatDate, formatQuantity } from '../../../shared/formatting.ts';
import type { CombinedPickingListLine, CombinedPickingListModel, DocumentLogo } from './document-models.ts';
import { drawFeet, drawHead, type Fact } from './document-page.ts';
import { quantityInUnits } from './document-quantity.ts';
import type { DocumentSheet } from './document-sheet.ts';
import { type Cell, type Column, drawTable } from './document-table.ts';
import { documentWords } from './document-words.ts';
import { renderPapers } from './render-papers.ts';
import { drawSignature } from './render-picking-list.ts';
import type { DocumentWords } from './wording/language-words.ts';

/** Draws what several orders take from their warehouses, by product, one list a warehouse. */
export async function renderCombinedPickingLists(
  models: readonly CombinedPickingListModel[],
  logo: DocumentLogo | null,
): Promise<Uint8Array> {
  const titleOf = ({ language, warehouseName }: CombinedPickingListModel): string =>
    `${documentWords(language).combinedPickingList} ${cleanName(warehouseName, 60)}`;
  return await renderPapers(models, { titleOf, draw: drawCombinedPickingList, logo });
}

function drawCombinedPickingList(paper: DocumentSheet, model: CombinedPickingListModel): void {
  const words = documentWords(model.language);
  const title = words.combinedPickingList;
  const top = drawHead(paper, model, { title, mark: '', facts: listFacts(model, words) });
  const rows = model.lines.map((line) => listRow(line, model));
  const y = drawTable(paper, { columns: listColumns(words), rows }, top) + 14;
  drawSignature(paper, words, y);
  drawFeet(paper, model, `${title}  ·  ${cleanName(model.warehouseName, 60)}`);
}

function listFacts(model: CombinedPickingListModel, words: DocumentWords): readonly Fact[] {
  return [
    [words.warehouse, cleanName(model.warehouseName, 60)],
    [words.date, formatDate(model.printedDate, model.language)],
    [words.orders, model.orderNos.join(', ')],
  ];
}

function listColumns(words: DocumentWords): readonly Column[] {
  return [
    { head: words.picked, width: 40 },
    { head: words.productNo, width: 62 },
    { head: words.product, width: 'rest' },
    { head: words.orders, width: 84, align: 'right' },
    { head: words.inStock, width: 52, align: 'right' },
    { head: words.toPick, width: 62, align: 'right' },
  ];
}

function listRow(line: CombinedPickingListLine, { language }: CombinedPickingListModel): readonly Cell[] {
  const shares = line.orders.map(({ orderNo, toPickMilli }) => `${orderNo}: ${formatQuantity(toPickMilli, language)}`);
  return [
    { tick: true },
    { text: cleanName(line.productNo, 40) },
    { text: cleanName(line.description, 300), barCode: line.productNo },
    { text: shares.join('\n') },
    { text: line.stockMilli === null ? '' : formatQuantity(line.stockMilli, language) },
    { text: quantityInUnits(line.toPickMilli, line.unit, language), isStrong: true },
  ];
}
