import { describe, expect, it, test } from 'vitest';
import { wordEdit, wordLogRow } from '../../../../renderer/orders/order-words.ts';
import type { LogRow } from '../../../../shared/sales-orders.ts';

test('an edit of the log reads as old to new', () => {
  expect(wordEdit({ what: 'to_be_delivered_milli', from: 3000, to: 2000 }, 'NOK')).toBe('To be delivered 3 → 2');
  expect(wordEdit({ what: 'delivery_date', from: null, to: '2026-12-14' }, 'NOK')).toBe(
    'Delivery date none → 14 Dec 2026',
  );
  expect(wordEdit({ what: 'picked', from: 0, to: 1 }, 'NOK')).toBe('Picked on');
  expect(wordEdit({ what: 'status', from: 'quotation', to: 'order' }, 'NOK')).toBe('Status Quotation → Order');
  expect(wordEdit({ what: 'text' }, 'NOK')).toBe('Text');
  expect(wordEdit({ what: 'shipment-added', to: '7012' }, 'NOK')).toBe('Shipping no. added: 7012');
});

test('a word of the log that is not known yet is still readable', () => {
  expect(wordLogRow({ id: 1, at: '', who: '', what: 'parcel-weighed', details: {} }, new Map(), 'NOK')).toEqual({
    what: 'Parcel weighed',
    changes: [],
  });
});

const names = new Map([[5, 'Rain jacket']]);
const logged = (what: string, details: LogRow['details']): LogRow => ({ id: 1, at: '', who: 'grete', what, details });

describe('the history of an order', () => {
  it.each([
    [
      'names the line of an edit',
      logged('order-edited', { changes: [{ what: 'to_be_delivered_milli', lineId: 5, from: 3000, to: 2000 }] }),
      { what: 'Changed', changes: ['Rain jacket, To be delivered 3 → 2'] },
    ],
    [
      'names what was delivered',
      logged('products-delivered', { deliveryId: 1, lines: [{ lineId: 5, quantityMilli: 2000 }] }),
      { what: 'Products delivered', changes: ['Rain jacket 2'] },
    ],
    [
      'names the paper by its number',
      logged('order-credited', { creditNoteNo: 50_002, creditNoteOrderId: 9 }),
      { what: 'Credited', changes: ['50002'] },
    ],
    [
      'says what was decided about a mail',
      logged('mail-decided', { mailId: 3, decision: 'tell-anew' }),
      { what: 'Decided about a mail', changes: ['Tell anew'] },
    ],
    [
      'says why the customer is not told',
      logged('not-to-be-told', { facts: ['picked'], reason: 'by mistake' }),
      { what: 'Kept from the customer', changes: ['Reason: by mistake'] },
    ],
  ])('%s', (_rule, row, words) => {
    expect(wordLogRow(row, names, 'NOK')).toEqual(words);
  });
});
