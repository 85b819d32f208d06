import { describe, expect, it } from 'vitest';
import { hasEnded, requireWork, workOn } from '../../../../main/engine/orders/order-work.ts';
import { orderStatuses } from '../../../../shared/order.ts';

describe('the status of an order says which work can be done on it', () => {
  it('every status has its answer', () => {
    const allowed = orderStatuses.map((status) => [
      status,
      Object.entries(workOn(status))
        .filter(([, isAllowed]) => isAllowed)
        .map(([work]) => work)
        .join(' '),
    ]);
    expect(Object.fromEntries(allowed)).toEqual({
      quotation: 'editContents editDelivery editShipments cancel',
      'order-basis': 'editContents editDelivery editShipments cancel',
      order: 'editContents editDelivery editPicked editShipments deliver printDeliveryNote invoice cancel',
      'batch-order': 'editContents editDelivery editPicked editShipments deliver printDeliveryNote invoice cancel',
      'back-order': 'editContents editDelivery editPicked editShipments deliver printDeliveryNote invoice cancel',
      'invoice-not-delivered': 'editDelivery editPicked editShipments deliver printDeliveryNote credit',
      invoice: 'editPicked editShipments printDeliveryNote credit',
      'unissued-credit-note': '',
      'credit-note': '',
      'lost-sale': '',
      cancelled: '',
    });
  });

  it('a shipping no. may still be entered on an invoiced order, and not on a cancelled one', () => {
    expect(() => requireWork('invoice', 'editShipments')).not.toThrow();
    expect(() => requireWork('cancelled', 'editShipments')).toThrow(
      expect.objectContaining({ code: 'order-finished' }),
    );
  });

  it('cancelled, lost and credited orders have ended; an invoice has not', () => {
    expect(orderStatuses.filter(hasEnded)).toEqual(['credit-note', 'lost-sale', 'cancelled']);
  });
});
