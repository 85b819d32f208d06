import { shell } from './bridge.ts';
import { useNotices } from './notices.tsx';

export type PrintHow = 'printer' | 'pdf';
export type PrintableDocument = { readonly pdf: Uint8Array; readonly fileName: string };

/**
 * Lets the person print a finished document or save it as PDF. Answers how it was done, or null when the dialog was closed or the
 * printer failed; then nothing may be recorded as printed.
 */
export function usePrinting(): (title: string, document: PrintableDocument, how: PrintHow) => Promise<PrintHow | null> {
  const { notify, notifyFailure } = useNotices();
  return async (title, document, how) => {
    const request = { title, suggestedName: document.fileName, pdf: document.pdf };
    const result = how === 'printer' ? await shell.printPdf(request) : await shell.savePdf(request);
    if (result.kind === 'cancelled') return null;
    if (result.kind === 'failed') {
      notifyFailure(
        how === 'printer'
          ? `${title} was not printed; nothing was recorded. Check the printer, or save it as PDF. (${result.reason})`
          : `${title} was not saved; nothing was recorded. Choose another place. (${result.reason})`,
      );
      return null;
    }
    notify(result.kind === 'saved' ? `${title} saved` : `${title} printed`);
    return how;
  };
}
