import type { PurchaseView } from '../../shared/purchasing.ts';
import { api } from '../ui/api.ts';
import { useCommand } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';
import { type PrintHow, usePrinting } from '../ui/use-printing.ts';

/** Prints or saves the purchase order for the supplier; logged only when the printer took it or it was saved. */
export function usePurchasePaper({ id: purchaseOrderId, purchaseNo }: PurchaseView) {
  const print = usePrinting();
  return useCommand(async (how: PrintHow) => {
    const paper = await api.purchasing.orderPdf.query({ purchaseOrderId });
    const done = await print(t('purchasing:paper.title', { purchaseNo }), paper, how);
    if (done === null) return;
    const { purchaseVersion } = paper;
    await api.purchasing.confirmPrinted.mutate({ purchaseOrderId, purchaseVersion, how: done });
  });
}
