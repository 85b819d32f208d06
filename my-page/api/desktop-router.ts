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
import { confirmEnquiries, readEnquiries } from '../enquiries/enquiry-store.ts';
import {
  bucketVersions,
  heldVersion,
  highestVersion,
  listHeldHistories,
  type PublishedDocument,
} from '../histories/history-store.ts';
import { type PublishOutcome, publishHistories } from '../histories/publish-history-service.ts';
import { storeOutcomes } from '../orders/web-order-store.ts';
import { storeProducts } from '../products/product-store.ts';
import type { Site } from '../site/site.ts';
import { writeSiteSettings } from '../site/site-settings-store.ts';
import { ApiError, faultsOf, parseInput } from './api-error.ts';
import { endpoints, enquiriesQuery, heldHistoriesQuery, stateQuery } from './endpoints.ts';
import { addRoute } from './route.ts';

const document = z.discriminatedUnion('deleted', [orderHistory, deletedOrderHistory]);
const documents = z.object({ histories: z.array(z.unknown()).max(maximumHistoriesPerRequest) });
/** Asked where one is faulty: it is rejected by itself, as long as it says whose it is. */
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
    const judged = judgeDocuments(request.body);
    return store.write(async (tx) => {
      const outcomes = await publishHistories(
        tx,
        judged.flatMap((each) => (each.kind === 'document' ? [each.document] : [])),
      );
      const results: PublishHistoriesAnswer['results'] = [];
      let taken = 0;
      for (const each of judged) {
        const { orderId } = each;
        if (each.kind === 'document') results.push({ orderId, ...outcomeAt(outcomes, taken++) });
        else
          results.push({ orderId, version: await heldVersion(tx, orderId), outcome: 'rejected', reason: each.reason });
      }
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

type Judged =
  | { readonly kind: 'document'; readonly orderId: string; readonly document: PublishedDocument }
  | { readonly kind: 'faulty'; readonly orderId: string; readonly reason: string };

/** @throws ApiError when a document does not say whose it is */
function judgeDocuments(body: unknown): readonly Judged[] {
  const parsed = parseInput(documents, body).histories.map((given) => document.safeParse(given));
  const named = parsed.every(({ success }) => success) ? [] : parseInput(documentsWithIds, body).histories;
  return parsed.map((each, place) => {
    if (each.success) return { kind: 'document', orderId: each.data.orderId, document: each.data };
    const [fault] = faultsOf(each.error);
    return {
      kind: 'faulty',
      orderId: named[place]?.orderId ?? '',
      reason: `${fault?.field}: ${fault?.message}`,
    };
  });
}

function outcomeAt(outcomes: readonly PublishOutcome[], place: number): PublishOutcome {
  const outcome = outcomes[place];
  if (outcome === undefined) throw new Error(`Document ${place} has no outcome`);
  return outcome;
}
