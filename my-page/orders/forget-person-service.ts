import type { WriteTx } from '../db/store.ts';
import { orderWithoutPerson } from '../enquiries/forget-person.ts';
import { forgetPersonInEnquiry } from '../enquiries/forget-person-store.ts';
import { readWebOrderByNo, readWebOrdersOf, replaceWebOrder, type WebOrder } from './web-order-store.ts';

/** Takes the person out of the site's own copy of an order: numbers and amounts stay. Nothing for an order not placed here. */
export async function forgetPersonOfOrder(tx: WriteTx, webOrderNo: string | null): Promise<void> {
  const placed = webOrderNo === null ? null : await readWebOrderByNo(tx, webOrderNo);
  if (placed) await forgetPerson(tx, placed);
}

/** The same for every order that an account placed here. */
export async function forgetPersonOfOrders(tx: WriteTx, siteAccountId: string): Promise<void> {
  for (const placed of await readWebOrdersOf(tx, siteAccountId)) await forgetPerson(tx, placed);
}

async function forgetPerson(tx: WriteTx, placed: WebOrder): Promise<void> {
  await replaceWebOrder(tx, { ...placed, order: orderWithoutPerson(placed.order) });
  await forgetPersonInEnquiry(tx, placed.enquiryId);
}
