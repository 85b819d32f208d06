import { AppError } from '../../../shared/errors.ts';
import type { LeftOutOrder } from '../../../shared/papers.ts';
import { get, type ReadDb } from '../db/database.ts';

export type Attempted<Result> = { readonly done: readonly Result[]; readonly leftOut: readonly LeftOutOrder[] };

/** Does something with every order of a selection; one that cannot be done is named with its reason and holds back no other. */
export function forEachOrder<Ref extends { readonly orderId: number }, Result>(
  db: ReadDb,
  refs: readonly Ref[],
  work: (ref: Ref) => Result,
): Attempted<Result> {
  const done: Result[] = [];
  const leftOut: LeftOutOrder[] = [];
  for (const ref of refs) {
    try {
      done.push(work(ref));
    } catch (error) {
      leftOut.push(leftOutOrder(db, ref.orderId, error));
    }
  }
  return { done, leftOut };
}

/** Names an order and why it was left out. @throws the error itself when it is a bug */
export function leftOutOrder(db: ReadDb, orderId: number, error: unknown): LeftOutOrder {
  if (!(error instanceof AppError)) throw error;
  const order = get<{ orderNo: number; customerName: string }>(
    db,
    'SELECT order_no AS orderNo, customer_name AS customerName FROM sales_order WHERE id = @orderId',
    { orderId },
  );
  const { code, details } = error;
  return { orderId, orderNo: order?.orderNo ?? null, customerName: order?.customerName ?? '', code, details };
}
