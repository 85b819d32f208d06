import type { LineEdit, OrderLineView, OrderView } from '../../shared/sales-orders.ts';
import { t } from '../ui/texts.ts';
import type { Inverse } from '../ui/use-versioned-edit.ts';
import type { OrderPatch } from './use-order-edit.ts';

/** What each part of an order is called when its change is taken back. */
const labels = {
  status: t('orders:column.status'),
  picked: t('orders:miscellaneous.picked'),
  readyForInvoicing: t('orders:miscellaneous.readyForInvoicing'),
  processComplete: t('orders:miscellaneous.processComplete'),
  deliveryDate: t('orders:miscellaneous.deliveryDate'),
  text: t('orders:text.label'),
  freightMinor: t('orders:freight.cost'),
  lines: t('orders:tab.lines'),
  shipments: t('orders:freight.shippingNo'),
} as const;

type Part = keyof typeof labels;

/**
 * The edit that takes a patch of an order back; null where it cannot be: a line that was taken off stays off, and what was added is
 * taken off where it stands.
 */
export function inverseOfOrderPatch(order: OrderView, patch: OrderPatch): Inverse<OrderPatch> | null {
  const { lines, newLines, shipments, ...head } = patch;
  if (newLines !== undefined && newLines.length > 0) return null;
  const linesBack = lines?.map((edit) => lineBack(order.lines, edit));
  const shipmentsBack = shipments?.map(({ id }) => {
    const before = order.shipments.find((shipment) => shipment.id === id);
    if (before === undefined) return null;
    const isTakenOff = shipments.some((edit) => edit.id === id && edit.shippingNo.trim() === '');
    return { id: isTakenOff ? null : before.id, carrier: before.carrier, shippingNo: before.shippingNo };
  });
  if (linesBack?.includes(null) || shipmentsBack?.includes(null)) return null;
  const headBack = Object.fromEntries(Object.keys(head).map((field) => [field, Reflect.get(order, field)]));
  const parts = Object.keys(patch).filter((part): part is Part => Object.hasOwn(labels, part));
  const [first] = parts;
  if (first === undefined) return null;
  return {
    label: t('orders:undo.label', { field: labels[first], orderNo: order.orderNo }),
    patch: {
      ...headBack,
      ...(linesBack === undefined ? {} : { lines: linesBack.filter((edit) => edit !== null) }),
      ...(shipmentsBack === undefined ? {} : { shipments: shipmentsBack.filter((edit) => edit !== null) }),
    },
  };
}

function lineBack(lines: readonly OrderLineView[], { lineId, remove, ...edit }: LineEdit): LineEdit | null {
  const line = lines.find(({ id }) => id === lineId);
  if (line === undefined || remove === true) return null;
  const fields = Object.keys(edit).map((field) => [field, Reflect.get(line, field)] as const);
  if (fields.some(([, value]) => value === undefined)) return null;
  return { lineId, ...Object.fromEntries(fields) };
}
