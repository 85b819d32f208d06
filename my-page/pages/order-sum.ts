import type { StoredOrder } from '../orders/web-order-store.ts';
import { formatMoney, withVat } from './formats.ts';

/** One line's amount without VAT, in minor units. */
export function lineAmountMinor(line: StoredOrder['lines'][number]): number {
  return Math.round((line.unitPriceMinor * line.quantityMilli) / 1000);
}

/** What an order placed here comes to, VAT and freight included, as money. */
export function orderSum(order: StoredOrder, language: string): string {
  const lines = order.lines.reduce((sum, line) => sum + withVat(lineAmountMinor(line), line.vatPermille), 0);
  return formatMoney(lines + freightWithVat(order), order.currency, language);
}

/** Freight bears the highest VAT rate among the goods, as on the invoice that the desktop makes. */
export function freightWithVat({ freightMinor, lines }: Pick<StoredOrder, 'freightMinor' | 'lines'>): number {
  return withVat(freightMinor, Math.max(0, ...lines.map(({ vatPermille }) => vatPermille)));
}
