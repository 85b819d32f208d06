import { createHash, randomUUID } from 'node:crypto';
import { type PlacedOrder, type PlaceOrderAnswer, placeOrderAnswer } from '../../shared/my-page/protocol.ts';
import { findAccount } from '../accounts/account-store.ts';
import type { WriteTx } from '../db/store.ts';
import { insertEnquiry } from '../enquiries/enquiry-store.ts';
import type { Site } from '../site/site.ts';
import { daysBefore } from '../site/time.ts';
import { findRequest, forgetRequestsBefore, rememberRequest } from './idempotency-store.ts';
import { drawWebOrderNo, insertWebOrder, isWebOrderNoTaken } from './web-order-store.ts';

const idempotencyKeptDays = 30;

export type PlaceOrderRequest = {
  readonly order: PlacedOrder;
  /** Who asks: keys of different clients do not meet. */
  readonly client: string;
  /** Makes repeating the request harmless; null for a client that takes the risk. */
  readonly idempotencyKey: string | null;
};

export type PlaceOrderOutcome =
  | { readonly kind: 'placed' | 'placed-before'; readonly answer: PlaceOrderAnswer }
  | { readonly kind: 'web-order-no-taken' | 'key-used-for-another-order' | 'account-unknown' };

/** Takes an order in: its number, the site's own copy, the enquiry and the idempotency key in one transaction. */
export async function placeOrder(site: Site, request: PlaceOrderRequest): Promise<PlaceOrderOutcome> {
  const now = site.now();
  const bodyHash = createHash('sha256').update(JSON.stringify(request.order)).digest('hex');
  return site.store.write(async (tx) => {
    const { client, idempotencyKey: key } = request;
    if (key !== null) {
      await forgetRequestsBefore(tx, daysBefore(now, idempotencyKeptDays));
      const known = await findRequest(tx, client, key);
      if (known && known.bodyHash !== bodyHash) return { kind: 'key-used-for-another-order' };
      if (known) return { kind: 'placed-before', answer: placeOrderAnswer.parse(JSON.parse(known.answer)) };
    }
    const outcome = await insertOrder(tx, request.order, now.toISOString());
    if (key !== null && outcome.kind === 'placed') {
      const answer = JSON.stringify(outcome.answer);
      await rememberRequest(tx, client, key, { bodyHash, answer, at: now.toISOString() });
    }
    return outcome;
  });
}

async function insertOrder(tx: WriteTx, placed: PlacedOrder, at: string): Promise<PlaceOrderOutcome> {
  const { webOrderNo: wishedNo, ...order } = placed;
  if (order.siteAccountId !== null && !(await findAccount(tx, order.siteAccountId))) return { kind: 'account-unknown' };
  if (wishedNo !== undefined && (await isWebOrderNoTaken(tx, wishedNo))) return { kind: 'web-order-no-taken' };
  const webOrderNo = wishedNo ?? (await drawWebOrderNo(tx));
  const enquiryId = randomUUID();
  await insertEnquiry(tx, { kind: 'order', id: enquiryId, at, webOrderNo, order });
  await insertWebOrder(tx, { webOrderNo, enquiryId, placedAt: at, order });
  return { kind: 'placed', answer: { webOrderNo, enquiryId } };
}
