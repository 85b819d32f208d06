import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accentOn, contrastOf } from '../../../my-page/pages/colour.ts';

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe("the shop's colour", () => {
  test('can be read on light and dark, and so can what stands on it, whatever it is (WCAG 1.4.3)', () => {
    fc.assert(
      fc.property(anyColour, fc.constantFrom('#ffffff', '#1b1d21'), (colour, ground) => {
        const { accent, onAccent } = accentOn(colour, ground);
        expect(contrastOf(accent, ground)).toBeGreaterThanOrEqual(4.5);
        expect(contrastOf(accent, onAccent)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  test('stays as it is where it can be read', () => {
    expect(accentOn('#1d6b4f', '#ffffff').accent).toBe('#1d6b4f');
  });
});
