import { type ImportField, type ImportKind, neededFields } from '../../../shared/import.ts';
import { hasLines } from './import-unit.ts';
import { type FoundFault, faultOf, type RowValues } from './read-row.ts';

/** How a row finds others of the file: rows of one `group` are one unit; `own` may not be there before, `clashes` neither. */
export type RowKeys = {
  readonly group: string | null;
  readonly own: readonly string[];
  /** Each with the field that the clash is shown at. */
  readonly clashes: readonly (readonly [key: string, field: ImportField])[];
};

/** The keys of a row within its file. */
export function keysOf(kind: ImportKind, values: RowValues): RowKeys {
  switch (kind) {
    case 'products':
      return productKeys(values);
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

const together = { own: [], clashes: [] } as const;

function alone(field: ImportField, key: string): RowKeys {
  return { group: null, own: [key], clashes: [[key, field]] };
}

/** A product no. and a bar code lead to one product each. */
function productKeys({ productNo, barCode }: RowValues): RowKeys {
  const byNo = alone('productNo', `product ${productNo}`);
  if (!barCode) return byNo;
  const byCode = alone('barCode', `bar code ${barCode}`);
  return { group: null, own: [...byNo.own, ...byCode.own], clashes: [...byNo.clashes, ...byCode.clashes] };
}

/**
 * A contact with a customer no. is known by it alone; one without by company no., else e-mail, else name and postcode, and
 * then nobody else of the file may be known or found by the same, so that it does not depend on the order of rows who is who.
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
    const clashes = [`no ${customerNo}`, ...others.map(([, key]) => key)].map((key) => [key, 'customerNo'] as const);
    return { group: null, own, clashes };
  }
  const [[field, key] = ['name', ''] as const, ...rest] = others;
  const keys = [key, `numbered ${key}`, `also ${key}`, ...rest.map(([, other]) => other)];
  return {
    group: null,
    own: [key, ...rest.map(([, other]) => `also ${other}`)],
    clashes: keys.map((each) => [each, field] as const),
  };
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
