import { beforeEach, describe, expect, it } from 'vitest';
import { all, type ReadDb } from '../../../../main/engine/db/database.ts';
import { changeProducts, readDateChangeReach } from '../../../../main/engine/products/change-products-service.ts';
import { listProducts, readProduct, writeProduct } from '../../../../main/engine/products/product-store.ts';
import { changeProductsInput, listProductsInput, type ProductChange } from '../../../../shared/products.ts';
import { aContact, anOrder, aProduct, checkNothing, pieces, toCheck } from '../../../support/builders.ts';
import { command, openTestCompany } from '../../../support/company.ts';
import { setRules } from '../../../support/web-orders.ts';

let db: ReadDb;
let tent: number;
let lamp: number;
beforeEach(async () => {
  db = await openTestCompany();
  tent = aProduct(db, { name: 'Tent' });
  lamp = aProduct(db, { name: 'Lamp', unit: 'box' });
});
const change = (productIds: readonly number[], values: ProductChange) =>
  command(db, (tx, context) => changeProducts(tx, context, changeProductsInput.parse({ productIds, change: values })));
const code = (name: string) => expect.objectContaining({ code: name });

describe('a change for a selection of products', () => {
  it('changes those that differ and logs each', () => {
    expect(change([tent, lamp], { unit: 'box' })).toEqual({ changed: 1, unchanged: 1 });
    expect(change([tent, lamp], { onWeb: false, vatPermille: 150 })).toEqual({ changed: 2, unchanged: 0 });
    expect(readProduct(db, tent)).toMatchObject({ unit: 'box', onWeb: false, vatPermille: 150 });
    expect(all(db, `SELECT id FROM log_entry WHERE what = 'product-edited'`)).toHaveLength(3);
  });

  it('of the expected date reaches the orders that wait, and no others', () => {
    const waiting = anOrder(db, { lines: [{ productId: tent, orderedMilli: pieces(1) }] });
    anOrder(db, { lines: [{ productId: aProduct(db), orderedMilli: pieces(1) }] });
    checkNothing(db);
    change([tent, lamp], { expectedDeliveryDate: '2026-04-01' });
    expect(toCheck(db)).toEqual([waiting.orderId]);
  });

  it('to a supplier who is not there changes nothing', () => {
    expect(() => change([tent], { unit: 'box', supplierId: 999 })).toThrow(code('not-found'));
    expect(readProduct(db, tent).unit).toBe('pcs');
  });

  it('of the date says before whom rule 6 can tell', () => {
    const contactId = aContact(db);
    for (const productId of [tent, lamp]) anOrder(db, { contactId, lines: [{ productId, orderedMilli: pieces(1) }] });
    anOrder(db, { lines: [{ productId: tent, orderedMilli: pieces(1), deliveryDate: '2026-05-01' }] });
    anOrder(db, { webOrderNo: null, lines: [{ productId: tent, orderedMilli: pieces(1) }] });
    setRules(db, 6);
    expect(readDateChangeReach(db, [tent, lamp])).toEqual({ customers: 1, orders: 2 });
    setRules(db, 1);
    expect(readDateChangeReach(db, [tent, lamp])).toEqual({ customers: 0, orders: 0 });
  });
});

describe('a bar code', () => {
  it('finds the product and belongs to one', () => {
    command(db, (tx) => writeProduct(tx, { productId: tent, barCode: '7038010009457' }));
    expect(listProducts(db, listProductsInput.parse({ search: '70380100' })).rows).toMatchObject([
      { id: tent, barCode: '7038010009457' },
    ]);
    expect(() => aProduct(db, { barCode: '7038010009457' })).toThrow(code('bad-input'));
    command(db, (tx) => writeProduct(tx, { productId: tent, barCode: '' }));
    expect(readProduct(db, aProduct(db, { barCode: '7038010009457' })).barCode).toBe('7038010009457');
  });
});
