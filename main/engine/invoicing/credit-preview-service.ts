import type { CreditPreview, PreviewCreditInput } from '../../../shared/order-window.ts';
import { tryOut } from '../db/try-out.ts';
import { readLines, readOrder } from '../orders/order-store.ts';
import { readOrderView } from '../orders/order-view-store.ts';
import type { OpenCompany } from '../session.ts';
import { creditedBefore, creditOrder, isFreightCredited } from './credit-service.ts';

/**
 * What can be credited of an invoice and what the choice would come to: the credit note is made and taken back again, so
 * that the amounts are those it will have. Changes nothing.
 *
 * @throws AppError as `creditOrder` does
 */
export function previewCredit(company: OpenCompany, input: PreviewCreditInput): CreditPreview {
  const { db } = company;
  const order = readOrder(db, input.orderId);
  const before = creditedBefore(db, order.id);
  const lines = readLines(db, order.id)
    .map((line) => ({
      lineId: line.id,
      description: line.description,
      mostMilli: line.invoicedMilli - (before.get(line.id) ?? 0),
    }))
    .filter(({ mostMilli }) => mostMilli > 0);
  const creditsNothing = lines.length === 0 || input.lines?.length === 0;
  return {
    lines,
    freightMinor: isFreightCredited(db, order.id) ? 0 : order.freightMinor,
    totals: creditsNothing
      ? null
      : tryOut(company.command, (tx, context) => {
          const made = creditOrder(tx, context, { ...input, orderVersion: order.version });
          return readOrderView(tx, made.creditNoteOrderId).totals;
        }),
  };
}
