/** A program that stops in the middle of an import and waits to be killed. Arguments: the company's file, the file to import. */
import { inTransaction } from '../../../../main/engine/db/database.ts';
import { openDatabase } from '../../../../main/engine/db/open-database.ts';
import { inspectFile } from '../../../../main/engine/import/inspect-service.ts';
import { previewImport } from '../../../../main/engine/import/preview-service.ts';
import { type ImportCompany, runImport } from '../../../../main/engine/import/run-import-service.ts';
import { requireStaged } from '../../../../main/engine/import/staged-import.ts';
import { previewImportInput } from '../../../../shared/import.ts';
import { testContext } from '../../../support/company.ts';

const [companyPath = '', path = ''] = process.argv.slice(2);
const db = await openDatabase(companyPath);
const company: ImportCompany = { db, command: (work) => inTransaction(db, (tx) => work(tx, testContext)) };
let importId = 0;
for await (const event of inspectFile(company, { path, kind: 'products' })) {
  if (event.kind === 'inspected') importId = event.file.importId;
}
const staged = requireStaged(company, importId);
const columns = [
  { index: 0, field: 'productNo' },
  { index: 1, field: 'name' },
];
for await (const _event of previewImport(
  db,
  staged,
  previewImportInput.parse({ importId, kind: 'products', columns }),
)) {
  // Only its end matters
}
const events = runImport(company, { staged, leaveFaulty: false, effects: { orderImported: () => {} } });
for (let turn = 0; turn < 3; turn += 1) await events.next();
process.stdout.write('in the middle\n');
setInterval(() => {}, 1000);
