import { renderDeliveryNote } from '../../main/engine/documents/render-delivery-note.ts';
import { expect, test } from '../support/electron.ts';
import { canPrint, startPrintQueue } from '../support/print-queue.ts';
import { sampleDeliveryNote } from '../support/sample-documents.ts';
import { startApp } from '../support/start-app.ts';

test.skip(!canPrint(), 'no CUPS of Debian here, or no right to run a print server');

test('every page of a document comes out of the printer, and printed is said when the printer took it', async ({
  userData,
}) => {
  const queue = await startPrintQueue();
  const app = await startApp(userData, { env: { ...queue.env, ORDERBUD_TEST_PRINTER: queue.printer } });
  try {
    const pdf = await renderDeliveryNote(sampleDeliveryNote('no', 40));
    const result = await app.page.evaluate(
      async (bytes) =>
        window.orderbud.shell.printPdf({
          title: 'Delivery note',
          suggestedName: 'delivery-note.pdf',
          pdf: Uint8Array.from(bytes),
        }),
      [...pdf],
    );
    expect(result).toEqual({ kind: 'printed' });
    const pages = await queue.printedPages();
    expect(pages.length).toBeGreaterThan(2);
    expect(pages[0]).toContain('Pakkseddel');
    expect(pages[0]).toContain('Kari Nordmann');
    expect(pages.at(-1)).toContain('1040');
    pages.forEach((page, index) => {
      expect(page).toContain(`Side ${index + 1} av ${pages.length}`);
    });
  } finally {
    await app.electron.close();
    await queue.close();
  }
});
