import fc from 'fast-check';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What turns up in place of what was meant. */
const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1,
    0.5,
    1e21,
    -0,
    2 ** 31,
    2 ** 53,
    Number.MAX_SAFE_INTEGER,
    '',
    ' ',
    '0',
    'null',
    [],
    {},
    [null],
    { id: 1 },
    '2026-02-30T00:00:00Z',
    '9999-12-31T23:59:59.999Z',
    '0001-01-01T00:00:00Z',
    '0000-01-01',
    'xx',
    'no',
    'NOK',
    '__proto__',
    'constructor',
    '\0',
    '\ud800',
    '\u202e',
    'a\r\nb',
    "'; DROP TABLE sales_order; --",
    '<script>',
    '{{ x }}',
    '%',
    '=1+1',
    'x'.repeat(5_000),
    '00000000-0000-0000-0000-000000000000',
  ),
  fc.string({ unit: 'binary', maxLength: 30, size: 'max' }),
  fc.integer(),
  fc.double(),
  fc.jsonValue({ maxDepth: 2 }),
);

type Change = { readonly at: number; readonly what: 'put' | 'drop' | 'double' | 'move'; readonly odd: unknown };
const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  what: fc.constantFrom('put', 'put', 'put', 'drop', 'double', 'move'),
  odd,
});

/** JSON as it should be, with a few places changed: a value put, dropped, doubled, or put where another stands. */
export function changedJson(valid: fc.Arbitrary<unknown>, mostChanges = 3): fc.Arbitrary<unknown> {
  return fc
    .tuple(valid, fc.array(change, { maxLength: mostChanges }))
    .map(([json, changes]) => changes.reduce<unknown>(changedAt, json));
}

/** A text with a few places cut out or overwritten, as bytes that were damaged or made up. */
export function changedText(valid: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const edit = fc.record({ at: fc.nat(), length: fc.nat(20), put: fc.string({ unit: 'binary', maxLength: 4 }) });
  return fc.tuple(valid, fc.array(edit, { maxLength: 3 })).map(([text, edits]) =>
    edits.reduce((now, { at, length, put }) => {
      const from = at % (now.length + 1);
      return now.slice(0, from) + put + now.slice(from + length);
    }, text),
  );
}

type Place = { readonly holder: Record<string, unknown> | unknown[]; readonly key: string };

function changedAt(json: unknown, { at, what, odd }: Change): unknown {
  const copy = structuredClone(json);
  const places = placesIn(copy);
  const place = places[at % Math.max(1, places.length)];
  if (place === undefined) return odd;
  const { holder, key } = place;
  const value = Reflect.get(holder, key);
  if (what === 'put') Reflect.set(holder, key, odd);
  if (what === 'drop') {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else Reflect.deleteProperty(holder, key);
  }
  if (what === 'double') {
    if (Array.isArray(holder)) holder.splice(Number(key), 0, structuredClone(value));
    else Reflect.set(holder, `${key}2`, value);
  }
  const other = places[(at * 31 + 7) % places.length];
  if (what === 'move' && other !== undefined) {
    Reflect.set(holder, key, structuredClone(Reflect.get(other.holder, other.key) as Json));
  }
  return copy;
}

function placesIn(json: unknown): readonly Place[] {
  if (typeof json !== 'object' || json === null || ArrayBuffer.isView(json)) return [];
  const holder = json as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}
