import type { OrderHistory, SiteSettings } from '../../shared/my-page/protocol.ts';
import { seededNumbers, seededUuid } from './seed.ts';

export const madeSizes = { customers: 100_000, orders: 1_000_000 } as const;

export const madeSettings: SiteSettings = {
  siteName: 'Fjellheim Outdoor',
  shopUrl: 'https://shop.example',
  language: 'nb',
  currency: 'NOK',
  colour: '#1d6b4f',
  passwordMode: 'voluntary',
  approval: 'manual',
  timeZone: 'Europe/Oslo',
  showsRegisterLink: true,
};

/** A customer of the made shop: its orders are those from `firstOrder`, so many. */
export type MadeCustomer = {
  readonly number: number;
  /** The site's own id of the account, and the desktop's. */
  readonly siteAccountId: string;
  readonly accountId: string;
  readonly language: 'nb' | 'en';
  readonly firstOrder: number;
  readonly orderCount: number;
};

const fewOrders = 9;
const firstDay = Date.UTC(2023, 0, 1);
const days = 1_060;
const dayMs = 86_400_000;
const products = 'Regnjakke Sovepose Fjellsko Termos Hodelykt Ullvott Liggeunderlag Primus Dunjakke Vandrestav'.split(
  ' ',
);
const places = 'Nordmarka Jotunheimen Rondane Femund Hardanger Lofoten Senja Finnskogen'.split(' ');

/** All customers: most have a few orders, one in sixteen more than a page of them. */
export function madeCustomers(): readonly MadeCustomer[] {
  const next = seededNumbers(8_841);
  const counts = Array.from({ length: madeSizes.customers }, () => 1 + Math.floor(-fewOrders * Math.log(1 - next())));
  let over = counts.reduce((sum, count) => sum + count, 0) - madeSizes.orders;
  for (let index = 0; over !== 0; index = (index + 1) % counts.length) {
    const count = counts[index] ?? 0;
    if (over > 0 && count === 1) continue;
    counts[index] = count - Math.sign(over);
    over -= Math.sign(over);
  }
  let firstOrder = 0;
  return counts.map((orderCount, number) => {
    const customer: MadeCustomer = {
      number,
      siteAccountId: seededUuid(`site-account:${number}`),
      accountId: seededUuid(`account:${number}`),
      language: number % 5 === 0 ? 'en' : 'nb',
      firstOrder,
      orderCount,
    };
    firstOrder += orderCount;
    return customer;
  });
}

export function madeOrderId(order: number): string {
  return seededUuid(`order:${order}`);
}

/** A customer's order histories, oldest first; one in twelve is a back order of the one before. */
export function madeHistories(customer: MadeCustomer): readonly OrderHistory[] {
  const next = seededNumbers(customer.number + 1);
  const dates = Array.from({ length: customer.orderCount }, () => firstDay + Math.floor(next() * days) * dayMs).sort(
    (a, b) => a - b,
  );
  let origin = customer.firstOrder;
  return dates.map((at, index) => {
    const order = customer.firstOrder + index;
    const isBackOrder = index > 0 && next() < 1 / 12;
    if (!isBackOrder) origin = order;
    return madeHistory(customer, { order, at, next, origin: isBackOrder ? origin : null });
  });
}

type Making = {
  readonly order: number;
  readonly at: number;
  readonly next: () => number;
  readonly origin: number | null;
};

function madeHistory(customer: MadeCustomer, { order, at, next, origin }: Making): OrderHistory {
  const isFinished = next() < 0.9;
  const lineCount = 1 + Math.floor(next() * 3);
  const lines = Array.from({ length: lineCount }, () => madeLine(next, isFinished));
  const totalMinor = lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const instant = (later: number): string => new Date(at + later * dayMs + 36_000_000).toISOString();
  const shippingNo = `3704381${String(order).padStart(10, '0')}`;
  return {
    orderId: madeOrderId(order),
    version: 1 + Math.floor(next() * 6),
    deleted: false,
    accountId: customer.accountId,
    webOrderNo: origin === null ? `W-${10_000 + order}` : `W-${10_000 + origin} / rest ${order - origin}`,
    originOrderId: origin === null ? null : madeOrderId(origin),
    customerName: `Kari Nordmann ${customer.number}`,
    email: emailOf(customer),
    language: customer.language,
    orderDate: new Date(at).toISOString().slice(0, 10),
    statusText: isFinished ? 'Fakturert' : 'Ordre',
    isFinished,
    expected: isFinished ? '' : '14. des. 2026',
    asOf: '2026-11-20T06:00:00.000Z',
    news: madeNews(instant, isFinished),
    lines: lines.map(({ line }) => line),
    shipments: isFinished
      ? [{ carrier: 'Posten', shippingNo, trackingUrl: `https://sporing.posten.example/${shippingNo}` }]
      : [],
    papers: [],
    total: kroner(totalMinor),
  };
}

export function emailOf(customer: MadeCustomer): string {
  return `kari.nordmann.${customer.number}@mail.example`;
}

function madeLine(next: () => number, isFinished: boolean) {
  const pick = (names: readonly string[]): string => names[Math.floor(next() * names.length)] ?? '';
  const quantity = 1 + Math.floor(next() * 3);
  const priceMinor = 9_900 + Math.floor(next() * 200) * 1_000;
  const product = pick(products);
  const line = {
    productNo: `${product.slice(0, 3).toUpperCase()}-${1_000 + Math.floor(next() * 9_000)}`,
    description: `${product} ${pick(places)}, størrelse ${36 + Math.floor(next() * 12)}`,
    ordered: `${quantity} stk`,
    delivered: isFinished ? `${quantity} stk` : '0 stk',
    toCome: isFinished ? '' : `${quantity} stk`,
    expected: isFinished ? '' : '14. des. 2026',
    price: kroner(priceMinor),
    amount: kroner(priceMinor * quantity),
  };
  return { line, amountMinor: priceMinor * quantity };
}

function madeNews(instant: (later: number) => string, isFinished: boolean): OrderHistory['news'] {
  const expected = {
    at: instant(1),
    sentences: ['Forventet leveringsdato er nå 14. desember 2026. Vi sier fra hvis den endrer seg.'],
  };
  if (!isFinished) return [expected];
  return [
    { at: instant(5), sentences: ['Pakken er sendt med Posten. Du kan følge den med sendingsnummeret.'] },
    {
      at: instant(4),
      sentences: ['Varene er plukket og klare til å sendes.', 'Alt du bestilte er med i denne leveransen.'],
    },
    expected,
  ];
}

function kroner(amountMinor: number): string {
  const whole = String(Math.floor(amountMinor / 100)).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  return `kr ${whole},${String(amountMinor % 100).padStart(2, '0')}`;
}
