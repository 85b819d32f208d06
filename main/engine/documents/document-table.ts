import { code128 } from './bar-code.ts';
import { startBelow } from './document-page.ts';
import { type DocumentSheet, quiet, sheet, type TextStyle } from './document-sheet.ts';

/** A column; widths are shares of what fixed columns leave when `isWide`. */
export type Column = {
  readonly head: string;
  /** Points; the one wide column takes what the others leave. */
  readonly width: number | 'rest';
  readonly align?: 'left' | 'right';
};

/** Text of a cell, with a quieter line and a bar code under it where there is more to say; or a box to tick. */
export type Cell =
  | { readonly text: string; readonly under?: string; readonly isStrong?: boolean; readonly barCode?: string }
  | { readonly tick: true };

const gap = 8;
const rowPadding = 5;
const barCodeHeight = 15;
const finestModule = 0.25 * (72 / 25.4);
const headStyle: TextStyle = { size: 8, colour: quiet };
const underStyle: TextStyle = { size: 7.5, colour: quiet };

export type Table = {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Points under the table that belong to it, such as an invoice's totals: they never stand on a page without a row. */
  readonly keepBelow?: number;
};

/**
 * Draws a table from `top`, the heads again on every page. No row is torn apart, and the last row is never alone on its page.
 * Answers where it ends.
 */
export function drawTable(paper: DocumentSheet, { columns, rows, keepBelow = 0 }: Table, top: number): number {
  const places = columnPlaces(columns);
  const heights = rows.map(
    (row) => Math.max(...row.map((cell, index) => cellHeight(paper, cell, places[index]))) + 2 * rowPadding,
  );
  const needed = heights.map((height, index) => height + whatFollows(heights, index, keepBelow));
  let y = drawHeads(paper, places, startBelow(paper, top, headHeight(paper, places) + (needed[0] ?? 0)));
  rows.forEach((row, rowIndex) => {
    const start = startBelow(paper, y, needed[rowIndex] ?? 0);
    if (start !== y) y = drawHeads(paper, places, start);
    row.forEach((cell, index) => {
      drawCell(paper, cell, places[index], y + rowPadding);
    });
    y += heights[rowIndex] ?? 0;
    paper.line(y);
  });
  return y;
}

/** The last two rows and what belongs below them go over together. */
function whatFollows(heights: readonly number[], index: number, keepBelow: number): number {
  const last = heights.length - 1;
  if (index === last) return keepBelow;
  return index === last - 1 ? (heights[last] ?? 0) + keepBelow : 0;
}

type ColumnPlace = {
  readonly head: string;
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'right';
};

function columnPlaces(columns: readonly Column[]): readonly ColumnPlace[] {
  const fixed = columns.reduce((sum, { width }) => sum + (width === 'rest' ? 0 : width), 0);
  const rest = sheet.contentWidth - fixed - gap * (columns.length - 1);
  let x: number = sheet.left;
  return columns.map(({ head, width, align = 'left' }) => {
    const place = { head, x, width: width === 'rest' ? rest : width, align };
    x += place.width + gap;
    return place;
  });
}

/** Heads stand on the line under them, however many lines each needs. */
function drawHeads(paper: DocumentSheet, places: readonly ColumnPlace[], top: number): number {
  const height = headHeight(paper, places) - 4;
  for (const { head, x, width, align } of places) {
    const y = top + height - paper.textHeight(head, width, headStyle);
    paper.text(head, { x, y, width }, { ...headStyle, align });
  }
  paper.line(top + height + 4);
  return top + height + 4;
}

function headHeight(paper: DocumentSheet, places: readonly ColumnPlace[]): number {
  return Math.max(...places.map(({ head, width }) => paper.textHeight(head, width, headStyle))) + 4;
}

function cellHeight(paper: DocumentSheet, cell: Cell, place: ColumnPlace | undefined): number {
  if (place === undefined || 'tick' in cell) return 12;
  return (
    paper.textHeight(cell.text, place.width, cellStyle(cell)) +
    paper.textHeight(cell.under ?? '', place.width, underStyle) +
    (barsOf(cell, place) === null ? 0 : barCodeHeight + 4)
  );
}

function drawCell(paper: DocumentSheet, cell: Cell, place: ColumnPlace | undefined, y: number): void {
  if (place === undefined) return;
  if ('tick' in cell) {
    paper.box({ x: place.x, y: y + 0.5, width: 10 }, 10);
    return;
  }
  const { align } = place;
  let end = y + paper.text(cell.text, { ...place, y }, { ...cellStyle(cell), align });
  end += paper.text(cell.under ?? '', { ...place, y: end }, { ...underStyle, align });
  const bars = barsOf(cell, place);
  if (bars !== null) paper.bars(bars.widths, bars.moduleWidth, { x: place.x, y: end + 2, height: barCodeHeight });
}

/** The bar code of a cell; none where it would be finer than scanners read (0.25 mm) in its column. */
function barsOf(
  { barCode = '' }: { readonly barCode?: string },
  place: ColumnPlace,
): { readonly widths: readonly number[]; readonly moduleWidth: number } | null {
  const widths = code128(barCode);
  if (widths === null) return null;
  const modules = widths.reduce((sum, width) => sum + width, 0);
  const moduleWidth = Math.min(1, place.width / modules);
  return moduleWidth < finestModule ? null : { widths, moduleWidth };
}

function cellStyle({ isStrong = false }: { readonly isStrong?: boolean }): TextStyle {
  return isStrong ? { font: 'bold' } : {};
}
