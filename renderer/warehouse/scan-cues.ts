import type { ScanFind, ScannedThing } from '../../shared/warehouse.ts';
import type { Place } from '../frame/places.ts';
import type { ScanCue } from '../ui/scan-field.tsx';
import { t } from '../ui/texts.ts';

/** Where a scan leads from a warehouse list. */
export function placeOf(thing: ScannedThing): Place {
  switch (thing.kind) {
    case 'order':
      return { page: thing.isOpen ? 'deliver' : 'order', orderId: thing.orderId };
    case 'product':
      return { page: 'product', productId: thing.productId };
    case 'purchase':
      return { page: 'purchase', purchaseOrderId: thing.purchaseOrderId };
  }
}

/** What a scanned thing is called. */
export function nameOf(thing: ScannedThing): string {
  switch (thing.kind) {
    case 'order':
      return t('warehouse:scan.anOrder', { orderNo: thing.orderNo, customer: thing.customerName });
    case 'product':
      return t('warehouse:scan.aProduct', { productNo: thing.productNo, name: thing.name });
    case 'purchase':
      return t('warehouse:scan.aPurchase', { purchaseNo: thing.purchaseNo, supplier: thing.supplierName });
  }
}

export function unknownCue(text: string): ScanCue {
  return { tone: 'wrong', text: t('warehouse:scan.unknown', { text: text.trim() }) };
}

/** A number that several things have: the person says which; nothing was done. */
export function severalCue(
  text: string,
  found: Extract<ScanFind, { kind: 'several' }>['found'],
  onChoose: (thing: ScannedThing) => void,
): ScanCue {
  return {
    tone: 'wrong',
    text: t('warehouse:scan.several', { text: text.trim() }),
    choices: found.map((thing) => ({ label: nameOf(thing), onChoose: () => onChoose(thing) })),
  };
}
