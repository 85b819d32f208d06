import type { FastifyRequest } from 'fastify';
import type { OrderHistory } from '../../shared/my-page/protocol.ts';
import { type GuestView, readGuestView } from '../guests/guest-order-store.ts';
import { findGuestPass } from '../guests/guest-pass-store.ts';
import type { Site } from '../site/site.ts';
import { readCookie } from './cookies.ts';

/** What this browser's guest pass shows, or null. */
export async function guestViewOf(site: Site, request: FastifyRequest): Promise<GuestView | null> {
  const token = readCookie(site, request, 'guest');
  if (token === null) return null;
  const { read } = site.store;
  const pass = await findGuestPass(read, 'view', { token, now: site.now().toISOString() });
  return pass === null ? null : readGuestView(read, pass);
}

/** One of the published orders that a guest's pass covers, or null. */
export function guestOrderIn(view: GuestView | null, orderId: string): OrderHistory | null {
  if (view?.kind !== 'published') return null;
  return [view.order, ...view.backOrders].find((order) => order.orderId === orderId) ?? null;
}
