import { get, type ReadDb, run, type WriteTx } from './db/database.ts';

export type SetUpFacts = {
  readonly hasCompany: boolean;
  readonly isImportSkipped: boolean;
  readonly isDismissed: boolean;
  readonly websiteId: number | null;
  readonly hasWebsite: boolean;
  readonly products: number;
  readonly contacts: number;
  readonly orders: number;
  readonly ordersNoted: number;
  readonly hasRun: boolean;
};

/** What of a company is filled in, for the set-up. The keychain is asked apart. */
export function readSetUpFacts(db: ReadDb): SetUpFacts {
  type Flag = 'hasCompany' | 'isImportSkipped' | 'isDismissed' | 'hasWebsite' | 'hasRun';
  type Row = Omit<SetUpFacts, Flag> & Record<Flag, number>;
  const row = get<Row>(
    db,
    `SELECT c.email <> '' AND c.address_line1 <> '' AND c.city <> '' AS hasCompany,
       c.set_up_without_import AS isImportSkipped, c.set_up_dismissed AS isDismissed, w.id AS websiteId,
       coalesce(w.my_page_url <> '', 0) AS hasWebsite,
       (SELECT count(*) FROM product) AS products, (SELECT count(*) FROM contact) AS contacts,
       (SELECT count(*) FROM sales_order) AS orders, (SELECT count(*) FROM ledger) AS ordersNoted,
       EXISTS (SELECT 1 FROM run WHERE finished_at IS NOT NULL) AS hasRun
     FROM company c LEFT JOIN website w ON w.id = (SELECT min(id) FROM website)`,
  );
  if (row === undefined) throw new Error('A company file without a company');
  return {
    ...row,
    hasCompany: row.hasCompany === 1,
    isImportSkipped: row.isImportSkipped === 1,
    isDismissed: row.isDismissed === 1,
    hasWebsite: row.hasWebsite === 1,
    hasRun: row.hasRun === 1,
  };
}

export function writeSetUpChoice(
  tx: WriteTx,
  choice: { readonly isImportSkipped?: boolean | undefined; readonly isDismissed?: boolean | undefined },
): void {
  const flag = (value: boolean | undefined) => (value === undefined ? null : Number(value));
  run(
    tx,
    `UPDATE company SET set_up_without_import = coalesce(@isImportSkipped, set_up_without_import),
       set_up_dismissed = coalesce(@isDismissed, set_up_dismissed)`,
    { isImportSkipped: flag(choice.isImportSkipped), isDismissed: flag(choice.isDismissed) },
  );
}
