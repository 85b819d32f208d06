/** A line that scans count up. Quantities in thousandths; `mostMilli` is what the line may come to. */
export type ScanLine = {
  readonly lineId: number;
  readonly productId: number | null;
  readonly productNo: string;
  readonly countedMilli: number;
  readonly mostMilli: number;
};

export type ScanOutcome =
  | { readonly kind: 'empty' }
  | { readonly kind: 'counted'; readonly lineId: number; readonly countedMilli: number }
  /** Every line of the product has all it may have. */
  | { readonly kind: 'full'; readonly lineId: number }
  /** No line has this number; what else the text is, the engine knows (`warehouse.findByScan`). */
  | { readonly kind: 'not-here' }
  /** Two products have the number: a person decides. */
  | { readonly kind: 'several' };

const oneMilli = 1000;

/** What a scanner sent, without the control characters that some put around a code. */
export function cleanScan(text: string): string {
  return text.replace(/\p{Cc}/gu, '').trim();
}

/** How one bar code may be written: a UPC of 12 digits is the EAN of 13 that begins with 0. */
export function barCodeSpellings(text: string): readonly string[] {
  if (/^\d{12}$/.test(text)) return [text, `0${text}`];
  return /^0\d{12}$/.test(text) ? [text, text.slice(1)] : [text];
}

/** What a product number that was scanned means on the lines shown. A part of a number finds nothing. */
export function readScan(text: string, lines: readonly ScanLine[]): ScanOutcome {
  const scanned = cleanScan(text).toLowerCase();
  if (scanned === '') return { kind: 'empty' };
  return countUp(lines.filter((line) => line.productNo.toLowerCase() === scanned));
}

/** The same for a product that the engine found by its bar code. */
export function readScannedProduct(productId: number, lines: readonly ScanLine[]): ScanOutcome {
  return countUp(lines.filter((line) => line.productId === productId));
}

/** One unit more on the first line that has room for a whole one. */
function countUp(found: readonly ScanLine[]): ScanOutcome {
  const [first] = found;
  if (first === undefined) return { kind: 'not-here' };
  if (found.some((line) => line.productId !== first.productId)) return { kind: 'several' };
  const open = found.find((line) => line.countedMilli + oneMilli <= line.mostMilli);
  if (open === undefined) return { kind: 'full', lineId: first.lineId };
  return { kind: 'counted', lineId: open.lineId, countedMilli: open.countedMilli + oneMilli };
}
