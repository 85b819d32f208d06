import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type PlaceOrderAnswer, placedOrder } from '../../shared/my-page/protocol.ts';
import { type PlaceOrderOutcome, placeOrder } from '../orders/place-order-service.ts';
import { readProducts } from '../products/product-store.ts';
import type { Site } from '../site/site.ts';
import { readSiteSettings } from '../site/site-settings-store.ts';
import { ApiError, parseInput } from './api-error.ts';
import { keyOf } from './authorise.ts';
import { endpoints } from './endpoints.ts';
import { addRoute } from './route.ts';

const idempotencyHeader = z.object({ 'idempotency-key': z.string().min(1).max(200).optional() });

/** What a storefront may do: place orders, and read settings and products. */
export function registerStorefrontRoutes(app: FastifyInstance, site: Site): void {
  addRoute(app, site, endpoints.postOrder, async (request, reply): Promise<PlaceOrderAnswer> => {
    const headers = parseInput(idempotencyHeader, request.headers);
    const outcome = await placeOrder(site, {
      order: parseInput(placedOrder, request.body),
      client: keyOf(request).id,
      idempotencyKey: headers['idempotency-key'] ?? null,
    });
    if (outcome.kind === 'placed-before') reply.header('idempotent-replayed', 'true');
    return answerOf(outcome);
  });

  addRoute(app, site, endpoints.getSiteSettings, async () => readSiteSettings(site.store.read));
  addRoute(app, site, endpoints.getProducts, async () => ({ products: await readProducts(site.store.read) }));
}

function answerOf(outcome: PlaceOrderOutcome): PlaceOrderAnswer {
  switch (outcome.kind) {
    case 'placed':
    case 'placed-before':
      return outcome.answer;
    case 'web-order-no-taken':
      throw new ApiError(409, 'web-order-no-taken', 'This site has an order with that number already.', [
        { field: 'webOrderNo', message: 'Already used' },
      ]);
    case 'key-used-for-another-order':
      throw new ApiError(409, 'idempotency-key-reused', 'This Idempotency-Key came with another order before.');
    case 'account-unknown':
      throw new ApiError(400, 'bad-input', 'The request has faults; nothing was stored.', [
        { field: 'siteAccountId', message: 'No such account' },
      ]);
  }
}
