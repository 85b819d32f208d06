import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerFileDialogs } from '../../support/dialogs.ts';
import { expect, test } from '../../support/electron.ts';
import { ImportPage } from '../pages/import-page.ts';
import { MainWindow } from '../pages/main-window.ts';
import { SetUpPage } from '../pages/set-up-page.ts';
import { lookAt } from './looks.ts';

test('nothing on the way to a company has what axe calls serious or critical', async ({ app, page, userData }) => {
  test.slow();
  const window = new MainWindow(page);
  const setUp = new SetUpPage(page);
  const importing = new ImportPage(page);
  const path = join(userData, 'products.csv');
  await writeFile(path, 'Product no,Name,Price\nA-1,Anorak,12.50\nA-2,Bag,free\n');
  await lookAt(page, {
    'start screen': () => expect(page.getByRole('button', { name: 'Set up my company' })).toBeVisible(),
    'new company': async () => {
      await page.getByRole('button', { name: 'Set up my company' }).click();
      await expect(window.dialog()).toBeVisible();
    },
    'set-up, company': async () => {
      await page.getByLabel('Company name').fill('Ny butikk AS');
      await answerFileDialogs(app, join(userData, 'ny-butikk.orderbud'));
      await page.getByRole('button', { name: 'Choose where to keep it' }).click();
      await setUp.showsStep('company');
    },
    'set-up, website': () => setUp.next('website'),
    'set-up, e-mail': () => setUp.next('mail'),
    'set-up, import': () => setUp.next('import'),
    'set-up, first run': () => setUp.next('first-run'),
    'empty list': async () => {
      await window.command('view.sales.order-registration');
      await window.shows('Sales orders');
    },
    'import, columns': async () => {
      await answerFileDialogs(app, path);
      await window.command('file.import');
      await page.getByRole('button', { name: 'Choose file…' }).click();
      await expect(importing.step()).toHaveText('2 Columns');
    },
    'import, preview': async () => {
      await page.getByRole('button', { name: 'Check the file' }).click();
      await importing.counts();
    },
    'import, done': async () => {
      await page.getByRole('radio', { name: 'Import what is good and leave the faulty rows' }).check();
      await page.getByRole('button', { name: 'Import 1 product' }).click();
      await expect(importing.step()).toHaveText('4 Done');
    },
    'recent companies': async () => {
      await window.command('file.open-recent');
      await expect(page.getByRole('region', { name: 'Recent companies' })).toContainText('ny-butikk.orderbud');
    },
  });
});
