import { describe, expect, it } from 'vitest';
import { isTrackingUrl, trackingUrl } from '../../../../main/engine/orders/tracking-url.ts';

it('the shipping no. stands in the address, and cannot leave its place', () => {
  expect(trackingUrl('https://post.example/track?no={no}', '70 1/2&x')).toBe(
    'https://post.example/track?no=70%201%2F2%26x',
  );
});

it('a carrier without an address has none', () => {
  expect(trackingUrl(null, '7012')).toBeNull();
  expect(trackingUrl('', '7012')).toBeNull();
});

describe('which addresses are those of parcels', () => {
  it.each([
    'https://t.example/{no}',
    'https://t.example/?a=1&no={no}&l=nb',
    'https://t.example/{no}/{no}?x=(1)',
    'https://t.example/',
  ])('an address made of %s is one, whatever the shipping no.', (pattern) => {
    for (const no of ['370712345678901234', 'a b/c?d#e&f', 'Å-1', '']) {
      expect(isTrackingUrl(pattern, trackingUrl(pattern, no) ?? '')).toBe(true);
    }
  });

  it.each([
    ['https://t.example/{no}', 'https://evil.example/1'],
    ['https://t.example/{no}', 'https://t.example/1/../x'],
    ['https://t.example/{no}', 'https://t.example/1?x=y'],
    ['https://t.example/{no}/{no}', 'https://t.example/1/2'],
    ['https://t.example/', 'https://t.example/x'],
    ['https://{no}.t.example/', 'https://evil.example/.t.example/'],
    ['https://t.example/.{no}', 'https://t.example/x1'],
  ])('of %s, %s is none', (pattern, address) => {
    expect(isTrackingUrl(pattern, address)).toBe(false);
  });

  it('a pattern full of open ends is judged at once', () => {
    expect(isTrackingUrl(`https://t.example/${'{no}'.repeat(100)}!`, `https://t.example/${'a'.repeat(4000)}`)).toBe(
      false,
    );
  });
});
