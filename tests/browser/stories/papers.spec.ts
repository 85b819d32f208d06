import { readFile } from 'node:fs/promises';
import { expect, test } from '../my-page-test.ts';
import { OrderPage } from '../pages/order-page.ts';
import { OrdersPage } from '../pages/orders-page.ts';

const note = { id: 'note-3', kind: 'delivery-note', title: 'Delivery note 8841-1', date: '2026-03-01' } as const;
const invoice = { id: 'invoice-7', kind: 'invoice', title: 'Invoice 1043', date: '2026-03-02' } as const;
const pdf = `%PDF-1.3\n${'x'.repeat(2000)}\n%%EOF`;

test('delivery note and invoice are downloaded from the order as PDF', async ({ page, shop, member }) => {
  const { orderId } = await shop.publishOrder(member, { papers: [note, invoice] });
  await shop.sendPaper(orderId, note.id, pdf);
  await shop.sendPaper(orderId, invoice.id, pdf);
  const order = new OrderPage(page);
  await order.open(orderId);
  await expect(order.part('Documents').getByRole('listitem')).toContainText(['Delivery note 8841-1', 'Invoice 1043']);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    order.part('Documents').getByRole('link', { name: 'Download Invoice 1043' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Invoice 1043.pdf');
  expect(await readFile(await download.path(), 'utf8')).toBe(pdf);
});

test('an order that the shop rejects says so, in the list and on its page', async ({ page, shop, member }) => {
  const { enquiryId, webOrderNo } = await shop.placeOrder(member);
  await shop.reject(enquiryId);
  const orders = new OrdersPage(page);
  await orders.open();
  await expect(orders.row(webOrderNo)).toContainText('Rejected by the shop');
  await orders.row(webOrderNo).click();
  await expect(page.getByText('The shop does not carry out this order.')).toBeVisible();
});
