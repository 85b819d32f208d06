import { afterEach, beforeEach, expect, test } from 'vitest';
import { mergeContacts } from '../../../../main/engine/contacts/merge-service.ts';
import { all, get, run } from '../../../../main/engine/db/database.ts';
import { type ImportCompany, openImportCompany } from '../../../support/import-company.ts';

let company: ImportCompany;
beforeEach(async () => {
  company = await openImportCompany();
});
afterEach(() => company.close());

const none = { new: 0, changed: 0, unchanged: 0, faulty: 0 };

function contactId(customerNo: string): number {
  return (
    get<{ id: number }>(company.db, 'SELECT id FROM contact WHERE customer_no = @customerNo', { customerNo })?.id ?? 0
  );
}

test('a register imported again after a merge changes nothing of the contact that stayed', async () => {
  const text = 'Kundenr;Navn;E-post\nK1;Ada Berg;ada@old.example\nK2;Ada Berg AS;ada@new.example\n';
  await company.import('contacts', text);
  const [otherId, keptId] = [contactId('K1'), contactId('K2')];
  company.command((tx, context) =>
    mergeContacts(tx, context, { keptId, otherId, take: [], declinesAccounts: false, addressMoves: [] }),
  );
  const { report } = await company.import('contacts', text);
  expect(report.counts).toEqual({ ...none, unchanged: 2 });
  expect(all(company.db, 'SELECT name, email, customer_no FROM contact WHERE id = @keptId', { keptId })).toEqual([
    { name: 'Ada Berg AS', email: 'ada@new.example', customer_no: 'K2' },
  ]);
});

test('orders of two webshops with the same web order no. are two orders', async () => {
  company.command((tx) =>
    run(tx, `INSERT INTO website(id, public_id, name) SELECT 2, 'second', 'Second shop' FROM company`),
  );
  const row = (shop: string) => `Nettbutikk;Nettordrenr;Kundenr;Navn;Vare;Antall\n${shop};1001;K1;Ada;Jacket;1\n`;
  expect((await company.import('orders', row('Shop'))).report.counts).toEqual({ ...none, new: 1 });
  expect((await company.import('orders', row('Second shop'))).report.counts).toEqual({ ...none, new: 1 });
});
