import fc from 'fast-check';
import { z } from 'zod';

type Json = { readonly [key: string]: unknown } | boolean;

/** What somebody types who wishes harm, and what happens to look right. */
const words = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '2026-03-03',
    '9999-12-31',
    '0000-00-00',
    'no',
    'kari@customer.example',
    'kari@customer.example\r\nBcc: x@evil.example',
    "'; DROP TABLE sales_order; --",
    '{{ customer_name }}{% for a in b %}',
    '{% for i in (1..100000000) %}x{% endfor %}',
    '<script>x</script>',
    '\u202e\u0000\ud800',
    '1e309',
    '-0',
    '__proto__',
    '#0a5',
    '%',
    'x'.repeat(5_000),
  ),
  fc.string({ unit: 'binary', maxLength: 40, size: 'max' }),
);
const whole = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 5 }) },
  fc.constantFrom(-1, 2 ** 31, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER),
  fc.integer(),
);
const bytes = fc.uint8Array({ maxLength: 200, size: 'max' });
const junk = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withNullPrototype: true,
    withTypedArray: true,
    withSparseArray: true,
  }),
  words,
  whole,
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, null, undefined),
);

/** Inputs of the shape that a schema describes, filled with anything; one value in twenty has another shape. */
export function anyInput(schema: z.ZodType): fc.Arbitrary<unknown> {
  return shapedAs(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Json);
}

function shapedAs(schema: Json): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 19, arbitrary: fitting(schema) }, { weight: 1, arbitrary: junk });
}

function fitting(schema: Json): fc.Arbitrary<unknown> {
  if (typeof schema === 'boolean') return fc.oneof(junk, bytes);
  if ('const' in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(choices)) return fc.oneof(...choices.map((choice) => shapedAs(choice as Json)));
  if (Array.isArray(schema.allOf)) return shapedAs(schema.allOf[0] as Json);
  switch (schema.type) {
    case 'object':
      return objectLike(schema);
    case 'array':
      return fc.array(shapedAs((schema.items ?? {}) as Json), { minLength: 0, maxLength: 4 });
    case 'string':
      return typeof schema.pattern === 'string' ? fc.oneof(words, likePattern(schema.pattern)) : words;
    case 'integer':
      return fc.oneof(whole, within(schema));
    case 'number':
      return fc.oneof(whole, within(schema), fc.double());
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.oneof(bytes, junk);
  }
}

function objectLike(schema: { readonly [key: string]: unknown }): fc.Arbitrary<unknown> {
  const properties = propertiesOf(schema);
  const required = (schema.required ?? []) as readonly string[];
  const fields = Object.fromEntries(properties.map(([name, one]) => [name, shapedAs(one)]));
  const optional = Object.keys(fields).filter((name) => !required.includes(name));
  const some = fc.record(fields, { requiredKeys: required.filter((name) => name in fields) });
  // Where any of forty fields may be wrong, nearly every input is refused for one of them
  const few = fc.subarray(optional, { maxLength: Math.min(2, optional.length) }).chain((names) => {
    const chosen = Object.entries(fields).filter(([name]) => required.includes(name) || names.includes(name));
    return fc.record(Object.fromEntries(chosen));
  });
  return fc.oneof(some, few);
}

/** Those that are named, or every key of a record of few keys. */
function propertiesOf(schema: { readonly [key: string]: unknown }): readonly (readonly [string, Json])[] {
  const keys = (schema.propertyNames as { readonly enum?: readonly string[] } | undefined)?.enum ?? [];
  return [
    ...keys.map((name) => [name, schema.additionalProperties as Json] as const),
    ...Object.entries((schema.properties ?? {}) as Record<string, Json>),
  ];
}

/** Whole numbers that the schema lets through, small ones rather than any. */
function within({ minimum, maximum }: { readonly [key: string]: unknown }): fc.Arbitrary<number> {
  const min = typeof minimum === 'number' ? Math.max(minimum, -1_000_000) : 0;
  return fc.integer({ min, max: Math.max(min, Math.min(typeof maximum === 'number' ? maximum : min + 5, min + 1000)) });
}

/** Texts of the right form; a pattern that cannot be made into texts is left to chance. */
function likePattern(pattern: string): fc.Arbitrary<string> {
  try {
    return fc.stringMatching(new RegExp(pattern, 'u'));
  } catch {
    return words;
  }
}
