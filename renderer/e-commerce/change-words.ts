import type { Change } from '../../shared/change.ts';
import { formatDate, formatQuantity } from '../ui/format.ts';
import { t } from '../ui/texts.ts';

/** What a change was and becomes, for staff: in their language, not the customer's. `was` is empty for what was not there. */
export type ChangeWords = { readonly was: string; readonly becomes: string };

export function changeWords(change: Change): ChangeWords {
  switch (change.kind) {
    case 'status':
      return { was: t(`orders:status.${change.from}`), becomes: t(`orders:status.${change.to}`) };
    case 'credited':
      return { was: '', becomes: t('e-commerce:change.creditNote', { no: change.creditNoteNo }) };
    case 'back-order-made':
      return { was: '', becomes: t('e-commerce:change.backOrder', { no: change.backOrderNo }) };
    case 'delivery-note-printed':
      return { was: '', becomes: t('e-commerce:change.printed') };
    case 'picked':
      return { was: '', becomes: t('e-commerce:change.picked') };
    case 'shipment':
      return { was: change.from?.shippingNo ?? '', becomes: change.to.shippingNo };
    case 'line-quantity':
      return quantityWords(change);
    case 'expected-date':
      return { was: dateWords(change.from), becomes: becomingDate(change) };
    case 'back-in-stock':
      return { was: t('e-commerce:change.outOfStock'), becomes: t('e-commerce:change.inStock') };
  }
}

type ChangeOf<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>;

function quantityWords({ delivered, toBeDelivered, isRemoved }: ChangeOf<'line-quantity'>): ChangeWords {
  const words = (end: 'fromMilli' | 'toMilli') =>
    [
      ...(delivered === null ? [] : [t('e-commerce:change.delivered', { quantity: formatQuantity(delivered[end]) })]),
      ...(toBeDelivered === null
        ? []
        : [t('e-commerce:change.toBeDelivered', { quantity: formatQuantity(toBeDelivered[end]) })]),
    ].join(', ');
  return { was: words('fromMilli'), becomes: isRemoved ? t('e-commerce:change.takenOff') : words('toMilli') };
}

function dateWords(date: string | null): string {
  return date === null ? t('e-commerce:change.noDate') : formatDate(date);
}

function becomingDate({ to, isDelayed }: ChangeOf<'expected-date'>): string {
  return isDelayed ? t('e-commerce:change.delayed') : dateWords(to);
}
