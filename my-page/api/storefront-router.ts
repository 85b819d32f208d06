import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { PlaceOrderAnswer } from '../../shared/my-page/protocol.ts';
import { orderRequest, orderRequestNames } from '../orders/order-request.ts';
import { type PlaceOrderOutcome, placeOrder } from '../orders/place-order-service.ts';
import { readProducts } from '../products/product-store.ts';
import type { Site } from '../site/site.ts';
import { readSiteSettings } from '../site/site-settings-store.ts';
import { ApiError, badInput, parseInput } from './api-error.ts';
import { keyOf } from './authorise.ts';
import { endpoints } from './endpoints.ts';
import { sendTagged } from './entity-tag.ts';
import { addRoute } from './route.ts';

const idempotencyHeader = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, { error: 'Expected 1 to 200 visible ASCII characters.' })
    .optional(),
});

/** What a storefront may do: place orders, and read settings and products. */
export function registerStorefrontRoutes(app: FastifyInstance, site: Site): void {
  addRoute(app, site, endpoints.postOrder, async (request, reply): Promise<PlaceOrderAnswer> => {
    const headers = parseInput(idempotencyHeader, request.headers);
    const outcome = await placeOrder(site, {
      order: parseInput(orderRequest, request.body, orderRequestNames),
      client: keyOf(request).id,
      idempotencyKey: headers['idempotency-key'] ?? null,
    });
    if (outcome.kind === 'placed-before') reply.header('idempotent-replayed', 'true');
    return answerOf(outcome);
  });

  addRoute(app, site, endpoints.getSiteSettings, async (request, reply) =>
    sendTagged(request, reply, await readSiteSettings(site.store.read)),
  );
  addRoute(app, site, endpoints.getProducts, async (request, reply) =>
    sendTagged(request, reply, { products: await readProducts(site.store.read) }),
  );
}

function answerOf(outcome: PlaceOrderOutcome): PlaceOrderAnswer {
  switch (outcome.kind) {
    case 'placed':
    case 'placed-before':
      return outcome.answer;
    case 'web-order-no-taken':
      throw new ApiError(409, 'web-order-no-taken', 'This site has an order with that number already.', [
        { field: 'webOrderNo', message: 'Already used.' },
      ]);
    case 'key-used-for-another-order':
      throw new ApiError(409, 'idempotency-key-reused', 'This Idempotency-Key came with another order before.');
    case 'account-unknown':
      throw badInput([{ field: 'siteAccountId', message: 'No such account.' }]);
  }
}
