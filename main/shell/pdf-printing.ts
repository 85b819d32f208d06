import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BrowserWindow } from 'electron';
import type { PdfRequest, PrintPdfResult, SaveFileResult } from '../../shared/bridge.ts';
import { saveFile } from './save-file.ts';

/** Asks where to save a PDF and writes it there. */
export function savePdf(owner: BrowserWindow, { title, suggestedName, pdf }: PdfRequest): Promise<SaveFileResult> {
  return saveFile(owner, { title, suggestedName, kinds: [{ name: 'PDF', extensions: ['pdf'] }] }, pdf);
}

/** Shows the system's print dialog for a PDF. `printed` is said only when the printer took it (domain.md 9.7). */
export async function printPdf(request: PdfRequest): Promise<PrintPdfResult> {
  const folder = await mkdtemp(join(tmpdir(), 'orderbud-print-'));
  const window = new BrowserWindow({
    show: false,
    webPreferences: { partition: 'print', plugins: true, sandbox: true, javascript: true },
  });
  try {
    const file = join(folder, 'document.pdf');
    await writeFile(file, request.pdf);
    await window.loadURL(pathToFileURL(file).href);
    return await printed(window);
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error) };
  } finally {
    window.destroy();
    await rm(folder, { recursive: true, force: true });
  }
}

function printed(window: BrowserWindow): Promise<PrintPdfResult> {
  return new Promise((resolve) => {
    window.webContents.print({ silent: false }, (isPrinted, reason) => {
      if (isPrinted) resolve({ kind: 'printed' });
      else if (/cancel/i.test(reason)) resolve({ kind: 'cancelled' });
      else resolve({ kind: 'failed', reason });
    });
  });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
