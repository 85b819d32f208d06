import type { DecimalSign, Evidence } from '../../../shared/import.ts';

/** Spaces of every kind and the Swiss apostrophe stand between thousands only. */
const betweenThousands = /[\s\u00a0\u202f'’]/gu;
const signs = { comma: [',', '.'], point: ['.', ','] } as const;
const forms = {
  comma: /^([+-]?)(\d{1,3}(?:\.\d{3})+|\d*)(?:,(\d*))?$/,
  point: /^([+-]?)(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d*))?$/,
} as const;

export type ReadNumber = { readonly units: number; readonly isExact: boolean };

/**
 * A decimal number in units of 10^-digits, rounded half away from zero; `isExact` is false when something was cut off. Null
 * when it is no number. The other sign may stand between groups of three.
 */
export function readNumber(text: string, sign: DecimalSign, digits: number): ReadNumber | null {
  const match = forms[sign].exec(plain(text));
  if (match === null) return null;
  const [, minus, whole = '', decimals = ''] = match;
  const wholeDigits = whole.replaceAll(signs[sign][1], '');
  if (wholeDigits === '' && decimals === '') return null;
  if (wholeDigits.length > 12) return { units: Number.MAX_SAFE_INTEGER, isExact: true };
  const kept = decimals.slice(0, digits).padEnd(digits, '0');
  const cut = decimals.slice(digits);
  const units = Number(`${wholeDigits}${kept}` || '0') + (cut >= '5' ? 1 : 0);
  return { units: minus === '-' && units !== 0 ? -units : units, isExact: !/[1-9]/.test(cut) };
}

function plain(text: string): string {
  return text.replaceAll(betweenThousands, '').replace(/[−–]/u, '-');
}

/** Which sign a cell shows to be the decimal one; null when it is no number or has no sign at all. */
export function decimalEvidence(text: string): keyof Evidence<DecimalSign> | null {
  const number = plain(text).replace(/^[+-]/, '');
  if (!/^\d[\d.,]*$/.test(number) || !/[.,]/.test(number)) return null;
  const asComma = readNumber(number, 'comma', 6);
  const asPoint = readNumber(number, 'point', 6);
  if (asComma === null && asPoint === null) return null;
  if (asComma === null) return 'point';
  if (asPoint === null) return 'comma';
  // 0,500 and 0.500 are no thousands
  if (/^0[.,]/.test(number)) return number[1] === ',' ? 'comma' : 'point';
  return 'either';
}
