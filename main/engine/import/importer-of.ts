import type { ImportKind } from '../../../shared/import.ts';
import { importContacts } from './import-contacts-service.ts';
import { importOrders } from './import-orders-service.ts';
import { importProducts } from './import-products-service.ts';
import { importPurchases } from './import-purchases-service.ts';
import { importStock } from './import-stock-service.ts';
import type { KindImport } from './kind-import.ts';

const importers: Readonly<Record<ImportKind, KindImport>> = {
  products: importProducts,
  contacts: importContacts,
  stock: importStock,
  purchases: importPurchases,
  orders: importOrders,
};

export function importerOf(kind: ImportKind): KindImport {
  return importers[kind];
}
