import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { bucketCount, bucketHash } from '../../shared/my-page/history-state.ts';
import {
  deletedOrderHistory,
  type EnquiriesPage,
  enquiryOutcomes,
  type HeldHistoriesAnswer,
  maximumHistoriesPerRequest,
  orderHistory,
  type PublishHistoriesAnswer,
  publishProducts,
  type StateAnswer,
  siteSettings,
  uuid,
} from '../../shared/my-page/protocol.ts';
import type { WriteTx } from '../db/store.ts';
import { confirmEnquiries, readEnquiries } from '../enquiries/enquiry-store.ts';
import { bucketVersions, heldVersion, highestVersion, listHeldHistories } from '../histories/history-store.ts';
import { publishHistory } from '../histories/publish-history-service.ts';
import { storeOutcomes } from '../orders/web-order-store.ts';
import { storeProducts } from '../products/product-store.ts';
import type { Site } from '../site/site.ts';
import { writeSiteSettings } from '../site/site-settings-store.ts';
import { ApiError, faultsOf, parseInput } from './api-error.ts';
import { endpoints, enquiriesQuery, heldHistoriesQuery, stateQuery } from './endpoints.ts';
import { addRoute } from './route.ts';

const document = z.discriminatedUnion('deleted', [orderHistory, deletedOrderHistory]);
/** The documents are judged one by one: a faulty one is rejected by itself, as long as it says whose it is. */
const documentsWithIds = z.object({
  histories: z.array(z.looseObject({ orderId: uuid })).max(maximumHistoriesPerRequest),
});

/** What the desktop fetches and publishes, but for accounts. */
export function registerDesktopRoutes(app: FastifyInstance, site: Site): void {
  const { store } = site;

  addRoute(app, site, endpoints.getEnquiries, async (request): Promise<EnquiriesPage> => {
    const { after, limit } = parseInput(enquiriesQuery, request.query);
    const page = await readEnquiries(store.read, after, limit);
    if (!page) throw new ApiError(410, 'cursor-unknown', 'This cursor is unknown here. Read from the start.');
    await confirmEnquiries(store, after);
    return page;
  });

  addRoute(app, site, endpoints.putOrderHistories, async (request): Promise<PublishHistoriesAnswer> => {
    const { histories } = parseInput(documentsWithIds, request.body);
    return store.write(async (tx) => {
      const results: PublishHistoriesAnswer['results'] = [];
      for (const given of histories) results.push(await takeDocument(tx, given));
      return { results };
    });
  });

  addRoute(app, site, endpoints.getOrderHistories, async (request): Promise<HeldHistoriesAnswer> => {
    const { after, limit } = parseInput(heldHistoriesQuery, request.query);
    const histories = await listHeldHistories(store.read, { after, limit });
    return { histories: [...histories], next: histories.length < limit ? null : (histories.at(-1)?.orderId ?? null) };
  });

  addRoute(app, site, endpoints.putEnquiryOutcomes, async (request) => {
    const { outcomes } = parseInput(enquiryOutcomes, request.body);
    return { stored: await store.write((tx) => storeOutcomes(tx, outcomes)) };
  });

  addRoute(app, site, endpoints.getState, async (request): Promise<StateAnswer> => {
    const { from } = parseInput(stateQuery, request.query);
    const buckets: StateAnswer['buckets'] = [];
    for (let bucket = from; bucket < bucketCount; bucket++) {
      const versions = await bucketVersions(store.read, bucket);
      buckets.push({ bucket, count: versions.length, hash: bucketHash(versions) });
      await nextTurn();
    }
    return { highestVersion: await highestVersion(store.read), buckets };
  });

  addRoute(app, site, endpoints.putProducts, async (request) => {
    const { products } = parseInput(publishProducts, request.body);
    await store.write((tx) => storeProducts(tx, products));
    return { stored: products.length };
  });

  addRoute(app, site, endpoints.putSiteSettings, async (request) => {
    const settings = parseInput(siteSettings, request.body);
    await store.write((tx) => writeSiteSettings(tx, settings));
    return settings;
  });

  addRoute(app, site, endpoints.getOptOutSecret, async () => ({ secret: site.optOutSecret }));
}

async function takeDocument(
  tx: WriteTx,
  given: { readonly orderId: string },
): Promise<PublishHistoriesAnswer['results'][number]> {
  const parsed = document.safeParse(given);
  const { orderId } = given;
  if (parsed.success) return { orderId, ...(await publishHistory(tx, parsed.data)) };
  const [fault] = faultsOf(parsed.error);
  const reason = `${fault?.field}: ${fault?.message}`;
  return { orderId, version: await heldVersion(tx, orderId), outcome: 'rejected', reason };
}
