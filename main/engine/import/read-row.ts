import { cleanText } from '../../../shared/clean-text.ts';
import { type FaultReason, type ImportField, importFieldTypes, type MappedColumn } from '../../../shared/import.ts';
import { type CellValue, readCell } from './read-cell.ts';

type ValueOfType = {
  'line-text': string;
  text: string;
  email: string;
  quantity: number;
  amount: number;
  percent: number;
  flag: boolean;
  date: string;
  language: string;
  currency: string;
};

/** What a row says, by field; what its cells leave empty is not in it. */
export type RowValues = { readonly [Field in ImportField]?: ValueOfType[(typeof importFieldTypes)[Field]] };

/** What is wrong with a row; `otherLine` is the line it disagrees with. */
export type FoundFault = {
  readonly field: ImportField | null;
  readonly reason: FaultReason;
  readonly value: string;
  readonly otherLine: number | null;
};

export function faultOf(reason: FaultReason, field: ImportField | null, value = ''): FoundFault {
  return { reason, field, value, otherLine: null };
}

export type ReadRow = { readonly values: RowValues; readonly faults: readonly FoundFault[] };

const longestShownValue = 200;

/** Reads the cells that are mapped. `width` is how many columns the file has; a row of another width may have slipped. */
export function readRow(cells: readonly string[], columns: readonly MappedColumn[], width: number): ReadRow {
  const values: { [Field in ImportField]?: CellValue } = {};
  const faults = [...widthFaults(cells, width)];
  for (const { index, field, dateOrder, decimalSign } of columns) {
    const text = cells[index] ?? '';
    // What nobody can see is no name: a contact without one could not be found again, nor an empty order no.
    if (cleanText(text) === '') continue;
    const read = readCell(text, { type: importFieldTypes[field], dateOrder, decimalSign });
    if ('value' in read) values[field] = read.value;
    else faults.push(faultOf(read.fault, field, text.slice(0, longestShownValue)));
  }
  return { values: values as RowValues, faults };
}

/** Cells beyond the last column may be empty; a row that ends early has lost something. */
function widthFaults(cells: readonly string[], width: number): readonly FoundFault[] {
  if (cells.length < width) return [faultOf('too-few-cells', null, String(cells.length))];
  const hasMore = cells.slice(width).some((cell) => cell.trim() !== '');
  return hasMore ? [faultOf('too-many-cells', null, String(cells.length))] : [];
}
