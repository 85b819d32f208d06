import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { all, get, keepWritable } from '../../../../main/engine/db/database.ts';
import { openDatabase } from '../../../../main/engine/db/open-database.ts';
import { runImport } from '../../../../main/engine/import/run-import-service.ts';
import { insertProduct } from '../../../../main/engine/products/product-store.ts';
import { type ImportCompany, openImportCompany } from '../../../support/import-company.ts';

let company: ImportCompany;
beforeEach(async () => {
  company = await openImportCompany();
});
afterEach(() => company.close());

const text = `Product no,Name\n${Array.from({ length: 300 }, (_each, index) => `P-${index},Product ${index}`).join('\n')}\n`;

function products(): number {
  return get<{ n: number }>(company.db, 'SELECT count(*) AS n FROM product')?.n ?? 0;
}

async function begun(leaveFaulty = false) {
  const file = await company.inspect(text, { kind: 'products' });
  await company.preview(file, 'products');
  const events = runImport(company, {
    staged: company.staged(file),
    leaveFaulty,
    effects: { orderImported: () => {} },
  });
  return { file, events };
}

test('until it is done readers see nothing of an import, and cancelling leaves nothing', async () => {
  const { file, events } = await begun();
  expect((await events.next()).value).toMatchObject({ kind: 'progress', phase: 'storing', done: 50, of: 300 });
  await events.next();
  expect(products()).toBe(0);
  await events.return(undefined);
  expect(products()).toBe(0);
  expect(all(company.db, 'SELECT id FROM log_entry')).toEqual([]);
  expect((await company.run(file)).counts.new).toBe(300);
  expect(products()).toBe(300);
});

test('while an import is stored nothing else is written, and afterwards it is again', async () => {
  const { events } = await begun();
  await events.next();
  const edit = () => company.command((tx) => insertProduct(tx, { productNo: 'X', name: 'X' }));
  expect(edit).toThrow(expect.objectContaining({ code: 'import-in-progress' }));
  expect(() => keepWritable(company.db)).toThrow(expect.objectContaining({ code: 'import-in-progress' }));
  await events.return(undefined);
  edit();
  expect(products()).toBe(1);
});

test('no import is stored while Get Website Data works', async () => {
  const { events } = await begun();
  const release = keepWritable(company.db);
  await expect(events.next()).rejects.toThrow(expect.objectContaining({ code: 'run-in-progress' }));
  release();
});

test('what becomes faulty after the preview stops the import as a whole', async () => {
  const file = await company.inspect('Varenr;Antall\nA;1\nB;2\n', { kind: 'stock' });
  company.command((tx) => {
    insertProduct(tx, { productNo: 'A', name: 'A' });
    insertProduct(tx, { productNo: 'B', name: 'B' });
  });
  await company.preview(file, 'stock');
  company.command((tx) => tx.exec(`UPDATE product SET is_stock_item = 0 WHERE product_no = 'B'`));
  await expect(company.run(file)).rejects.toThrow(expect.objectContaining({ code: 'import-has-faults' }));
  expect(all(company.db, 'SELECT * FROM product_stock')).toEqual([]);
});

test('killed in the middle, nothing is imported', async () => {
  const path = join(company.folder, 'company.orderbud');
  const child = spawn(process.execPath, [join(import.meta.dirname, 'import-child.ts'), path, company.write(text)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const db = await openDatabase(path);
  expect(get(db, 'SELECT count(*) AS n FROM product')).toEqual({ n: 0 });
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
});
