import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { answerFileDialogs, answerPrintDialogs } from '../support/dialogs.ts';
import { expect, test } from '../support/electron.ts';

const smallestPdf =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>';

function withPdf(page: Page, name: 'savePdf' | 'printPdf'): Promise<unknown> {
  return page.evaluate(
    async ([name, text]) => {
      const pdf = new TextEncoder().encode(text);
      return window.orderbud.shell[name]({ title: 'Delivery note', suggestedName: 'delivery-note.pdf', pdf });
    },
    [name, smallestPdf] as const,
  );
}

test('a PDF is saved byte by byte where somebody chose', async ({ app, page, userData }) => {
  const path = join(userData, 'note.pdf');
  await answerFileDialogs(app, path);
  expect(await withPdf(page, 'savePdf')).toEqual({ kind: 'saved', path });
  expect(await readFile(path, 'latin1')).toBe(smallestPdf);
});

test('a closed dialog saves nothing, a folder that is not there is said', async ({ app, page, userData }) => {
  await answerFileDialogs(app, null);
  expect(await withPdf(page, 'savePdf')).toEqual({ kind: 'cancelled' });
  await answerFileDialogs(app, join(userData, 'missing', 'note.pdf'));
  expect(await withPdf(page, 'savePdf')).toMatchObject({ kind: 'failed', reason: expect.stringContaining('ENOENT') });
});

test('printed means that the printer took it; a closed dialog is told apart', async ({ app, page }) => {
  await answerPrintDialogs(app, 'printed');
  expect(await withPdf(page, 'printPdf')).toEqual({ kind: 'printed' });
  await answerPrintDialogs(app, 'cancelled');
  expect(await withPdf(page, 'printPdf')).toEqual({ kind: 'cancelled' });
});

test('files to open and to make are chosen in dialogs', async ({ app, page, userData }) => {
  const path = join(userData, 'shop.orderbud');
  await answerFileDialogs(app, path);
  const kinds = [{ name: 'Orderbud company', extensions: ['orderbud'] }];
  const chosen = await page.evaluate(
    async (kinds) => [
      await window.orderbud.shell.chooseFileToOpen({ title: 'Open company', kinds }),
      await window.orderbud.shell.chooseFileToSave({ title: 'New company', suggestedName: 'shop.orderbud', kinds }),
    ],
    kinds,
  );
  expect(chosen).toEqual([path, path]);
});
