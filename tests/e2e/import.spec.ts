import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerFileDialogs } from '../support/dialogs.ts';
import { gravesIn } from '../support/graves.ts';
import { expect, test } from '../support/shop-test.ts';
import { ImportPage } from './pages/import-page.ts';
import { MainWindow } from './pages/main-window.ts';

// As Mamut on Windows writes it: semicolons, Windows-1252, decimal comma
const products = Buffer.from(
  'Produktnr;Produktnavn;Utpris;Mva\r\nJ-1;Regnjakke rød;1 099,50;25\r\nS-9;Støvler;799,00;25\r\n',
  'latin1',
);

test('products come in by keyboard alone, and a second time nothing changes', async ({ app, page, userData }) => {
  const window = new MainWindow(page);
  const importing = new ImportPage(page);
  const path = join(userData, 'produkter.csv');
  await writeFile(path, products);
  await answerFileDialogs(app, path);
  await window.command('file.import');

  await importing.pressOn('Choose file…');
  await expect(importing.step()).toHaveText('2 Columns');
  await expect(page.getByRole('combobox', { name: 'Import Utpris as' })).toHaveValue('unitPrice');
  await expect(page.getByRole('combobox', { name: 'Read Utpris as' })).toHaveValue('comma');
  await importing.pressOn('Check the file');
  await expect(importing.step()).toHaveText('3 Preview');
  expect(await importing.counts()).toEqual({ New: '1', Changed: '1', Unchanged: '0', Faulty: '0' });
  await importing.pressOn('Import 2 products');
  await expect(importing.step()).toHaveText('4 Done');
  await expect(page.getByRole('main').getByRole('status')).toContainText('2 products were imported');
  await importing.pressOn('Show products');
  await expect(page.getByRole('row').filter({ hasText: 'Regnjakke rød' })).toContainText('J-1');

  await window.command('file.import');
  await importing.pressOn('Choose file…');
  await importing.pressOn('Check the file');
  await expect(page.getByText('Nothing would change')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(importing.step()).toHaveText('2 Columns');
});

test('faulty rows are named, saved with the reason, and left when chosen so', async ({ app, page, userData }) => {
  const window = new MainWindow(page);
  const importing = new ImportPage(page);
  const path = join(userData, 'products.csv');
  await writeFile(path, 'Product no,Name,Price\nA-1,Anorak,12.50\nA-2,Bag,free\n,Cap,1.00\n');
  await answerFileDialogs(app, path);
  await window.command('file.import');
  expect.soft(await gravesIn(page), 'file').toEqual([]);
  await importing.pressOn('Choose file…');
  await expect(importing.step()).toHaveText('2 Columns');
  expect.soft(await gravesIn(page), 'columns').toEqual([]);
  await importing.pressOn('Check the file');
  expect(await importing.counts()).toEqual({ New: '1', Changed: '0', Unchanged: '0', Faulty: '2' });
  const faults = page.getByRole('grid', { name: 'Faulty rows' });
  await expect(faults.getByRole('row').nth(1)).toHaveText(/3\s*Price\s*free\s*is not a number\./);
  await expect(faults.getByRole('row').nth(2)).toHaveText(/4\s*Product no\.\s*is missing\./);
  await expect(page.getByRole('button', { name: /^Import \d/ })).toHaveCount(0);
  expect.soft(await gravesIn(page), 'preview').toEqual([]);

  const saved = join(userData, 'faulty.csv');
  await answerFileDialogs(app, saved);
  await page.getByRole('button', { name: 'Save faulty rows…' }).click();
  await expect(page.getByText('2 rows saved, with the reason in the last column').first()).toBeVisible();
  expect(await readFile(saved, 'utf8')).toBe(
    '\ufeffProduct no,Name,Price,What is wrong\r\nA-2,Bag,free,Price: is not a number.\r\n,Cap,1.00,Product no.: is missing.\r\n',
  );

  await page.getByRole('radio', { name: 'Import what is good and leave the faulty rows' }).check();
  await page.getByRole('button', { name: 'Import 1 product' }).click();
  await expect(page.getByRole('main').getByRole('status')).toContainText('Left out: 2.');
});
