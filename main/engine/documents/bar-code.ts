import { createRequire } from 'node:module';

const longest = 60;
const known = new Map<string, readonly number[] | null>();
const mostKnown = 2000;

/**
 * Code 128 of a text (ISO/IEC 15417): widths in modules of bars and gaps in turn, beginning and ending with a bar. Null where the
 * text is empty, longer than 60 characters or not printable ASCII, which is what every scanner sends on unchanged.
 */
export function code128(text: string): readonly number[] | null {
  if (!/^[ -~]+$/.test(text) || text.length > longest) return null;
  const before = known.get(text);
  if (before !== undefined) return before;
  const widths = widthsOf(text);
  if (known.size >= mostKnown) known.clear();
  known.set(text, widths);
  return widths;
}

type Encoder = typeof import('bwip-js/node');

function widthsOf(text: string): readonly number[] {
  const [symbol] = encoder().raw('code128', text, {});
  if (symbol === undefined || !('sbs' in symbol)) throw new Error('Code 128 was not encoded');
  return symbol.sbs;
}

let loaded: Encoder | null = null;

/** Loaded by the first paper that has a bar code: the library knows a hundred kinds and takes a while to read. */
function encoder(): Encoder {
  loaded ??= createRequire(import.meta.url)('bwip-js/node') as Encoder;
  return loaded;
}
