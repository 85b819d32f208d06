import { z } from 'zod';

/** Fields that inputs of several windows share. Text of one line is trimmed and holds no control characters. */
export const rowId = z.int().min(1);
export const day = z.iso.date();
export const quantityMilli = z.int().min(0).max(1_000_000_000_000);
export const amountMinor = z.int().min(-1_000_000_000_000).max(1_000_000_000_000);
export const vatPermille = z.int().min(0).max(1000);
const oneLine = /^[^\p{Cc}]*$/u;
export const shortText = z.string().trim().max(200).regex(oneLine);
export const requiredText = z.string().trim().min(1).max(200).regex(oneLine);
export const longText = z.string().max(10_000);
/** Empty, or something with one @ and no white space: the mail server is the judge of the rest. */
export const emailOrEmpty = z
  .string()
  .trim()
  .max(254)
  .regex(/^$|^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u);
export const languageCode = z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/);
export const currencyCode = z.string().regex(/^[A-Z]{3}$/);
export const searchText = z.string().trim().max(100).default('');
export const pageLimit = z.int().min(1).max(500).default(100);

/** One page of a list. `nextCursor` is handed back as `cursor`; null at the end. */
export type Page<Row, Cursor = number> = { readonly rows: readonly Row[]; readonly nextCursor: Cursor | null };

/** A finished document for the shell to print or save. */
export type PdfDocument = { readonly pdf: Uint8Array; readonly fileName: string };
