import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { html } from '../../../my-page/pages/html.ts';

describe('html', () => {
  test('escapes every value, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { markup } = html`<p title="${text}">${text}</p>`;
        const inside = markup.slice('<p title="'.length, -'</p>'.length).replace('">', '');
        expect(inside).not.toMatch(/[<>"']/);
        expect(inside).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/);
      }),
    );
  });

  test('takes nested html and lists of it as they are', () => {
    expect(html`<ul>${['<a>', 'b'].map((name) => html`<li>${name}</li>`)}</ul>`.markup).toBe(
      '<ul><li>&lt;a&gt;</li><li>b</li></ul>',
    );
  });

  test('leaves out false, null, undefined and the empty text, but not 0', () => {
    expect(html`${false}${null}${undefined}${''}${0}`.markup).toBe('0');
  });

  test('does not take an object that looks like html', () => {
    const stored: unknown = JSON.parse('{"markup":"<b>"}');
    expect(() => html`${stored as string}`.markup).toThrow();
  });
});
