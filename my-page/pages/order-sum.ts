import { formatPrice } from '../../shared/my-page/price-display.ts';
import type { SiteSettings } from '../../shared/my-page/protocol.ts';
import type { StoredOrder } from '../orders/web-order-store.ts';
import { formatMoney, localeOf, withVat } from './formats.ts';

/** How the shop shows amounts, and who reads them. */
export type Shown = { readonly settings: Pick<SiteSettings, 'currency' | 'prices'>; readonly language: string };

/** Whether amounts are shown with VAT; so they are where the shop does not say. */
export function showsVat({ settings }: Pick<Shown, 'settings'>): boolean {
  return settings.prices?.includesVat ?? true;
}

/** Money in minor units, as the shop shows it. */
export function shownMoney(amountMinor: number, currency: string, { settings, language }: Shown): string {
  const { prices: display, currency: companyCurrency } = settings;
  if (display === undefined) return formatMoney(amountMinor, currency, language);
  return formatPrice(amountMinor, { display, currency, companyCurrency, locale: localeOf(language) });
}

/** One line's amount without VAT, in minor units. */
export function lineAmountMinor(line: StoredOrder['lines'][number]): number {
  return Math.round((line.unitPriceMinor * line.quantityMilli) / 1000);
}

/** One line's amount, with VAT where the shop shows it. */
export function shownLineAmount(line: StoredOrder['lines'][number], shown: Shown): number {
  return showsVat(shown) ? withVat(lineAmountMinor(line), line.vatPermille) : lineAmountMinor(line);
}

/** What an order placed here comes to, freight included, as the shop shows amounts. */
export function orderSum(order: StoredOrder, shown: Shown): string {
  const lines = order.lines.reduce((sum, line) => sum + shownLineAmount(line, shown), 0);
  return shownMoney(lines + shownFreight(order, shown), order.currency, shown);
}

/** The freight, with VAT where the shop shows it. */
export function shownFreight(order: Pick<StoredOrder, 'freightMinor' | 'lines'>, shown: Shown): number {
  return showsVat(shown) ? freightWithVat(order) : order.freightMinor;
}

/** Freight bears the highest VAT rate among the goods, as on the invoice that the desktop makes. */
export function freightWithVat({ freightMinor, lines }: Pick<StoredOrder, 'freightMinor' | 'lines'>): number {
  return withVat(freightMinor, Math.max(0, ...lines.map(({ vatPermille }) => vatPermille)));
}
