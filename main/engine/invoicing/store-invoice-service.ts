import { randomUUID } from 'node:crypto';
import { access, open, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { PdfCopy } from '../../../shared/papers.ts';
import { renderInvoice } from '../documents/render-invoice.ts';
import { logAction } from '../logging/log-store.ts';
import type { OpenCompany } from '../session.ts';
import { readSalesSettings } from '../settings/company-store.ts';
import { readInvoiceFolder } from '../settings/invoice-folder-store.ts';
import { readLogo } from '../settings/logo-store.ts';
import { invoiceFileName } from './invoice-file-name.ts';
import { readInvoiceModel } from './invoice-model-store.ts';

type FailedCopy = Extract<PdfCopy, { readonly kind: 'failed' }>;

/** After invoicing: stores a PDF copy where the company wants one (domain.md 6, Export). Never undoes the invoice. */
export async function storeCopyOfNewInvoice(company: OpenCompany, orderId: number): Promise<PdfCopy> {
  return readSalesSettings(company.db).storeInvoicePdf ? await storeInvoiceCopy(company, orderId) : { kind: 'off' };
}

/**
 * Stores a PDF copy of an order's invoice or credit note in this computer's folder, also when the company does not do so by itself.
 * A file of that name stays as it is; the copy gets a number then.
 *
 * @throws AppError 'not-found' when the order has no invoice
 */
export async function storeInvoiceCopy(company: OpenCompany, orderId: number): Promise<PdfCopy> {
  const folder = readInvoiceFolder(company.db, hostname());
  const model = { ...readInvoiceModel(company.db, orderId), isOriginal: true };
  const copy =
    folder === null
      ? ({ kind: 'failed', why: 'no-folder' } as const)
      : await writeCopy(folder, await renderInvoice(model, readLogo(company.db)), (nth) => invoiceFileName(model, nth));
  const what = copy.kind === 'stored' ? 'invoice-pdf-stored' : 'invoice-pdf-not-stored';
  company.command((tx, context) => logAction(tx, context, { what, orderId, details: { ...copy } }));
  return copy;
}

const mostOfOneName = 100;

/** Whole or not at all: written beside it, then named. */
async function writeCopy(folder: string, pdf: Uint8Array, nameOf: (nth: number) => string): Promise<PdfCopy> {
  const unfinished = join(folder, `.${randomUUID()}.part`);
  try {
    const path = await freePath(folder, nameOf);
    const file = await open(unfinished, 'wx');
    try {
      await file.writeFile(pdf);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
    return { kind: 'stored', path };
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    return { kind: 'failed', why: whyNot(error) };
  }
}

async function freePath(folder: string, nameOf: (nth: number) => string): Promise<string> {
  for (let nth = 1; nth <= mostOfOneName; nth += 1) {
    const path = join(folder, nameOf(nth));
    const isTaken = await access(path).then(
      () => true,
      () => false,
    );
    if (!isTaken) return path;
  }
  throw new Error('Too many copies of one invoice');
}

function whyNot(error: unknown): FailedCopy['why'] {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'folder-gone';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'not-permitted';
  return code === 'ENOSPC' || code === 'EDQUOT' ? 'no-room' : 'other';
}
