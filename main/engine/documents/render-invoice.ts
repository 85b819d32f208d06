import { cleanName } from '../../../shared/clean-text.ts';
import { formatAmount, formatDate, formatMoney, formatPermille, formatQuantity } from '../../../shared/formatting.ts';
import type { DocumentLogo, InvoiceLine, InvoiceModel } from './document-models.ts';
import { drawFeet, drawHead, drawText, type Fact, startBelow } from './document-page.ts';
import { quantityInUnits } from './document-quantity.ts';
import { type DocumentSheet, sheet } from './document-sheet.ts';
import { type Cell, type Column, drawTable } from './document-table.ts';
import { documentWords } from './document-words.ts';
import { renderPapers } from './render-papers.ts';
import type { DocumentWords } from './wording/language-words.ts';

/** Draws an invoice or credit note as a PDF, A4, VAT per rate. The same model and logo give the same bytes. */
export async function renderInvoice(model: InvoiceModel, logo: DocumentLogo | null = null): Promise<Uint8Array> {
  return await renderInvoices([model], logo);
}

/** Draws invoices and credit notes into one PDF, each on pages of its own. */
export async function renderInvoices(models: readonly InvoiceModel[], logo: DocumentLogo | null): Promise<Uint8Array> {
  const titleOf = (model: InvoiceModel): string => `${titleWord(model)} ${model.invoiceNo}`;
  return await renderPapers(models, { titleOf, draw: drawInvoice, logo });
}

function titleWord({ kind, language }: InvoiceModel): string {
  const words = documentWords(language);
  return kind === 'invoice' ? words.invoice : words.creditNote;
}

function drawInvoice(paper: DocumentSheet, model: InvoiceModel): void {
  const words = documentWords(model.language);
  const title = titleWord(model);
  const mark = model.isOriginal ? '' : words.copy;
  const top = drawHead(paper, model, { title, mark, facts: invoiceFacts(model, words) });
  const hasRest = model.lines.some((line) => line.toComeMilli > 0);
  const columns = invoiceColumns(model, words).filter(({ head }) => hasRest || head !== words.toCome);
  const rows = model.lines.map((line) => invoiceRow(line, model, hasRest));
  let y =
    drawTotals(paper, model, drawTable(paper, { columns, rows, keepBelow: totalsHeight(model) + 10 }, top) + 10) + 18;
  if (hasRest) y = drawText(paper, restWords(model, words), startBelow(paper, y, 16)) + 6;
  if (model.text.trim() !== '') drawText(paper, model.text, y);
  drawFeet(paper, model, `${title} ${model.invoiceNo}  ·  ${words.orderNo} ${model.orderNo}`);
}

function restWords({ backOrderNo }: InvoiceModel, words: DocumentWords): string {
  return backOrderNo === null ? words.restFollows : words.restFollowsAs(cleanName(backOrderNo, 60));
}

function invoiceFacts(model: InvoiceModel, words: DocumentWords): readonly Fact[] {
  const { language } = model;
  return [
    [model.kind === 'invoice' ? words.invoiceNo : words.creditNoteNo, String(model.invoiceNo)],
    [words.creditsInvoiceNo, model.creditedInvoiceNo === null ? '' : String(model.creditedInvoiceNo)],
    [words.date, formatDate(model.invoiceDate, language)],
    [words.dueDate, model.dueDate === null ? '' : formatDate(model.dueDate, language)],
    [words.orderNo, String(model.orderNo)],
    [words.webOrderNo, cleanName(model.webOrderNo, 60)],
    [words.orderDate, formatDate(model.orderDate, language)],
  ];
}

function invoiceColumns({ currency }: InvoiceModel, words: DocumentWords): readonly Column[] {
  return [
    { head: words.product, width: 'rest' },
    { head: words.quantity, width: 58, align: 'right' },
    { head: words.toCome, width: 44, align: 'right' },
    { head: words.price, width: 76, align: 'right' },
    { head: words.vat, width: 36, align: 'right' },
    { head: words.amount(currency), width: 84, align: 'right' },
  ];
}

function invoiceRow(line: InvoiceLine, { currency, language }: InvoiceModel, hasRest: boolean): readonly Cell[] {
  return [
    { text: cleanName(line.description, 300), under: cleanName(line.productNo, 40) },
    { text: quantityInUnits(line.quantityMilli, line.unit, language) },
    ...(hasRest ? [{ text: formatQuantity(line.toComeMilli, language) }] : []),
    { text: formatAmount(line.unitPriceMinor, currency, language) },
    { text: formatPermille(line.vatPermille, language) },
    { text: formatAmount(line.amountMinor, currency, language) },
  ];
}

const totalsLeft = sheet.right - 250;
const rowHeight = 16;

function totalsHeight({ freightMinor, totals }: InvoiceModel): number {
  return (totals.vat.length + (freightMinor === 0 ? 1 : 3)) * rowHeight + 34;
}

/** Goods and freight, the VAT of every rate, and what is to pay; kept together on one page. */
function drawTotals(paper: DocumentSheet, model: InvoiceModel, top: number): number {
  const words = documentWords(model.language);
  const amount = (minor: number): string => formatAmount(minor, model.currency, model.language);
  const goodsMinor = model.totals.netMinor - model.freightMinor;
  const rows: readonly Fact[] = [
    ...(model.freightMinor === 0
      ? []
      : [[words.goods, amount(goodsMinor)] as const, [words.freight, amount(model.freightMinor)] as const]),
    [words.net, amount(model.totals.netMinor)],
    ...model.totals.vat.map(
      ({ vatPermille, baseMinor, vatMinor }): Fact => [
        words.vatOf(formatPermille(vatPermille, model.language), amount(baseMinor)),
        amount(vatMinor),
      ],
    ),
  ];
  let y = startBelow(paper, top, totalsHeight(model));
  for (const [label, value] of rows) {
    drawTotal(paper, label, value, y);
    y += rowHeight;
  }
  paper.line(y, totalsLeft);
  const label = model.kind === 'invoice' ? words.toPay : words.toYourCredit;
  drawTotal(paper, label, formatMoney(model.totals.totalMinor, model.currency, model.language), y + 7, true);
  return y + 30;
}

function drawTotal(paper: DocumentSheet, label: string, value: string, y: number, isSum = false): void {
  const style = isSum ? ({ font: 'bold', size: 12 } as const) : {};
  paper.text(label, { x: totalsLeft, y, width: 140 }, style);
  paper.text(value, { x: totalsLeft + 110, y, width: 140 }, { ...style, align: 'right' });
}
