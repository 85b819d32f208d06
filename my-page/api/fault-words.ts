import type { z } from 'zod';

const kindNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

/** A fault in words for whoever programs the shop; undefined leaves the schema's own. No value is repeated. */
export function faultWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'Missing.';
      return `Expected ${nameOf(issue.expected)}, not ${kindOf(issue.input)}.`;
    case 'too_small':
      if (issue.origin === 'string') return issue.minimum === 1 ? 'May not be empty.' : undefined;
      return issue.origin === 'array' ? `Expected at least ${issue.minimum}.` : `May not be below ${issue.minimum}.`;
    case 'too_big':
      if (issue.origin === 'string') return `May have at most ${issue.maximum} characters.`;
      return issue.origin === 'array' ? `May have at most ${issue.maximum}.` : `May not be above ${issue.maximum}.`;
    case 'invalid_format':
      return issue.format === 'uuid' ? 'Expected a UUID, for example 5f0a3a52-4a55-4c0e-8a0e-2f6a4be4b0a1.' : undefined;
    case 'invalid_value':
      return `Expected one of: ${issue.values.map(String).join(', ')}.`;
    default:
      return undefined;
  }
}

/** What is said of a field that nobody knows; `names` are the known ones. */
export function unknownFieldWords(field: string, names: readonly string[]): string {
  const meant = names.find((name) => folded(name) === folded(field));
  return meant === undefined ? 'Unknown field.' : `Unknown field. It is called ${meant}.`;
}

function nameOf(expected: string): string {
  return kindNames[expected] ?? expected;
}

function kindOf(input: unknown): string {
  if (input === null) return 'null';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'number' && !Number.isInteger(input)) return 'a number with decimals';
  return nameOf(typeof input);
}

/** "freight_minor", "FreightMinor" and "freightminor" are alike. */
function folded(name: string): string {
  return name.replace(/[^a-z0-9]/gi, '').toLowerCase();
}
