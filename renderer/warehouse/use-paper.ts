import type { PreparedDeliveryNote } from '../../shared/warehouse.ts';
import { api } from '../ui/api.ts';
import { useCommand } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';
import { type PrintHow, usePrinting } from '../ui/use-printing.ts';

/** Prints a delivery note that is ready and records it only when the printer took it or it was saved (domain.md 9.7 rule 2). */
export function usePreparedNote() {
  const print = usePrinting();
  return async (orderId: number, note: PreparedDeliveryNote, how: PrintHow): Promise<boolean> => {
    const key = note.isOriginal ? 'warehouse:paper.deliveryNote' : 'warehouse:paper.deliveryNoteCopy';
    const title = t(key, { noteNo: note.noteNo });
    const done = await print(title, note, how);
    if (done === null) return false;
    const { orderVersion, scope, noteNo } = note;
    await api.warehouse.confirmDeliveryNote.mutate({ orderId, orderVersion, scope, noteNo, how: done });
    return true;
  };
}

/** Print delivery note: what is to be delivered, or a copy of the last note when all of it is on one. */
export function useDeliveryNote(orderId: number) {
  const printNote = usePreparedNote();
  return useCommand(async (how: PrintHow) => {
    const note = await api.warehouse.deliveryNotePdf.query({ orderId });
    return printNote(orderId, note, how);
  });
}

/** Print picking list. */
export function usePickingList(orderId: number, orderNo: number) {
  const print = usePrinting();
  return useCommand(async (how: PrintHow) => {
    const list = await api.warehouse.pickingListPdf.query({ orderId });
    const done = await print(t('warehouse:paper.pickingList', { orderNo }), list, how);
    if (done === null) return;
    await api.warehouse.confirmPickingList.mutate({ orderId, orderVersion: list.orderVersion, how: done });
  });
}
