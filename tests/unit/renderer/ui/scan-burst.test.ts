import { expect, it } from 'vitest';
import { type Burst, isScan, noBurst, withCharacter } from '../../../../renderer/ui/scan-burst.ts';

/** Types a text, so many milliseconds between two keys; Enter comes as fast. */
function typed(text: string, gapMs: number): { readonly burst: Burst; readonly enterAtMs: number } {
  let at = 1000;
  let burst = noBurst;
  for (const character of text) {
    burst = withCharacter(burst, character, at);
    at += gapMs;
  }
  return { burst, enterAtMs: at };
}

it.each([
  ['a scanner', '4006381333931', 5, true],
  ['a slow scanner', 'W-8841', 30, true],
  ['the fastest fingers', '1000', 60, false],
  ['a quantity of two digits', '12', 5, false],
  ['a product number of three characters', 'T-2', 10, true],
] as const)('%s', (_who, text, gapMs, expected) => {
  const { burst, enterAtMs } = typed(text, gapMs);
  expect(isScan(burst, enterAtMs)).toBe(expected);
});

it('what a person typed before is no part of the scan', () => {
  const byHand = withCharacter(noBurst, '2', 1000);
  const scanned = [...'J-17'].reduce(
    (burst, character, index) => withCharacter(burst, character, 2000 + index * 5),
    byHand,
  );
  expect(scanned.text).toBe('J-17');
  expect(isScan(scanned, 2025)).toBe(true);
});

it('an Enter that comes later is the person’s', () => {
  const { burst, enterAtMs } = typed('4006381333931', 5);
  expect(isScan(burst, enterAtMs + 200)).toBe(false);
});
