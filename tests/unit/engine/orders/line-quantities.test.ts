import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterDelivery,
  type LineQuantities,
  leftForBackOrder,
  remainingOf,
  toBeInvoiced,
  toBeNoted,
  withOrdered,
  withToBeDelivered,
} from '../../../../main/engine/orders/line-quantities.ts';

const line: LineQuantities = {
  orderedMilli: 20_000,
  toBeDeliveredMilli: 20_000,
  deliveredMilli: 0,
  invoicedMilli: 0,
  movedMilli: 0,
  notedMilli: 0,
  isRemoved: false,
};
const outOfRange = expect.objectContaining({ code: 'quantity-out-of-range' });

describe('what remains of a line', () => {
  it.each([
    ['all of it at first', {}, 20_000],
    ['less what was delivered', { deliveredMilli: 9000 }, 11_000],
    ['less what a back order took over', { deliveredMilli: 9000, movedMilli: 11_000 }, 0],
    ['nothing of a line taken off', { isRemoved: true }, 0],
    ['never less than nothing', { deliveredMilli: 30_000 }, 0],
  ])('%s', (_, change, remaining) => {
    expect(remainingOf({ ...line, ...change })).toBe(remaining);
  });
});

describe('a delivery', () => {
  it('takes from To be delivered what went out, and no more than stood there', () => {
    expect(afterDelivery(line, 9000)).toMatchObject({ deliveredMilli: 9000, toBeDeliveredMilli: 11_000 });
    const part = { ...line, toBeDeliveredMilli: 5000 };
    expect(afterDelivery(part, 9000)).toMatchObject({ deliveredMilli: 9000, toBeDeliveredMilli: 0 });
  });

  it('refuses more than remains, and less than nothing', () => {
    expect(() => afterDelivery(line, 20_001)).toThrow(outOfRange);
    expect(() => afterDelivery(line, -1)).toThrow(outOfRange);
  });
});

describe('edits', () => {
  it('keep To be delivered between nothing and what remains', () => {
    const delivered = { ...line, deliveredMilli: 15_000, toBeDeliveredMilli: 5000 };
    expect(withToBeDelivered(delivered, 0).toBeDeliveredMilli).toBe(0);
    expect(withToBeDelivered(delivered, 5000).toBeDeliveredMilli).toBe(5000);
    expect(() => withToBeDelivered(delivered, 5001)).toThrow(outOfRange);
  });

  it('let To be delivered follow the quantity where it was all of it', () => {
    expect(withOrdered(line, 25_000).toBeDeliveredMilli).toBe(25_000);
    expect(withOrdered({ ...line, toBeDeliveredMilli: 9000 }, 25_000).toBeDeliveredMilli).toBe(9000);
    expect(withOrdered({ ...line, toBeDeliveredMilli: 9000 }, 4000).toBeDeliveredMilli).toBe(4000);
  });

  it('refuse a quantity below what was delivered, invoiced or moved', () => {
    expect(() => withOrdered({ ...line, deliveredMilli: 3000, movedMilli: 2000 }, 4999)).toThrow(outOfRange);
    expect(() => withOrdered({ ...line, invoicedMilli: 3000 }, 2999)).toThrow(outOfRange);
  });
});

describe('what papers cover', () => {
  const part = { ...line, deliveredMilli: 4000, toBeDeliveredMilli: 5000, notedMilli: 3000, invoicedMilli: 1000 };

  it('a delivery note covers what was delivered or is to be, less what stands on notes', () => {
    expect(toBeNoted(part, 'to-be-delivered')).toBe(6000);
    expect(toBeNoted({ ...part, notedMilli: 9000 }, 'to-be-delivered')).toBe(0);
    expect(toBeNoted({ ...part, notedMilli: 12_000 }, 'to-be-delivered')).toBe(0);
  });

  it('the note of Deliver products covers only what was delivered', () => {
    expect(toBeNoted(part, 'delivered-only')).toBe(1000);
  });

  it('an invoice covers what was delivered and not invoiced, and what is to be delivered', () => {
    expect(toBeInvoiced(part)).toBe(8000);
    expect(toBeInvoiced({ ...part, isRemoved: true })).toBe(0);
  });

  it('the rest is left for a back order: 20 ordered, 9 to be delivered, 11 left', () => {
    expect(leftForBackOrder({ ...line, toBeDeliveredMilli: 9000 })).toBe(11_000);
    expect(leftForBackOrder({ ...line, isRemoved: true, toBeDeliveredMilli: 0 })).toBe(0);
  });
});

describe('whatever is done to a line', () => {
  const step = fc.record({
    kind: fc.constantFrom('deliver', 'tbd', 'order'),
    milli: fc.integer({ min: 0, max: 30_000 }),
  });

  it('To be delivered never exceeds what remains, and nothing vanishes', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let present = line;
        for (const { kind, milli } of steps) {
          try {
            if (kind === 'deliver') present = afterDelivery(present, milli);
            else present = kind === 'tbd' ? withToBeDelivered(present, milli) : withOrdered(present, milli);
          } catch (error) {
            expect(error).toMatchObject({ code: 'quantity-out-of-range' });
          }
          expect(present.toBeDeliveredMilli).toBeLessThanOrEqual(remainingOf(present));
          expect(present.deliveredMilli + remainingOf(present)).toBe(present.orderedMilli);
        }
      }),
    );
  });
});
