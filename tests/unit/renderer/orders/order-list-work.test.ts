import { TRPCClientError } from '@trpc/client';
import { expect, test } from 'vitest';
import { cancelManyQuestion, invoiceManyQuestion, workThrough } from '../../../../renderer/orders/order-list-work.ts';
import type { FailureCode } from '../../../../shared/bridge.ts';
import type { SalesOrderRow } from '../../../../shared/sales-orders.ts';

function rowOf(id: number, row: Partial<SalesOrderRow> = {}): SalesOrderRow {
  const order: Partial<SalesOrderRow> = {
    id,
    orderNo: 10_000 + id,
    customerName: 'Kari',
    status: 'order',
    isWebOrder: true,
    toBeDeliveredMilli: 3000,
    remainingMilli: 3000,
    ...row,
  };
  return order as SalesOrderRow;
}

function failure(code: FailureCode): TRPCClientError<never> {
  const shape = { message: code, code: -32000, data: { appCode: code, details: {} } };
  return TRPCClientError.from({ error: shape } as never);
}

const rows = [1, 2, 3, 4].map((id) => rowOf(id));
const watch = { tell: () => undefined, isStopped: () => false };
const failingAt =
  (at: number, code: FailureCode) =>
  async ({ id }: SalesOrderRow) => {
    if (id === at) throw failure(code);
    return { done: [id], leftOut: [] };
  };

test('an order that cannot be done is left out with its reason and holds back no other', async () => {
  const worked = await workThrough(rows, failingAt(2, 'order-finished'), watch);
  expect(worked.done).toEqual([1, 3, 4]);
  expect(worked.leftOut).toEqual([
    { orderId: 2, orderNo: 10_002, customerName: 'Kari', code: 'order-finished', details: {} },
  ]);
});

test('what concerns no single order ends the work, and every order that is left is named', async () => {
  const worked = await workThrough(rows, failingAt(2, 'engine-stopped'), watch);
  expect(worked.done).toEqual([1]);
  expect(worked.leftOut.map(({ orderId, code }) => [orderId, code])).toEqual([
    [2, 'engine-stopped'],
    [3, 'engine-stopped'],
    [4, 'engine-stopped'],
  ]);
});

test('stopped, the work ends before the next order and says how many were not begun', async () => {
  const told: number[] = [];
  const worked = await workThrough(rows, failingAt(0, 'unexpected'), {
    tell: (done) => told.push(done),
    isStopped: () => told.length === 2,
  });
  expect(worked).toEqual({ done: [1, 2], leftOut: [], notBegun: 2 });
});

test('before a selection is invoiced one reads how many become back orders, are left out, and whose customers hear', () => {
  const { title, text, confirm } = invoiceManyQuestion([
    rowOf(1),
    rowOf(2, { toBeDeliveredMilli: 1000 }),
    rowOf(3, { toBeDeliveredMilli: 2000, isWebOrder: false }),
    rowOf(4, { status: 'invoice' }),
  ]);
  expect(title).toBe('Invoice 4 orders?');
  expect(text).toBe(
    '2 of them are covered in part: a back order is made for what remains of each. 1 cannot be invoiced as it stands and will be left out. An invoice can only be taken back by a credit note. The customers of 2 webshop orders hear of it with the next Get Website Data.',
  );
  expect(confirm).toBe('Invoice 4 orders');
});

test('before a selection is cancelled one reads that it is for good', () => {
  expect(cancelManyQuestion([rowOf(1), rowOf(2, { isWebOrder: false })]).text).toBe(
    'They stay in the register as Cancelled and cannot be opened again. The customer of 1 webshop order hears of it with the next Get Website Data.',
  );
});
