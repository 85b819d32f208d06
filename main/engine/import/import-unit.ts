import { type ImportField, type ImportKind, lineFields } from '../../../shared/import.ts';
import { type FoundFault, faultOf, type RowValues } from './read-row.ts';

export type UnitLine = { readonly no: number; readonly line: number; readonly values: RowValues };

/** What is imported as one: a product, a contact, a count, an order with its lines. */
export type ImportUnit = { readonly head: RowValues; readonly lines: readonly UnitLine[] };

export type RowOfFault = { readonly no: number; readonly line: number; readonly fault: FoundFault };

/** Kinds of which several rows make one. */
export function hasLines(kind: ImportKind): boolean {
  return kind === 'orders' || kind === 'purchases';
}

/**
 * Joins the rows of a unit. What belongs to the order may stand on its first row only or on all; a row that says something
 * else than an earlier one is at fault.
 */
export function joinUnit(
  kind: ImportKind,
  lines: readonly UnitLine[],
): { readonly unit: ImportUnit; readonly faults: readonly RowOfFault[] } {
  if (!hasLines(kind)) return { unit: { head: lines[0]?.values ?? {}, lines }, faults: [] };
  const head = new Map<ImportField, { readonly value: unknown; readonly line: number }>();
  const faults: RowOfFault[] = [];
  for (const { no, line, values } of lines) {
    for (const [name, value] of Object.entries(values)) {
      const field = name as ImportField;
      if (lineFields.has(field)) continue;
      const known = head.get(field);
      if (known === undefined) head.set(field, { value, line });
      else if (known.value !== value) {
        const fault = { ...faultOf('differs-from-line', field, String(value)), otherLine: known.line };
        faults.push({ no, line, fault });
      }
    }
  }
  const values = Object.fromEntries([...head].map(([field, { value }]) => [field, value])) as RowValues;
  return { unit: { head: values, lines }, faults };
}
