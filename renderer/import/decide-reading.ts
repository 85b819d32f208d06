import {
  type DateOrder,
  type DecimalSign,
  type Evidence,
  type FoundColumn,
  fieldsOfKind,
  type ImportField,
  type ImportKind,
  importFieldTypes,
  neededFields,
} from '../../shared/import.ts';

/** What a person chose for a column, or what was found; null where it is open. */
export type ColumnChoice = {
  readonly field: ImportField | null;
  readonly dateOrder: DateOrder | null;
  readonly decimalSign: DecimalSign | null;
};

const numberTypes = new Set(['quantity', 'amount', 'percent']);

export function isDate(field: ImportField | null): boolean {
  return field !== null && importFieldTypes[field] === 'date';
}

export function isNumber(field: ImportField | null): boolean {
  return field !== null && numberTypes.has(importFieldTypes[field]);
}

/**
 * Which of two ways a column is to be read: its own cells decide, else the other columns of its sort do. `ask` when cells could be
 * read in both ways and nothing decides; null when no cell depends on it.
 */
export function decideWay<Way extends string>(
  ways: readonly [Way, Way],
  own: Evidence<Way>,
  others: readonly Evidence<Way>[],
): Way | 'ask' | null {
  const [first, second] = ways;
  if (own[first] !== own[second]) return own[first] > own[second] ? first : second;
  if (own[first] > 0) return 'ask';
  if (own.either === 0) return null;
  const sumOf = (way: Way) => others.reduce((sum, each) => sum + each[way], 0);
  const [bothFirst, bothSecond] = [sumOf(first), sumOf(second)];
  if (bothFirst === bothSecond) return 'ask';
  return bothFirst > bothSecond ? first : second;
}

/** A column with what was chosen for it. */
export type MappedChoice = { readonly column: FoundColumn; readonly choice: ColumnChoice };

/** How the dates of a column are read: as chosen, else as found. */
export function dateOrderOf({ column, choice }: MappedChoice, all: readonly MappedChoice[]): DateOrder | 'ask' | null {
  if (!isDate(choice.field)) return null;
  const others = all.filter((each) => isDate(each.choice.field)).map((each) => each.column.dates);
  return choice.dateOrder ?? decideWay(['day-first', 'month-first'], column.dates, others);
}

/** Which sign is the decimal one in a column: as chosen, else as found. */
export function decimalSignOf(
  { column, choice }: MappedChoice,
  all: readonly MappedChoice[],
): DecimalSign | 'ask' | null {
  if (!isNumber(choice.field)) return null;
  const others = all.filter((each) => isNumber(each.choice.field)).map((each) => each.column.decimals);
  return choice.decimalSign ?? decideWay(['comma', 'point'], column.decimals, others);
}

/** What keeps a file from being checked. */
export type MappingProblem =
  | { readonly kind: 'column'; readonly fields: readonly ImportField[] }
  | { readonly kind: 'twice'; readonly field: ImportField }
  | { readonly kind: 'dateOrder' | 'decimalSign'; readonly column: FoundColumn };

export function problemsOf(kind: ImportKind, mapped: readonly MappedChoice[]): readonly MappingProblem[] {
  const count = (field: ImportField) => mapped.filter(({ choice }) => choice.field === field).length;
  return [
    ...neededFields[kind]
      .filter((group) => group.every((field) => count(field) === 0))
      .map((fields) => ({ kind: 'column', fields }) as const),
    ...fieldsOfKind[kind].filter((field) => count(field) > 1).map((field) => ({ kind: 'twice', field }) as const),
    ...mapped
      .filter((each) => dateOrderOf(each, mapped) === 'ask')
      .map(({ column }) => ({ kind: 'dateOrder', column }) as const),
    ...mapped
      .filter((each) => decimalSignOf(each, mapped) === 'ask')
      .map(({ column }) => ({ kind: 'decimalSign', column }) as const),
  ];
}
