import type { OrderHistory } from '../../shared/my-page/protocol.ts';

/** What the list of orders says of one. */
export type ListedHistory = Pick<
  OrderHistory,
  'orderId' | 'webOrderNo' | 'orderDate' | 'statusText' | 'isFinished' | 'expected' | 'total'
>;

/** As the store keeps it beside the document: JSON text. */
export function listedFormOf(order: ListedHistory): string {
  const { orderId, webOrderNo, orderDate, statusText, isFinished, expected, total } = order;
  return JSON.stringify({ orderId, webOrderNo, orderDate, statusText, isFinished, expected, total });
}
