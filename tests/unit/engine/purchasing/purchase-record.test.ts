import { describe, expect, it } from 'vitest';
import {
  afterReceipt,
  isReceived,
  type PurchaseRecord,
  requireDraft,
  requireOpen,
} from '../../../../main/engine/purchasing/purchase-record.ts';
import { purchaseStatuses } from '../../../../shared/order.ts';

const line = { id: 1, position: 1, productId: 1, orderedMilli: 5000, receivedMilli: 2000, deliveryDate: null };
const purchase = (status: PurchaseRecord['status']): PurchaseRecord => ({
  id: 1,
  purchaseNo: 1001,
  version: 1,
  supplierId: 1,
  status,
  orderDate: '2026-03-03',
  deliveryDate: null,
});
const refused = (check: (record: PurchaseRecord) => void) =>
  purchaseStatuses.filter((status) => {
    try {
      check(purchase(status));
      return false;
    } catch (error) {
      expect(error).toMatchObject({ code: 'purchase-finished' });
      return true;
    }
  });

describe('a purchase order', () => {
  it('takes new dates as long as something is to come', () => {
    expect(refused(requireOpen)).toEqual(['received', 'cancelled']);
  });

  it('takes new lines only while it is a draft', () => {
    expect(refused(requireDraft)).toEqual(['transferred', 'received', 'cancelled']);
  });

  it('receives up to what was ordered', () => {
    expect(afterReceipt(line, 3000).receivedMilli).toBe(5000);
    expect(() => afterReceipt(line, 3001)).toThrow(expect.objectContaining({ code: 'quantity-out-of-range' }));
    expect(() => afterReceipt(line, -1)).toThrow(expect.objectContaining({ code: 'quantity-out-of-range' }));
  });

  it('is received when every line is', () => {
    expect(isReceived([line, { ...line, receivedMilli: 5000 }])).toBe(false);
    expect(isReceived([{ ...line, receivedMilli: 5000 }])).toBe(true);
  });
});
