import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BrowserWindow, type WebContents } from 'electron';
import type { PdfRequest, PrintPdfResult, SaveFileResult } from '../../shared/bridge.ts';
import { showPdf } from './pdf-viewer.ts';
import { saveFile } from './save-file.ts';

/** Asks where to save a PDF and writes it there. */
export function savePdf(owner: BrowserWindow, { title, suggestedName, pdf }: PdfRequest): Promise<SaveFileResult> {
  return saveFile(owner, { title, suggestedName, kinds: [{ name: 'PDF', extensions: ['pdf'] }] }, pdf);
}

/** Shows the system's print dialog for a PDF. `printed` is said only when the printer took it (domain.md 9.7). */
export async function printPdf(request: PdfRequest): Promise<PrintPdfResult> {
  const folder = await mkdtemp(join(tmpdir(), 'orderbud-print-'));
  // In the program's own session: Chromium's PDF viewer shows nothing in one that lives in memory.
  const window = new BrowserWindow({ show: false, webPreferences: { plugins: true, sandbox: true } });
  try {
    const file = join(folder, 'document.pdf');
    await writeFile(file, request.pdf);
    return await printed(await showPdf(window, pathToFileURL(file).href));
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error) };
  } finally {
    window.destroy();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Tests name a printer here, since nobody can drive the system's dialog for them. */
const testPrinter = process.env.ORDERBUD_TEST_PRINTER ?? '';

function printed(contents: WebContents): Promise<PrintPdfResult> {
  const how = testPrinter === '' ? { silent: false } : { silent: true, deviceName: testPrinter };
  return new Promise((resolve) => {
    contents.print(how, (isPrinted, reason) => {
      if (isPrinted) resolve({ kind: 'printed' });
      else if (/cancel/i.test(reason)) resolve({ kind: 'cancelled' });
      else resolve({ kind: 'failed', reason });
    });
  });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
