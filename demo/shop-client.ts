import {
  type PlacedOrder,
  type PlaceOrderAnswer,
  type PublishedProduct,
  placeOrderAnswer,
  productsAnswer,
} from '../shared/my-page/protocol.ts';

/** A storefront of the demo: what any webshop does with a key that can place orders and nothing else. */
export type ShopClient = {
  /** What the shop sells now. */
  readonly products: () => Promise<readonly PublishedProduct[]>;
  /** `POST /api/v1/orders`; the key makes sending it again harmless. */
  readonly placeOrder: (order: OrderToPlace, idempotencyKey: string) => Promise<PlaceOrderAnswer>;
};

/** What the protocol has a default for may be left out. */
export type OrderToPlace = Pick<PlacedOrder, 'currency' | 'lines'> &
  Partial<Omit<PlacedOrder, 'currency' | 'lines' | 'customer'>> & {
    readonly customer: Pick<PlacedOrder['customer'], 'name' | 'email'> & Partial<PlacedOrder['customer']>;
  };

/** @throws Error from every call that the site does not answer as the protocol says */
export function connectShop(siteAddress: string, key: string): ShopClient {
  const ask = async (path: string, init: RequestInit = {}): Promise<unknown> => {
    const response = await fetch(`${siteAddress}/api/v1/${path}`, {
      ...init,
      headers: { authorization: `Bearer ${key}`, ...init.headers },
    });
    if (!response.ok) throw new Error(`The shop answered ${response.status}: ${await response.text()}`);
    return response.json();
  };
  return {
    products: async () => productsAnswer.parse(await ask('products')).products,
    placeOrder: async (order, idempotencyKey) =>
      placeOrderAnswer.parse(
        await ask('orders', {
          method: 'POST',
          body: JSON.stringify(order),
          headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
        }),
      ),
  };
}

/** A line of an order as a shop makes it from what it sells. @throws Error for a product that it does not */
export function lineFor(
  products: readonly PublishedProduct[],
  productNo: string,
  quantity: number,
): PlacedOrder['lines'][number] {
  const product = products.find((candidate) => candidate.productNo === productNo);
  if (product === undefined) throw new Error(`The shop does not sell ${productNo}`);
  const { name, unitPriceMinor, vatPermille } = product;
  return { productNo, description: name, quantityMilli: quantity * 1000, unitPriceMinor, vatPermille };
}
