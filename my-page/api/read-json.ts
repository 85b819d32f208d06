import secureJsonParse from 'secure-json-parse';
import { ApiError } from './api-error.ts';

/** Far more than any body of the protocol has. */
const deepest = 20;

/**
 * Reads a body. A name with a meaning of its own in JavaScript (`__proto__`) is refused, NUL characters are dropped,
 * since no database keeps them in text. `isStrict` also refuses what different readers understand differently: the same
 * name twice in an object, and nesting beyond reason.
 *
 * @throws ApiError 400 `bad-json`; it says where, and repeats nothing of the body
 */
export function readJson(bytes: Buffer, { isStrict }: { readonly isStrict: boolean }): unknown {
  const text = decode(bytes);
  const value = parse(text);
  const hasNul = text.includes('\\u0000');
  if (isStrict || hasNul) checkShape(text);
  return hasNul ? withoutNul(value) : value;
}

function decode(bytes: Buffer): string {
  if (bytes.length === 0) throw badJson('The body is empty.');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw badJson('The body is not valid UTF-8.');
  }
}

function parse(text: string): unknown {
  try {
    return secureJsonParse.parse(text, { protoAction: 'error', constructorAction: 'error' });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const position = /at position (\d+)/.exec(error.message)?.[1];
    if (/forbidden/.test(error.message)) throw badJson('A field may not be called __proto__ or constructor.');
    throw badJson(`The body is not valid JSON${position === undefined ? '' : placeOf(text, Number(position))}.`);
  }
}

/** The text is valid JSON, so its strings and brackets say all. A name counts by its meaning: "\\u0061" is "a". */
function checkShape(text: string): void {
  const names: (Set<string> | null)[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '}' || character === ']') names.pop();
    if (character === '{' || character === '[') {
      if (names.length === deepest) throw badJson(`The body is nested too deep${placeOf(text, at)}.`);
      names.push(character === '{' ? new Set() : null);
    }
    if (character !== '"') continue;
    const end = endOfString(text, at);
    const known = isName(text, end) ? names.at(-1) : null;
    const name = known ? String(JSON.parse(text.slice(at, end))) : '';
    if (known?.has(name)) throw badJson(`A name stands twice in one object${placeOf(text, at)}.`);
    known?.add(name);
    at = end - 1;
  }
}

/** Behind the closing quotation mark of the string that begins there. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function isName(text: string, end: number): boolean {
  let at = end;
  while (/\s/.test(text[at] ?? '')) at++;
  return text[at] === ':';
}

function withoutNul(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '');
  if (Array.isArray(value)) return value.map(withoutNul);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name.replaceAll('\0', ''), withoutNul(inner)]),
  );
}

function placeOf(text: string, position: number): string {
  const before = text.slice(0, position).split('\n');
  return ` (line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1})`;
}

function badJson(message: string): ApiError {
  return new ApiError(400, 'bad-json', message);
}
