import { get, type ReadDb, run, type WriteTx } from '../db/database.ts';

/** Where a computer stores PDF copies of invoices; null where nobody has chosen a folder there. */
export function readInvoiceFolder(db: ReadDb, computer: string): string | null {
  const row = get<{ folder: string }>(db, 'SELECT folder FROM invoice_folder WHERE computer = @computer', { computer });
  return row?.folder ?? null;
}

/** Sets the folder of one computer; null forgets it. */
export function writeInvoiceFolder(
  tx: WriteTx,
  { computer, folder }: { readonly computer: string; readonly folder: string | null },
): void {
  run(tx, 'DELETE FROM invoice_folder WHERE computer = @computer', { computer });
  if (folder !== null)
    run(tx, 'INSERT INTO invoice_folder(computer, folder) VALUES (@computer, @folder)', { computer, folder });
}
