import { cleanName } from '../../../shared/clean-text.ts';
import type { InvoiceModel } from '../documents/document-models.ts';
import { documentWords } from '../documents/document-words.ts';

/** What Windows allows in no file name; slashes also mean folders everywhere else. */
const forbidden = /[<>:"/\\|?*]/g;
const longestName = 100;

/**
 * The file of an invoice's stored copy, such as "Invoice 50012 Kari Nordmann.pdf", good on Windows, macOS and Linux. `nth` tells
 * apart what would have the same name.
 */
export function invoiceFileName(model: InvoiceModel, nth = 1): string {
  const words = documentWords(model.language);
  const kind = model.kind === 'invoice' ? words.invoice : words.creditNote;
  const customer = cleanName(model.recipient.name.replace(forbidden, ' '), longestName);
  // Windows drops dots and blanks at the end of a name.
  const name = `${kind} ${model.invoiceNo} ${customer}`.replace(/[. ]+$/, '');
  return nth === 1 ? `${name}.pdf` : `${name} (${nth}).pdf`;
}
