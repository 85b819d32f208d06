import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { bucketHash, bucketOf } from '../../../shared/my-page/history-state.ts';

const one = { orderId: '0a3f3d1e-0000-4000-8000-000000000001', version: 7 };
const two = { orderId: 'f0000000-0000-4000-8000-000000000002', version: 12 };

describe('read-back', () => {
  test("an order's bucket is the first byte of SHA-256 of its id", () => {
    expect(bucketOf(one.orderId)).toBe(
      Number.parseInt(createHash('sha256').update(one.orderId).digest('hex').slice(0, 2), 16),
    );
  });

  test('a bucket is hashed as "<orderId>:<version>" lines sorted by order id', () => {
    const lines = `${one.orderId}:7\n${two.orderId}:12\n`;
    const expected = createHash('sha256').update(lines).digest('hex');
    expect(bucketHash([two, one])).toBe(expected);
    expect(bucketHash([one, two])).toBe(expected);
  });

  test('an empty bucket has the hash of nothing', () => {
    expect(bucketHash([])).toBe(createHash('sha256').digest('hex'));
  });
});
