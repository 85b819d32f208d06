import { insertAccount } from '../main/engine/contacts/account-store.ts';
import { insertContact } from '../main/engine/contacts/contact-store.ts';
import type { CommandContext } from '../main/engine/db/context.ts';
import type { WriteTx } from '../main/engine/db/database.ts';
import { insertProduct } from '../main/engine/products/product-store.ts';
import { saveCarrier } from '../main/engine/settings/carrier-store.ts';
import { writeCompany } from '../main/engine/settings/company-store.ts';
import { insertWebsite, writeWebsite } from '../main/engine/settings/website-store.ts';
import { demoCarriers, demoCompanyDetails, demoWebsite } from './data/company.ts';
import { type DemoCustomer, demoCustomers } from './data/customers.ts';
import { demoProducts } from './data/products.ts';
import { demoSuppliers, type SupplierKey, supplierKeys } from './data/suppliers.ts';
import type { DemoCalendar } from './demo-calendar.ts';

/** Row ids of what the registers hold, by the names that the sample data uses. */
export type DemoRegisters = {
  readonly websiteId: number;
  readonly warehouseId: number;
  /** @throws Error for a name that the sample data does not have */
  readonly supplierId: (key: SupplierKey) => number;
  readonly productId: (productNo: string) => number;
  readonly customer: (key: string) => DemoCustomer & { readonly contactId: number };
};

/** The warehouse that every new company file has. */
const warehouseId = 1;

/** Company details, carriers, the website, suppliers, products and customers with their accounts. */
export function fillRegisters(tx: WriteTx, context: CommandContext, calendar: DemoCalendar): DemoRegisters {
  writeCompany(tx, demoCompanyDetails);
  for (const carrier of demoCarriers) saveCarrier(tx, carrier);
  const { name, ...settings } = demoWebsite;
  const websiteId = insertWebsite(tx, context, { name, url: '', myPageUrl: '' });
  writeWebsite(tx, { websiteId, ...settings, warehouseIds: [warehouseId] });
  const suppliers = new Map(
    supplierKeys.map((key) => [key, insertContact(tx, context, { ...demoSuppliers[key], isSupplier: true })]),
  );
  const supplierId = (key: SupplierKey) => known(suppliers.get(key), key);
  const products = new Map(
    demoProducts.map(({ stock: _stock, supplier, expectedInDays, ...product }) => [
      product.productNo,
      insertProduct(tx, {
        ...product,
        supplierId: supplierId(supplier),
        expectedDeliveryDate: expectedInDays === undefined ? null : calendar.dayIn(expectedInDays),
      }),
    ]),
  );
  const customers = new Map(
    demoCustomers.map((customer) => [
      customer.key,
      { ...customer, contactId: insertCustomer(tx, context, { customer, websiteId }) },
    ]),
  );
  return {
    websiteId,
    warehouseId,
    supplierId,
    productId: (productNo) => known(products.get(productNo), productNo),
    customer: (key) => known(customers.get(key), key),
  };
}

function insertCustomer(
  tx: WriteTx,
  context: CommandContext,
  { customer, websiteId }: { readonly customer: DemoCustomer; readonly websiteId: number },
): number {
  const { key: _key, account, isOptedOut, ...contact } = customer;
  const contactId = insertContact(tx, context, {
    ...contact,
    country: contact.country ?? 'Norway',
    orderStatusMails: isOptedOut !== true,
  });
  if (account !== undefined)
    insertAccount(tx, context, { contactId, websiteId, email: contact.email, status: account });
  return contactId;
}

function known<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`The demo has no ${name}`);
  return value;
}
