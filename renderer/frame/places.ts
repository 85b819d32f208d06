import type { MenuCommandId } from '../../shared/menu-model.ts';
import type { OrderFilter } from '../../shared/sales-orders.ts';

/** Everywhere the main window can be. */
export type Place =
  | { readonly page: 'orders'; readonly filter?: OrderFilter }
  | { readonly page: 'order'; readonly orderId: number }
  | { readonly page: 'new-order' }
  | { readonly page: 'orders-not-delivered' }
  | { readonly page: 'deliver'; readonly orderId: number }
  | { readonly page: 'purchases-not-received' }
  | { readonly page: 'stock-taking' }
  | { readonly page: 'products' }
  | { readonly page: 'new-product' }
  | { readonly page: 'product'; readonly productId: number }
  | { readonly page: 'purchases' }
  | { readonly page: 'new-purchase' }
  | { readonly page: 'purchase-missing' }
  | { readonly page: 'purchase'; readonly purchaseOrderId: number }
  | { readonly page: 'contacts' }
  | { readonly page: 'new-contact' }
  | { readonly page: 'contact'; readonly contactId: number }
  | { readonly page: 'website-data' }
  | { readonly page: 'comparison' }
  | { readonly page: 'order-list'; readonly runId?: number }
  | { readonly page: 'mail-log' }
  | { readonly page: 'website-settings'; readonly websiteId?: number }
  | { readonly page: 'company-settings'; readonly tab?: 'freight' }
  | { readonly page: 'import' }
  | { readonly page: 'set-up' }
  | { readonly page: 'demo-inbox' };

export type PageName = Place['page'];

/** Where the menu's commands lead; commands that do something other than show a page are not in here. */
export const placeOfCommand: Partial<Readonly<Record<MenuCommandId, Place>>> = {
  'file.import': { page: 'import' },
  'view.e-commerce.get-website-data': { page: 'website-data' },
  'view.e-commerce.mail-log': { page: 'mail-log' },
  'view.e-commerce.website-settings': { page: 'website-settings' },
  'view.sales.order-registration': { page: 'orders' },
  'view.warehouse.warehouse': { page: 'orders-not-delivered' },
  'view.warehouse.purchases-not-received': { page: 'purchases-not-received' },
  'view.warehouse.stock-taking': { page: 'stock-taking' },
  'view.purchase.purchase-orders': { page: 'purchases' },
  'view.products': { page: 'products' },
  'view.contacts': { page: 'contacts' },
  'view.settings.company.sales-and-invoicing': { page: 'company-settings' },
  'file.set-up': { page: 'set-up' },
  'help.demo-inbox': { page: 'demo-inbox' },
};

/** The entry of the navigation under which a page belongs. */
export const navigationEntryOf: Readonly<Record<PageName, PageName | null>> = {
  orders: 'orders',
  order: 'orders',
  'new-order': 'orders',
  'orders-not-delivered': 'orders-not-delivered',
  deliver: 'orders-not-delivered',
  'purchases-not-received': 'purchases-not-received',
  'stock-taking': 'stock-taking',
  products: 'products',
  product: 'products',
  'new-product': 'products',
  purchases: 'purchases',
  purchase: 'purchases',
  'new-purchase': 'purchases',
  'purchase-missing': 'purchases',
  contacts: 'contacts',
  contact: 'contacts',
  'new-contact': 'contacts',
  'website-data': 'website-data',
  comparison: 'website-data',
  'order-list': 'order-list',
  'mail-log': 'mail-log',
  'website-settings': 'website-settings',
  'company-settings': 'company-settings',
  import: null,
  'set-up': null,
  'demo-inbox': null,
};

const withMainAction: ReadonlySet<PageName> = new Set([
  'order',
  'new-order',
  'deliver',
  'new-product',
  'new-contact',
  'purchase',
  'new-purchase',
  'website-data',
  'comparison',
  'website-settings',
  'import',
  'set-up',
]);

/** Whether a page has a main action of its own: the accent is for one thing in a view, and there it is the page's. */
export function hasMainAction(page: PageName): boolean {
  return withMainAction.has(page);
}

const newPlaces: Partial<Readonly<Record<PageName, Place>>> = {
  products: { page: 'new-product' },
  purchases: { page: 'new-purchase' },
  'purchases-not-received': { page: 'new-purchase' },
  contacts: { page: 'new-contact' },
};

/** Where File - New leads from a page: to a new one of what stands there, elsewhere to a new sales order. */
export function newPlaceFrom(page: PageName): Place {
  return newPlaces[navigationEntryOf[page] ?? 'orders'] ?? { page: 'new-order' };
}

/** A place as it is handed to another window; `placeFrom` reads it back. */
export function placeText(place: Place): string {
  return JSON.stringify(place);
}

/** The place that a text names, or null when it names none of this program. */
export function placeFrom(text: string | null): Place | null {
  if (text === null) return null;
  try {
    const read: unknown = JSON.parse(text);
    const page = typeof read === 'object' && read !== null ? Reflect.get(read, 'page') : undefined;
    return typeof page === 'string' && Object.hasOwn(navigationEntryOf, page) ? (read as Place) : null;
  } catch {
    return null;
  }
}

export type PlaceHistory = { readonly now: Place; readonly before: readonly Place[] };

const rememberedPlaces = 50;

function isSamePlace(a: Place, b: Place): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Goes to a place; going to where one is already adds nothing to the way back. */
export function go(history: PlaceHistory, place: Place): PlaceHistory {
  if (isSamePlace(history.now, place)) return history;
  return { now: place, before: [...history.before, history.now].slice(-rememberedPlaces) };
}

/** Goes back one place, or to `otherwise` when there is none. */
export function goBack(history: PlaceHistory, otherwise: Place): PlaceHistory {
  const last = history.before.at(-1);
  return last === undefined ? { now: otherwise, before: [] } : { now: last, before: history.before.slice(0, -1) };
}
