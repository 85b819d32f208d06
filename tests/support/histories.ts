import type { CommandContext } from '../../main/engine/db/context.ts';
import { run, type WriteTx } from '../../main/engine/db/database.ts';
import type { HistorySource } from '../../main/engine/my-page/history-source.ts';
import { createOrder } from '../../main/engine/orders/create-order-service.ts';
import { plainPriceDisplay } from '../../shared/price-display.ts';

/** An order as the store has it; what does not matter to a test is filled in. */
export function historySource(overrides: Partial<HistorySource> = {}): HistorySource {
  return {
    orderId: 1,
    publicId: '5f0a3a52-4a55-4c0e-8a0e-2f6a4be4b0a1',
    version: 1,
    accountPublicId: null,
    webOrderNo: 'W-1',
    originPublicId: null,
    customerName: 'Kari',
    isErased: false,
    email: 'kari@x.example',
    languages: ['en'],
    orderDate: '2026-03-01',
    status: 'order',
    currency: 'NOK',
    freightMinor: 0,
    historyMonths: 24,
    prices: plainPriceDisplay,
    added: new Map(),
    companyCurrency: 'NOK',
    lines: [],
    shipments: [],
    papers: [],
    news: [],
    ...overrides,
  };
}

/** A webshop order of website 1 with one line, for a contact that is made when it is not there. */
export function placeWebOrder(
  tx: WriteTx,
  context: CommandContext,
  order: { readonly webOrderNo: string; readonly orderDate?: string; readonly name?: string },
): number {
  const { lastId } = run(
    tx,
    `INSERT INTO contact(public_id, name, email, created_at) VALUES (@publicId, @name, 'Kari@X.example', @now)`,
    { publicId: context.newUuid(), name: order.name ?? 'Kari', now: context.now },
  );
  return createOrder(tx, context, {
    contactId: lastId,
    web: { websiteId: 1, webOrderNo: order.webOrderNo },
    ...(order.orderDate === undefined ? {} : { orderDate: order.orderDate }),
    lines: [{ productId: null, description: 'Tent', orderedMilli: 2000, unitPriceMinor: 10_000 }],
  });
}
