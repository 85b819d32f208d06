import { expect, test } from 'vitest';
import { wordEdit, wordLogRow } from '../../../../renderer/orders/order-words.ts';

test('an edit of the log reads as old to new', () => {
  expect(wordEdit({ what: 'to_be_delivered_milli', from: 3000, to: 2000 })).toBe('To be delivered 3 → 2');
  expect(wordEdit({ what: 'delivery_date', from: null, to: '2026-12-14' })).toBe('Delivery date none → 14 Dec 2026');
  expect(wordEdit({ what: 'picked', from: 0, to: 1 })).toBe('Picked on');
  expect(wordEdit({ what: 'status', from: 'quotation', to: 'order' })).toBe('Status Quotation → Order');
  expect(wordEdit({ what: 'text' })).toBe('Text');
  expect(wordEdit({ what: 'shipment-added', to: '7012' })).toBe('Shipping no. added: 7012');
});

test('a word of the log that is not known yet is still readable', () => {
  expect(wordLogRow({ id: 1, at: '', who: '', what: 'parcel-weighed', details: {} })).toEqual({
    what: 'Parcel weighed',
    changes: [],
  });
});
