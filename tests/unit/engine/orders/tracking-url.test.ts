import { expect, it } from 'vitest';
import { trackingUrl } from '../../../../main/engine/orders/tracking-url.ts';

it('the shipping no. stands in the address, and cannot leave its place', () => {
  expect(trackingUrl('https://post.example/track?no={no}', '70 1/2&x')).toBe(
    'https://post.example/track?no=70%201%2F2%26x',
  );
});

it('a carrier without an address has none', () => {
  expect(trackingUrl(null, '7012')).toBeNull();
  expect(trackingUrl('', '7012')).toBeNull();
});
