import { randomUUID } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { beforeEach, expect, it } from 'vitest';
import { all, get, inTransaction, type ReadDb, run } from '../../../../main/engine/db/database.ts';
import {
  confirmDeliveryNotePrinted,
  prepareDeliveryNote,
} from '../../../../main/engine/warehouse/delivery-note-service.ts';
import { previewMail, previewRun } from '../../../../main/engine/website-data/preview-run-service.ts';
import { openTestCompany, testContext } from '../../../support/company.ts';
import { queueRun } from '../../../support/queued-run.ts';
import { addContact, addProduct, addWebOrder, companyOver, edit, setRules } from '../../../support/web-orders.ts';

let db: ReadDb;
let order: number;

beforeEach(async () => {
  db = await openTestCompany();
  setRules(db, 2, 3);
  const contactId = addContact(db, { name: 'Kari Nordmann' });
  const productId = addProduct(db, { name: 'Rain jacket', stockMilli: 5000 });
  order = addWebOrder(db, { contactId, webOrderNo: 'W-1', productId, language: 'no' });
});

const attach = (isOn: boolean) =>
  inTransaction(db, (tx) => run(tx, 'UPDATE website SET attaches_delivery_notes = @isOn', { isOn: isOn ? 1 : 0 }));

function print(): void {
  inTransaction(db, (tx) => {
    const { noteNo, orderVersion } = prepareDeliveryNote(tx, { orderId: order }, testContext);
    confirmDeliveryNotePrinted(tx, testContext, {
      orderId: order,
      orderVersion,
      noteNo,
      scope: 'to-be-delivered',
      how: 'printer',
    });
  });
}

async function queue(): Promise<readonly Buffer[]> {
  await queueRun(companyOver(db));
  return all<{ message: Buffer }>(db, `SELECT message FROM whole_mail WHERE state = 'queued'`).map(
    ({ message }) => message,
  );
}

async function attachmentsOf(message: Buffer | string | undefined) {
  return (await simpleParser(message ?? '')).attachments.map(({ filename, contentType, content }) => ({
    filename,
    contentType,
    isPdf: content.subarray(0, 5).toString() === '%PDF-',
  }));
}

it('a delivery note that rule 2 tells of goes with the mail, named in the customer’s language', async () => {
  attach(true);
  print();
  const [message] = await queue();
  expect(await attachmentsOf(message)).toEqual([
    { filename: expect.stringMatching(/^Pakkseddel .+\.pdf$/), contentType: 'application/pdf', isPdf: true },
  ]);
});

it('it is part of the bytes that the preview shows', async () => {
  attach(true);
  print();
  const company = companyOver(db);
  const [row] = previewRun(company);
  const parts = { newUuid: randomUUID, now: () => new Date(testContext.now) };
  const shown = await previewMail(company, row?.key ?? '', parts);
  expect(await attachmentsOf(shown.messageSource)).toMatchObject([{ isPdf: true }]);
});

it('not where the website does not want it, nor with a mail that tells of something else', async () => {
  print();
  expect(await attachmentsOf((await queue())[0])).toEqual([]);
  attach(true);
  inTransaction(db, (tx) => run(tx, 'UPDATE website SET rule_2 = 0'));
  edit(db, order, { picked: true });
  expect(await attachmentsOf((await queue())[0])).toEqual([]);
});

it('one that cannot be drawn holds its mail, which is named, and nothing of it moves', async () => {
  attach(true);
  print();
  const before = get(db, 'SELECT version, baseline FROM ledger');
  // A date that no document can show
  inTransaction(db, (tx) => run(tx, `UPDATE sales_order SET order_date = 'never' WHERE id = @order`, { order }));
  expect(await queue()).toEqual([]);
  expect(all(db, 'SELECT reason FROM run_not_told')).toEqual([{ reason: 'paper-not-built' }]);
  expect(get(db, 'SELECT version, baseline FROM ledger')).toEqual(before);
  inTransaction(db, (tx) => run(tx, `UPDATE sales_order SET order_date = '2026-03-01' WHERE id = @order`, { order }));
  expect(await queue()).toHaveLength(1);
});
