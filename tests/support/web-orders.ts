import { randomUUID } from 'node:crypto';
import type { CommandContext } from '../../main/engine/db/context.ts';
import { get, inTransaction, type ReadDb, run, type WriteTx } from '../../main/engine/db/database.ts';
import { startLedger } from '../../main/engine/ledger/ledger-service.ts';
import { noteUnfiltered } from '../../main/engine/ledger/passed-over-service.ts';
import { createOrder } from '../../main/engine/orders/create-order-service.ts';
import { editOrder } from '../../main/engine/orders/edit-order-service.ts';
import type { OpenCompany } from '../../main/engine/session.ts';
import { readWebsite, ruleSettingsOf, writeWebsite } from '../../main/engine/settings/website-store.ts';
import type { RuleSettings } from '../../shared/change.ts';
import type { EditOrderInput } from '../../shared/sales-orders.ts';
import type { EditWebsiteInput } from '../../shared/settings.ts';
import { testContext } from './company.ts';

/** The open company that services work with, over a test database, at a fixed time. */
export function companyOver(db: ReadDb, context: CommandContext = testContext): OpenCompany {
  return {
    db,
    path: ':memory:',
    today: () => context.today,
    context: () => context,
    command: (work) => inTransaction(db, (tx: WriteTx) => work(tx, context)),
  };
}

export function addContact(
  db: ReadDb,
  contact: { name: string; email?: string; language?: string; wantsMails?: boolean },
): number {
  return inTransaction(
    db,
    (tx) =>
      run(
        tx,
        `INSERT INTO contact(public_id, name, email, language, order_status_mails, created_at)
       VALUES (@publicId, @name, @email, @language, @wantsMails, @now)`,
        {
          publicId: randomUUID(),
          name: contact.name,
          email: contact.email ?? `${contact.name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@customer.example`,
          language: contact.language ?? null,
          wantsMails: contact.wantsMails === false ? 0 : 1,
          now: testContext.now,
        },
      ).lastId,
  );
}

export function addProduct(db: ReadDb, product: { name: string; stockMilli: number }): number {
  return inTransaction(db, (tx) => {
    const { lastId } = run(tx, `INSERT INTO product(product_no, name, unit_price_minor) VALUES (@no, @name, 10000)`, {
      no: `P-${product.name}`,
      name: product.name,
    });
    run(tx, 'INSERT INTO product_stock(product_id, warehouse_id, quantity_milli) VALUES (@id, 1, @stock)', {
      id: lastId,
      stock: product.stockMilli,
    });
    return lastId;
  });
}

/** A webshop order as the import leaves it: first sight is set. */
export function addWebOrder(
  db: ReadDb,
  order: {
    contactId: number;
    webOrderNo: string;
    productId: number;
    orderedMilli?: number;
    language?: string;
    websiteId?: number;
    deliveryDate?: string;
  },
): number {
  return inTransaction(db, (tx) => {
    const orderId = createOrder(tx, testContext, {
      contactId: order.contactId,
      web: { websiteId: order.websiteId ?? 1, webOrderNo: order.webOrderNo },
      language: order.language ?? null,
      ...(order.deliveryDate === undefined ? {} : { deliveryDate: order.deliveryDate }),
      lines: [{ productId: order.productId, orderedMilli: order.orderedMilli ?? 3000 }],
    });
    startLedger(tx, orderId);
    return orderId;
  });
}

/** What staff do in the order window. */
export function edit(db: ReadDb, orderId: number, change: Omit<EditOrderInput, 'orderId' | 'orderVersion'>): void {
  inTransaction(db, (tx) => {
    const orderVersion =
      get<{ version: number }>(tx, 'SELECT version FROM sales_order WHERE id = @orderId', { orderId })?.version ?? 0;
    editOrder(tx, testContext, { orderId, orderVersion, ...change });
  });
}

export function setRules(db: ReadDb, ...on: readonly number[]): void {
  inTransaction(db, (tx) => {
    for (const rule of [1, 2, 3, 4, 5, 6, 7]) {
      run(tx, `UPDATE website SET rule_${rule} = @on WHERE id = 1`, { on: on.includes(rule) ? 1 : 0 });
    }
  });
}

/** What staff choose in Website Settings - Customer communication, as the settings' router stores it. */
export function editRules(
  db: ReadDb,
  change: Pick<EditWebsiteInput, 'ruleOptions'> & { readonly rules?: Partial<RuleSettings> },
  { websiteId = 1, today = testContext.today } = {},
): void {
  inTransaction(db, (tx) => {
    const stored = readWebsite(tx, websiteId);
    const before = ruleSettingsOf(stored);
    writeWebsite(tx, { websiteId, ruleOptions: change.ruleOptions, rules: { ...stored.rules, ...change.rules } });
    noteUnfiltered(tx, { websiteId, before, after: ruleSettingsOf(readWebsite(tx, websiteId)), today });
  });
}

export function onlyLineOf(db: ReadDb, orderId: number): number {
  return get<{ id: number }>(db, 'SELECT id FROM order_line WHERE order_id = @orderId', { orderId })?.id ?? 0;
}
