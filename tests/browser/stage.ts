import type { BrowserContext, Page } from '@playwright/test';
import { demoProducts } from '../../demo/data/products.ts';
import type { OrderHistory, PublishedProduct } from '../../shared/my-page/protocol.ts';
import type { Customer, ShopDesk } from '../support/shop-desk.ts';
import type { Look, Stage } from './looks.ts';
import { type StageLanguage, type StageWords, stageWords } from './stage-words.ts';

const pdf = `%PDF-1.3\n${'x'.repeat(84_000)}\n%%EOF`;

const products: readonly PublishedProduct[] = demoProducts.slice(0, 16).map((product) => ({
  productNo: product.productNo,
  name: product.name,
  unit: 'pcs',
  unitPriceMinor: product.unitPriceMinor,
  vatPermille: 250,
  currency: 'NOK',
  webStockMilli: product.stock * 1000,
}));

type Parts = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly shop: ShopDesk;
  readonly userAgent: string;
  readonly language?: StageLanguage;
};

/** A shop with products, and a customer with orders of every kind; logged in where the pages are for members. */
export async function openStage(parts: Parts, who: Look['who']): Promise<Stage> {
  const { page, context, shop, userAgent, language = 'en' } = parts;
  await shop.publishProducts(products);
  const customer = await newCustomer(shop, language);
  const order = await publishOrders(shop, customer, language);
  if (who === 'member') await shop.logIn(context, customer, userAgent);
  return { page, shop, customer, order };
}

async function newCustomer(shop: ShopDesk, language: StageLanguage): Promise<Customer> {
  const name = 'Kari Nordmann';
  const address = { addressLine1: 'Bjørkelia 3', addressLine2: '', postcode: '2609', city: 'Lillehammer', country: '' };
  const person = { companyNo: '', contactPerson: '', email: 'kari.nordmann@post.example', phone: '90 00 01 01' };
  return shop.newCustomer({ name, language, details: { name, ...person, ...address } });
}

async function publishOrders(shop: ShopDesk, customer: Customer, language: StageLanguage): Promise<OrderHistory> {
  const words: StageWords = stageWords[language];
  const of = (changes: Partial<OrderHistory>): Partial<OrderHistory> => ({
    language,
    customerName: customer.name,
    lines: linesOf(words),
    total: `NOK ${words.amount(13_396.5)}`,
    expected: words.expected,
    ...changes,
  });
  const papers: OrderHistory['papers'] = [
    { id: 'note-1', kind: 'delivery-note', title: words.note, date: '2026-03-02' },
    { id: 'invoice-1', kind: 'invoice', title: words.invoice, date: '2026-03-02' },
  ];
  const days = ['2026-03-02T13:40:00Z', '2026-03-02T08:05:00Z', '2026-03-01T09:30:00Z'];
  const order = await shop.publishOrder(
    customer,
    of({
      webOrderNo: 'W-8841',
      statusText: words.partly,
      news: words.news.map((sentences, index) => ({ at: days[index] ?? '', sentences: [...sentences] })),
      shipments: [
        { carrier: 'Posten', shippingNo: '370712345678901234', trackingUrl: 'https://sporing.posten.no/1' },
        { carrier: 'DHL', shippingNo: 'JD014600003', trackingUrl: null },
      ],
      papers,
    }),
  );
  for (const { id } of papers) await shop.sendPaper(order.orderId, id, pdf);
  const rest = { originOrderId: order.orderId, webOrderNo: words.rest('W-8841'), statusText: words.waiting };
  await shop.publishOrders(customer, [of(rest), ...olderOrders(words).map(of)]);
  await shop.reject((await shop.placeOrder(customer)).enquiryId);
  await shop.placeOrder(customer);
  return order;
}

function olderOrders(words: StageWords): readonly Partial<OrderHistory>[] {
  return Array.from({ length: 30 }, (_, index) => ({
    webOrderNo: `W-${8700 - index * 7}`,
    orderDate: new Date(Date.UTC(2026, 1, 20 - index * 9)).toISOString().slice(0, 10),
    statusText: words.delivered,
    isFinished: true,
    total: `NOK ${words.amount(349 + ((index * 7919) % 9000))}`,
  }));
}

function linesOf(words: StageWords): OrderHistory['lines'] {
  const line = (productNo: string, description: string, numbers: readonly [number, number, number]) => {
    const [ordered, delivered, price] = numbers;
    const toCome = ordered - delivered;
    return {
      productNo,
      description,
      ordered: String(ordered),
      delivered: String(delivered),
      toCome: String(toCome),
      expected: toCome > 0 ? words.expected : '',
      price: words.amount(price),
      amount: words.amount(price * ordered),
    };
  };
  return [
    line('1001', 'Tent Rondane 2', [3, 2, 3199.2]),
    line('1004', 'Sleeping bag Dovre, down, -10 °C, with a long description of its filling', [1, 0, 2639.2]),
    line('1014', 'Gas cartridge 230 g', [12, 12, 63.2]),
  ];
}
