import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { type PublishedProduct, placedOrder, uuid } from '../../shared/my-page/protocol.ts';
import { type PlaceOrderOutcome, placeOrder } from '../orders/place-order-service.ts';
import { readWebOrder } from '../orders/web-order-store.ts';
import { readProducts } from '../products/product-store.ts';
import type { Site } from '../site/site.ts';
import { emptyCustomer, toCustomer } from './customer-form.ts';
import { sendPage } from './layout.ts';
import { PageError } from './page-error.ts';
import { placesOrders, readShopForm, type ShopFaults, type ShopForm, shopFaults, toPlacedLines } from './shop-form.ts';
import { shopView, thanksView } from './shop-view.ts';
import { fieldOf, openFormVisit, openVisit, type Visit } from './visit.ts';

/** A UUID, as the page writes it. */
const longestOrderKey = 36;

/** A small shop over the published products: the same way in for orders as the API's. */
export function registerShopRoutes(app: FastifyInstance, site: Site): void {
  app.get('/shop', async (request, reply) => {
    const visit = await openVisit(site, request, reply);
    if (mustLogIn(visit)) return reply.redirect('/log-in?next=/shop', 303);
    const { account } = visit;
    const customer = account ? { ...emptyCustomer, name: account.name, email: account.email } : emptyCustomer;
    const products = await readProducts(site.store.read);
    return sendShop(reply, visit, products, { customer, quantities: new Map(), message: '' }, {});
  });

  app.post('/shop/orders', async (request, reply) => {
    const visit = await openFormVisit(site, request, reply);
    if (mustLogIn(visit)) return reply.redirect('/log-in?next=/shop', 303);
    const products = await readProducts(site.store.read);
    const form = readShopForm(request, products);
    const faults = shopFaults(form, products, visit.labels);
    if (Object.keys(faults).length > 0) return sendShop(reply, visit, products, form, faults, 422);
    const lines = toPlacedLines(form, products);
    const order = placedOrder.parse({
      customer: toCustomer(form.customer),
      siteAccountId: visit.account?.id ?? null,
      language: visit.labels.language,
      currency: lines.currency,
      note: form.message,
      lines: lines.lines,
    });
    // The same form sent twice is one order; changed and sent again it is another one.
    const digest = createHash('sha256').update(JSON.stringify(order)).digest('base64url');
    const idempotencyKey = `${fieldOf(request, 'order-key').slice(0, longestOrderKey)}:${digest}`;
    const outcome = await placeOrder(site, { order, client: 'shop', idempotencyKey });
    return reply.redirect(`/shop/thanks/${enquiryIdOf(outcome)}`, 303);
  });

  app.get<{ Params: { enquiryId: string } }>('/shop/thanks/:enquiryId', async (request, reply) => {
    const visit = await openVisit(site, request, reply);
    const { enquiryId } = request.params;
    const placed = uuid.safeParse(enquiryId).success ? await readWebOrder(site.store.read, enquiryId) : null;
    if (!placed) throw new PageError('not-found');
    const content = thanksView(visit, placed);
    return sendPage(reply, visit, { title: visit.labels.thanks, place: 'none', width: 'narrow', content });
  });
}

function mustLogIn(visit: Visit): boolean {
  return visit.account === null && placesOrders(visit.settings.passwordMode) === 'members';
}

function sendShop(
  reply: FastifyReply,
  visit: Visit,
  products: readonly PublishedProduct[],
  form: ShopForm,
  faults: ShopFaults,
  status = 200,
): FastifyReply {
  const content = shopView(visit, products, form, faults);
  return sendPage(reply, visit, { title: visit.labels.shop, place: 'shop', content }, status);
}

function enquiryIdOf(outcome: PlaceOrderOutcome): string {
  if (outcome.kind === 'placed' || outcome.kind === 'placed-before') return outcome.answer.enquiryId;
  throw new Error(`The shop's own order was refused: ${outcome.kind}`);
}
