import { type ImportField, type ImportKind, neededFields } from '../../../shared/import.ts';
import { hasLines } from './import-unit.ts';
import { type FoundFault, faultOf, type RowValues } from './read-row.ts';

/** How a row finds others of the file: rows of one `group` are one unit; `own` may not be there before, `clashes` neither. */
export type RowKeys = {
  readonly group: string | null;
  readonly own: readonly string[];
  readonly clashes: readonly string[];
  /** The field that a clash is shown at. */
  readonly field: ImportField;
};

/** The keys of a row within its file. */
export function keysOf(kind: ImportKind, values: RowValues): RowKeys {
  switch (kind) {
    case 'products':
      return alone('productNo', `product ${values.productNo}`);
    case 'stock':
      return alone('productNo', `stock ${values.productNo} in ${values.warehouse?.toLowerCase() ?? ''}`);
    case 'contacts':
      return contactKeys(values);
    case 'orders':
      return { ...together, group: values.orderNo ? `order ${values.orderNo}` : `web ${values.webOrderNo}` };
    case 'purchases':
      return { ...together, group: `purchase ${values.orderNo}` };
  }
}

const together = { group: null, own: [], clashes: [], field: 'orderNo' } as const;

function alone(field: ImportField, key: string): RowKeys {
  return { group: null, own: [key], clashes: [key], field };
}

/**
 * A contact with a customer no. is known by it alone; one without by company no., else e-mail, else name and postcode, and
 * then nobody else of the file may be known by the same, so that it does not depend on the order of rows who is who.
 */
function contactKeys(values: RowValues): RowKeys {
  const { customerNo, companyNo, email, name = values.contactPerson ?? '', postcode = '' } = values;
  const others: readonly (readonly [ImportField, string])[] = [
    ...(companyNo ? [['companyNo', `company ${companyNo}`] as const] : []),
    ...(email ? [['email', `mail ${email.toLowerCase()}`] as const] : []),
    ['name', `name ${name.toLowerCase()} at ${postcode}`],
  ];
  if (customerNo) {
    const own = [`no ${customerNo}`, ...others.map(([, key]) => `numbered ${key}`)];
    return { group: null, own, clashes: [`no ${customerNo}`, ...others.map(([, key]) => key)], field: 'customerNo' };
  }
  const [field, key] = others[0] ?? ['name', ''];
  return { group: null, own: [key], clashes: [key, `numbered ${key}`], field };
}

/** What a row must say by itself. The customer of an order may stand on another of its rows. */
export function missingFields(
  kind: ImportKind,
  values: RowValues,
  mapped: ReadonlySet<ImportField>,
): readonly FoundFault[] {
  const groups = neededFields[kind].filter((group) => !(hasLines(kind) && group.includes('customerNo')));
  return groups
    .filter((group) => group.every((field) => values[field] === undefined))
    .map((group) => faultOf('missing', group.find((field) => mapped.has(field)) ?? group[0] ?? null));
}
