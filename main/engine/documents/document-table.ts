import { startBelow } from './document-page.ts';
import { type DocumentSheet, quiet, sheet, type TextStyle } from './document-sheet.ts';

/** A column; widths are shares of what fixed columns leave when `isWide`. */
export type Column = {
  readonly head: string;
  /** Points; the one wide column takes what the others leave. */
  readonly width: number | 'rest';
  readonly align?: 'left' | 'right';
};

/** Text of a cell, with a quieter line under it where there is more to say; or a box to tick. */
export type Cell =
  | { readonly text: string; readonly under?: string; readonly isStrong?: boolean }
  | { readonly tick: true };

const gap = 8;
const rowPadding = 5;
const headStyle: TextStyle = { size: 8, colour: quiet };
const underStyle: TextStyle = { size: 7.5, colour: quiet };

/** Draws a table from `top`, the heads again on every page; no row is torn apart. Answers where it ends. */
export function drawTable(
  paper: DocumentSheet,
  { columns, rows }: { readonly columns: readonly Column[]; readonly rows: readonly (readonly Cell[])[] },
  top: number,
): number {
  const places = columnPlaces(columns);
  let y = drawHeads(paper, places, top);
  for (const row of rows) {
    const height = Math.max(...row.map((cell, index) => cellHeight(paper, cell, places[index]))) + 2 * rowPadding;
    const start = startBelow(paper, y, height);
    if (start !== y) y = drawHeads(paper, places, start);
    row.forEach((cell, index) => {
      drawCell(paper, cell, places[index], y + rowPadding);
    });
    y += height;
    paper.line(y);
  }
  return y;
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
  const height = Math.max(...places.map(({ head, width }) => paper.textHeight(head, width, headStyle)));
  for (const { head, x, width, align } of places) {
    const y = top + height - paper.textHeight(head, width, headStyle);
    paper.text(head, { x, y, width }, { ...headStyle, align });
  }
  paper.line(top + height + 4);
  return top + height + 4;
}

function cellHeight(paper: DocumentSheet, cell: Cell, place: ColumnPlace | undefined): number {
  if (place === undefined || 'tick' in cell) return 12;
  return (
    paper.textHeight(cell.text, place.width, cellStyle(cell)) +
    paper.textHeight(cell.under ?? '', place.width, underStyle)
  );
}

function drawCell(paper: DocumentSheet, cell: Cell, place: ColumnPlace | undefined, y: number): void {
  if (place === undefined) return;
  if ('tick' in cell) {
    paper.box({ x: place.x, y: y + 0.5, width: 10 }, 10);
    return;
  }
  const { align } = place;
  const height = paper.text(cell.text, { ...place, y }, { ...cellStyle(cell), align });
  paper.text(cell.under ?? '', { ...place, y: y + height }, { ...underStyle, align });
}

function cellStyle({ isStrong = false }: { readonly isStrong?: boolean }): TextStyle {
  return isStrong ? { font: 'bold' } : {};
}
