import type { ListInBatch, NoteInBatch } from '../../shared/papers.ts';
import { api } from '../ui/api.ts';
import { t } from '../ui/texts.ts';
import type { PrintHow } from '../ui/use-printing.ts';
import { useBatchPrint } from './use-batch-print.ts';

/** Delivery notes and picking lists of a selection of orders (domain.md 9.7 rule 2). */
export function useBatchPapers() {
  const printBatch = useBatchPrint();
  return {
    deliveryNotes: async (orderIds: readonly number[], how: PrintHow) =>
      printBatch(t('order-list:paper.deliveryNotes'), how, {
        ...(await api.warehouse.prepareDeliveryNotes.query({ orderIds: [...orderIds] })),
        confirm: (papers: readonly NoteInBatch[], done) =>
          api.warehouse.confirmDeliveryNotes.mutate({
            notes: papers.map(({ orderId, orderVersion, noteNo }) => ({ orderId, orderVersion, noteNo })),
            how: done,
          }),
      }),
    pickingLists: async (orderIds: readonly number[], as: 'lists' | 'combined', how: PrintHow) =>
      printBatch(t(as === 'lists' ? 'order-list:paper.pickingLists' : 'order-list:paper.combinedList'), how, {
        ...(await api.warehouse.preparePickingLists.query({ orderIds: [...orderIds], as })),
        confirm: (papers: readonly ListInBatch[], done) =>
          api.warehouse.confirmPickingLists.mutate({
            lists: papers.map(({ orderId, orderVersion }) => ({ orderId, orderVersion })),
            how: done,
          }),
      }),
  };
}
