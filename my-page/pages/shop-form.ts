import type { FastifyRequest } from 'fastify';
import type { PlacedOrder, PublishedProduct, SiteSettings } from '../../shared/my-page/protocol.ts';
import {
  type CustomerField,
  type CustomerForm,
  customerFaults,
  type FormFaults,
  readCustomerForm,
} from './customer-form.ts';
import type { Labels } from './labels.ts';
import { fieldOf, paragraphsOf } from './visit.ts';

/** What was typed in the shop. Quantities by product no., as typed. */
export type ShopForm = {
  readonly customer: CustomerForm;
  readonly quantities: ReadonlyMap<string, string>;
  readonly message: string;
};
export type ShopFaults = FormFaults<CustomerField | 'products' | 'message'>;

export const neededToOrder: readonly CustomerField[] = ['name', 'email', 'addressLine1', 'postcode', 'city'];
const maximumMessageLength = 2000;

/** Who may order in each password mode (domain.md 3.2). */
export function placesOrders(mode: SiteSettings['passwordMode']): 'anyone' | 'members' {
  return mode === 'whole-website' || mode === 'webshop-only' ? 'members' : 'anyone';
}

/** The name of a product's quantity field. */
export function quantityField(product: PublishedProduct): string {
  return `quantity-${product.productNo}`;
}

export function readShopForm(request: FastifyRequest, products: readonly PublishedProduct[]): ShopForm {
  return {
    customer: readCustomerForm(request),
    quantities: new Map(products.map((product) => [product.productNo, fieldOf(request, quantityField(product))])),
    message: paragraphsOf(request, 'message'),
  };
}

/** Each fault by its field, in the visitor's language. */
export function shopFaults(form: ShopForm, products: readonly PublishedProduct[], labels: Labels): ShopFaults {
  const faults: ShopFaults = customerFaults(form.customer, neededToOrder, labels);
  const productFault = productsFault(form, products, labels);
  return {
    ...faults,
    ...(productFault !== null && { products: productFault }),
    ...(form.message.length > maximumMessageLength && { message: labels.tooLong }),
  };
}

function productsFault(form: ShopForm, products: readonly PublishedProduct[], labels: Labels): string | null {
  const chosen = [...form.quantities.values()].filter((quantity) => quantity !== '');
  if (chosen.some((quantity) => !/^\d{1,4}$/.test(quantity))) return labels.wrongQuantity;
  const wanted = wantedProducts(form, products);
  if (wanted.length === 0) return labels.nothingChosen;
  return new Set(wanted.map(({ currency }) => currency)).size > 1 ? labels.mixedCurrencies : null;
}

/** The order's lines with the published prices: what a browser sends is no price. */
export function toPlacedLines(
  form: ShopForm,
  products: readonly PublishedProduct[],
): { readonly currency: string; readonly lines: PlacedOrder['lines'] } {
  const wanted = wantedProducts(form, products);
  const [first] = wanted;
  if (!first) throw new Error('An order without lines passed its check');
  const lines = wanted.map((product) => ({
    productNo: product.productNo,
    description: product.name,
    quantityMilli: Number(form.quantities.get(product.productNo)) * 1000,
    unitPriceMinor: product.unitPriceMinor,
    vatPermille: product.vatPermille,
  }));
  return { currency: first.currency, lines };
}

function wantedProducts(form: ShopForm, products: readonly PublishedProduct[]): readonly PublishedProduct[] {
  return products.filter(({ productNo }) => Number(form.quantities.get(productNo) ?? '') > 0);
}
