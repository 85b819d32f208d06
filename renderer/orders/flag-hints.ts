import type { OrderView } from '../../shared/sales-orders.ts';
import type { SalesSettings } from '../../shared/settings.ts';
import { api } from '../ui/api.ts';
import { useRead } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';

type FlagHints = { readonly picked: string; readonly readyForInvoicing: string; readonly processComplete: string };

/** What each flag of the order does, by the company's settings, and why it cannot be changed where it cannot. */
export function useFlagHints(order: OrderView): FlagHints {
  const settings = useRead(['settings', 'sales'], () => api.settings.sales.query());
  return flagHints(order, settings.data ?? null);
}

function flagHints({ status, work }: OrderView, settings: SalesSettings | null): FlagHints {
  const closed = t('order-window:flag.closed', { status: t(`orders:status.${status}`) });
  const set = (by: SalesSettings['pickedBy'] | undefined) =>
    by === undefined || by === 'none' ? '' : t(`order-window:flag.setBy.${by}`);
  const printsOnlyComplete = settings?.printOnlyProcessComplete ? t('order-window:flag.printsOnlyComplete') : '';
  const invoicesOnlyReady = settings?.invoiceOnlyWhenReady ? t('order-window:flag.invoicesOnlyReady') : '';
  const joined = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' ');
  return {
    picked: joined(work.editPicked ? '' : closed, set(settings?.pickedBy)),
    readyForInvoicing: joined(work.editContents ? '' : closed, set(settings?.readyForInvoicingBy), invoicesOnlyReady),
    processComplete: joined(work.editDelivery ? '' : closed, printsOnlyComplete),
  };
}
