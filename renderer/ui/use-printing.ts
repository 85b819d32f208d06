import { shell } from './bridge.ts';
import { useNotices } from './notices.tsx';
import { t } from './texts.ts';

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
          ? t('common:print.notPrinted', { title, reason: result.reason })
          : t('common:print.notSaved', { title, reason: result.reason }),
      );
      return null;
    }
    notify(result.kind === 'saved' ? t('common:print.saved', { title }) : t('common:print.printed', { title }));
    return how;
  };
}
