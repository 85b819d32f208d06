import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { complete, completionAt, faultRange, matching } from '../../../../renderer/ui/completion.ts';

/** The text with `|` where the caret is. */
function at(marked: string): { readonly text: string; readonly caret: number } {
  return { text: marked.replace('|', ''), caret: marked.indexOf('|') };
}

function completed(marked: string, name = 'order_count'): string | null {
  const { text, caret } = at(marked);
  const place = completionAt(text, caret, true);
  if (place === null) return null;
  const done = complete(text, caret, { place, name });
  return `${done.text.slice(0, done.caret)}|${done.text.slice(done.caret)}`;
}

describe('what typing offers by itself', () => {
  test.each([
    ['Hello {{|', ''],
    ['Hello {{ cust|', 'cust'],
    ['{{-cust| }}', 'cust'],
    ['{{ a }} and {{|', ''],
  ])('%s', (marked, typed) => {
    const { text, caret } = at(marked);
    expect(completionAt(text, caret, false)).toMatchObject({ typed, needsBraces: true });
  });

  test.each(['Hello|', 'Hello {|', '{{ name }}|', '{{ name | up|', '{% if ord|', '{{\nname |'])(
    'nothing: %s',
    (marked) => {
      const { text, caret } = at(marked);
      expect(completionAt(text, caret, false)).toBeNull();
    },
  );
});

describe('a name is written with the braces it needs', () => {
  test.each([
    ['Hello |.', 'Hello {{ order_count }}|.'],
    ['Hello {{|', 'Hello {{ order_count }}|'],
    ['Hello {{ or| }}!', 'Hello {{ order_count }}|!'],
    ['Hello {{ or|der }}!', 'Hello {{ order_count }}|!'],
    ['{% if or| > 1 %}', '{% if order_count| > 1 %}'],
    ['{% if | > 1 %}', '{% if order_count| > 1 %}'],
    ['{% if or|der > 1 %}', '{% if order_count| > 1 %}'],
    ['{{ a | default: or|', '{{ a | default: order_count|'],
  ])('%s', (marked, wanted) => {
    // Only the last bar of the text is the caret
    const [caret, written] = [marked.lastIndexOf('|'), wanted.lastIndexOf('|')];
    const text = marked.slice(0, caret) + marked.slice(caret + 1);
    const place = completionAt(text, caret, true);
    if (place === null) throw new Error('nothing offered');
    const done = complete(text, caret, { place, name: 'order_count' });
    expect(done.text).toBe(wanted.slice(0, written) + wanted.slice(written + 1));
    expect(done.caret).toBe(written);
  });
});

test('completing touches nothing but its place', () => {
  const piece = fc.constantFrom('{{', '}}', '{%', '%}', ' ', '\n', 'name', '|', 'Hei ', '{', '}');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(), (pieces, share) => {
      const text = pieces.join('').replaceAll('|', '');
      const caret = text === '' ? 0 : share % (text.length + 1);
      const done = completed(`${text.slice(0, caret)}|${text.slice(caret)}`);
      const [before = '', behind = ''] = (done ?? '|').split('|');
      expect(before.endsWith('order_count') || before.endsWith('{{ order_count }}')).toBe(true);
      expect(text.startsWith(before.replace(/(\{\{ )?order_count( \}\})?$/, ''))).toBe(true);
      expect(text.endsWith(behind)).toBe(true);
    }),
  );
});

test('names that begin with what was typed come first', () => {
  const names = ['customer_name', 'order_numbers', 'website_name', 'name'].map((name) => ({ name }));
  expect(matching(names, 'NAME').map(({ name }) => name)).toEqual(['name', 'customer_name', 'website_name']);
  expect(matching(names, '')).toEqual(names);
  expect(matching(names, 'x')).toEqual([]);
});

test.each([
  ['Hei {{ navn }}', 1, 8, 'navn'],
  ['a\nb {{ x', 2, 3, '{{ x'],
  ['{% for i in y %}z', 1, 1, '{% for i in y %}'],
  ['short', 1, 1, 'short'],
  ['short', 4, 9, ''],
])('a fault of %j at %i:%i is shown on %j', (text, line, column, shown) => {
  const { from, to } = faultRange(text, { line, column });
  expect(text.slice(from, to)).toBe(shown);
});
