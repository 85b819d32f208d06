import type { CommandContext } from '../main/engine/db/context.ts';
import type { WriteTx } from '../main/engine/db/database.ts';
import { createOrder } from '../main/engine/orders/create-order-service.ts';
import { type DemoOrder, demoOrders, soldOutProductNos } from './data/orders.ts';
import { demoProducts } from './data/products.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import type { DemoRegisters } from './fill-registers.ts';
import { news, stories } from './order-stories.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

export type PlayedOrder = DemoOrder & { readonly orderId: number };

/** Chosen so that the orders look like those of a shop; any other number would do. */
const seed = 20_261;
const firstWebOrderNo = 8801;
/** Freight is free from here on, in øre without VAT. */
const freeFreightFromMinor = 120_000;
const freightMinor = 7920;

/** Something that happened on a day of the history. */
type Happening = { readonly daysAgo: number; readonly work: (tx: WriteTx, context: CommandContext) => void };

/** Places the sixty orders and plays what staff did on them since, in the order in which it happened. */
export function playOrders(tx: WriteTx, registers: DemoRegisters, calendar: DemoCalendar): readonly PlayedOrder[] {
  const random = seededRandom(seed);
  const played: PlayedOrder[] = [];
  const happenings = demoOrders.flatMap((order, index): readonly Happening[] => {
    const lines = linesOf(order, index, { random, registers });
    const trackingNo = `70${random.between(100_000_000, 999_999_999)}${random.between(100_000, 999_999)}`;
    const carrier = random.pick(['Posten', 'Bring', 'PostNord']);
    let orderId = 0;
    const place: Happening = {
      daysAgo: order.daysAgo,
      work: (atTx, context) => {
        orderId = placeOrder(atTx, context, { order, index, lines, registers });
        played.push({ ...order, orderId });
      },
    };
    const steps = stories[order.story].map(({ afterDays, work }) => ({
      daysAgo: Math.max(0, order.daysAgo - afterDays),
      work: (atTx: WriteTx, context: CommandContext) =>
        work({ tx: atTx, context, orderId, shipment: { carrier, shippingNo: trackingNo } }),
    }));
    return [place, ...steps];
  });
  // Sorting is stable: what happens on one day keeps its order.
  const inTime = [...happenings].sort((a, b) => b.daysAgo - a.daysAgo);
  inTime.forEach(({ daysAgo, work }, index) => {
    work(tx, calendar.contextAt(daysAgo, (index * 7) % 540));
  });
  return played;
}

/** What was done after the customers were told the last time: the first Get Website Data tells it. */
export function playNews(tx: WriteTx, context: CommandContext, played: readonly PlayedOrder[]): readonly number[] {
  const withNews = played.flatMap(({ news: kind, orderId }) => (kind === undefined ? [] : [{ kind, orderId }]));
  for (const { kind, orderId } of withNews) {
    const shipment = { carrier: 'Bring', shippingNo: `3707${String(orderId).padStart(13, '4')}` };
    for (const work of news[kind]) work({ tx, context, orderId, shipment });
  }
  return withNews.map(({ orderId }) => orderId);
}

type Line = { readonly productId: number; readonly orderedMilli: number; readonly amountMinor: number };

/** One to four products; a waiting order asks for something sold out, a part-delivered one for several of a kind. */
function linesOf(
  { story, news: kind }: DemoOrder,
  index: number,
  { random, registers }: { readonly random: SeededRandom; readonly registers: DemoRegisters },
): readonly Line[] {
  const inStock = demoProducts.filter(({ stock, unitPriceMinor }) => stock > 3 && unitPriceMinor < 300_000);
  const isInParts = story === 'part-delivered' || story === 'back-order' || kind === 'part-delivered';
  const chosen = new Map<string, number>();
  if (story === 'waiting') {
    const turn = demoOrders.slice(0, index).filter((earlier) => earlier.story === 'waiting').length;
    chosen.set(soldOutProductNos[turn % soldOutProductNos.length] ?? soldOutProductNos[0], 1);
  }
  if (isInParts) chosen.set(random.pick(['1014', '1018', '1019', '1027', '1029']), random.between(3, 6));
  const count = random.between(isInParts ? 2 : 1, isInParts ? 3 : 4);
  while (chosen.size < count) {
    const product = random.pick(inStock);
    chosen.set(product.productNo, product.unit === 'm' ? random.between(15, 60) : random.between(1, 2));
  }
  return [...chosen].map(([productNo, quantity]) => ({
    productId: registers.productId(productNo),
    orderedMilli: quantity * 1000,
    amountMinor: quantity * (demoProducts.find((product) => product.productNo === productNo)?.unitPriceMinor ?? 0),
  }));
}

type Placed = {
  readonly order: DemoOrder;
  readonly index: number;
  readonly lines: readonly Line[];
  readonly registers: DemoRegisters;
};

function placeOrder(tx: WriteTx, context: CommandContext, { order, index, lines, registers }: Placed): number {
  const customer = registers.customer(order.customer);
  const sumMinor = lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const isTypedIn = order.story === 'staff';
  return createOrder(tx, context, {
    contactId: customer.contactId,
    web: isTypedIn ? null : { websiteId: registers.websiteId, webOrderNo: `W-${firstWebOrderNo + index}` },
    orderingEmail: isTypedIn ? '' : customer.email,
    language: customer.language ?? 'no',
    freightMinor: sumMinor >= freeFreightFromMinor ? 0 : freightMinor,
    text: isTypedIn ? 'Ordered by telephone.' : '',
    lines: lines.map(({ productId, orderedMilli }) => ({ productId, orderedMilli })),
  });
}
