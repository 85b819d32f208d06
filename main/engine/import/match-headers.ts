import { fieldsOfKind, type ImportField, type ImportKind } from '../../../shared/import.ts';
import { headerNames } from './header-names.ts';

/** Names that mean something else in some kinds of files: looked at before the table. */
const namesOfKind: Readonly<Partial<Record<ImportKind, Readonly<Record<string, ImportField>>>>> = {
  products: { product: 'name', produkt: 'name', item: 'name', vare: 'name' },
  orders: { productname: 'description', produktnavn: 'description', varenavn: 'description' },
  stock: { lager: 'warehouse' },
};

const letters: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', ß: 'ss', đ: 'd', ł: 'l' };

/** A column's name without what people write differently: case, spaces, signs, accents. */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[øæßđł]/gu, (letter) => letters[letter] ?? letter)
    .replace(/%/gu, 'percent')
    .replace(/[^a-z0-9]/gu, '');
}

const fieldByName = new Map<ImportKind, ReadonlyMap<string, readonly ImportField[]>>();

function namesFor(kind: ImportKind): ReadonlyMap<string, readonly ImportField[]> {
  const known = fieldByName.get(kind);
  if (known !== undefined) return known;
  const names = new Map<string, ImportField[]>();
  const own = namesOfKind[kind] ?? {};
  for (const [name, field] of Object.entries(own)) names.set(name, [field]);
  for (const field of fieldsOfKind[kind]) {
    for (const name of headerNames[field]) {
      const plain = plainName(name);
      names.set(plain, [...(names.get(plain) ?? []), field]);
    }
  }
  fieldByName.set(kind, names);
  return names;
}

/** The field that each column's name says; every field once, null for names that are not known. */
export function matchHeaders(kind: ImportKind, headers: readonly string[]): readonly (ImportField | null)[] {
  const names = namesFor(kind);
  const taken = new Set<ImportField>();
  return headers.map((header) => {
    const field = names.get(plainName(header))?.find((candidate) => !taken.has(candidate)) ?? null;
    if (field !== null) taken.add(field);
    return field;
  });
}
