import { all, get, type ReadDb } from '../db/database.ts';
import type { RowValues } from './read-row.ts';

export type FoundContact =
  | { readonly kind: 'found'; readonly contactId: number; readonly isMerged?: boolean }
  | { readonly kind: 'none' }
  | { readonly kind: 'several' };

type Candidate = {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly customerNo: string;
  readonly companyNo: string;
};

const candidateColumns =
  'SELECT id, name, email, customer_no AS customerNo, company_no AS companyNo FROM (SELECT * FROM contact WHERE merged_into IS NULL)';

/**
 * Finds who a row speaks of: by customer no., else by company no., e-mail, or name and postcode. Who has another customer no.
 * or company no. is somebody else; a contact of the register without a number takes the file's. `isMerged`: the number is
 * that of a double, and leads to the contact that stayed.
 */
export function findContact(db: ReadDb, values: RowValues): FoundContact {
  const { customerNo = '', companyNo = '', email = '', name = values.contactPerson ?? '', postcode = '' } = values;
  if (customerNo !== '') {
    const known = get<{ id: number; isMerged: number }>(
      db,
      `SELECT coalesce(merged_into, id) AS id, merged_into IS NOT NULL AS isMerged FROM contact
       WHERE customer_no = @customerNo`,
      { customerNo },
    );
    if (known !== undefined) return { kind: 'found', contactId: known.id, isMerged: known.isMerged === 1 };
  }
  const isPossible = (candidate: Candidate) =>
    (customerNo === '' || candidate.customerNo === '') &&
    (companyNo === '' || candidate.companyNo === '' || candidate.companyNo === companyNo);
  const ways = [
    companyNo !== '' && all<Candidate>(db, `${candidateColumns} WHERE company_no = @companyNo`, { companyNo }),
    email !== '' && all<Candidate>(db, `${candidateColumns} WHERE email = @email COLLATE NOCASE`, { email }),
    companyNo === '' &&
      email === '' &&
      name !== '' &&
      all<Candidate>(db, `${candidateColumns} WHERE name = @name COLLATE NOCASE AND postcode = @postcode`, {
        name,
        postcode,
      }),
  ];
  for (const way of ways) {
    const possible = (way || []).filter(isPossible);
    if (possible.length > 0) return oneOf(possible, { name, email, hasNumber: customerNo !== '' });
  }
  return { kind: 'none' };
}

type Wanted = { readonly name: string; readonly email: string; readonly hasNumber: boolean };

/** Of several the one with the same e-mail or name; who has a number of his own is none of several. */
function oneOf(candidates: readonly Candidate[], { name, email, hasNumber }: Wanted): FoundContact {
  const alike = (a: string, b: string) => a !== '' && a.toLowerCase() === b.toLowerCase();
  const [only, ...more] = candidates;
  if (only !== undefined && more.length === 0) return { kind: 'found', contactId: only.id };
  const closest = candidates.filter((candidate) => alike(candidate.name, name));
  const [best, ...rest] = closest.length === 1 ? closest : candidates.filter((each) => alike(each.email, email));
  if (best !== undefined && rest.length === 0) return { kind: 'found', contactId: best.id };
  return { kind: hasNumber ? 'none' : 'several' };
}

/** Customers of orders: of several alike the first of the same name, so that an order never waits for a choice. */
export function findCustomer(db: ReadDb, values: RowValues): number | null {
  const found = findContact(db, values);
  if (found.kind !== 'several') return found.kind === 'found' ? found.contactId : null;
  const { email = '', companyNo = '', name = values.contactPerson ?? '' } = values;
  const first = get<{ id: number | null }>(
    db,
    `SELECT min(id) AS id FROM contact WHERE merged_into IS NULL AND name = @name COLLATE NOCASE
       AND (email = @email COLLATE NOCASE OR company_no = @companyNo AND company_no <> '')`,
    { name, email, companyNo },
  );
  return first?.id ?? null;
}
