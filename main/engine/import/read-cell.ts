import { cleanParagraphs, cleanText } from '../../../shared/clean-text.ts';
import { emailOrEmpty } from '../../../shared/fields.ts';
import type { DateOrder, DecimalSign, FaultReason, ImportFieldType } from '../../../shared/import.ts';
import { languageByName } from './language-names.ts';
import { readDate } from './read-date.ts';
import { readNumber } from './read-number.ts';

export type CellValue = string | number | boolean;
export type ReadCell = { readonly value: CellValue } | { readonly fault: FaultReason };

/** How a column is to be read. */
export type CellReading = {
  readonly type: ImportFieldType;
  readonly dateOrder: DateOrder;
  readonly decimalSign: DecimalSign;
};

const longestLine = 200;
const longestText = 10_000;
const mostMilli = 1_000_000_000_000;

/**
 * Reads a cell that is not empty. Quantities become thousandths, amounts minor units (a price with more decimals is
 * rounded), percentages permille, dates `YYYY-MM-DD`.
 */
export function readCell(text: string, reading: CellReading): ReadCell {
  switch (reading.type) {
    case 'line-text':
      return textOf(cleanText(text), longestLine);
    case 'text':
      return textOf(cleanParagraphs(text), longestText);
    case 'email':
      return emailOf(cleanText(text));
    case 'quantity':
      return numberOf(text, reading.decimalSign, { digits: 3, mayRound: false, least: 0 });
    case 'amount':
      return numberOf(withoutCurrency(text), reading.decimalSign, { digits: 2, mayRound: true, least: -mostMilli });
    case 'percent':
      return percentOf(text, reading.decimalSign);
    case 'flag':
      return flagOf(text);
    case 'date':
      return dateOf(text, reading.dateOrder);
    case 'language':
      return languageOf(text);
    case 'currency':
      return currencyOf(text);
  }
}

function textOf(value: string, longest: number): ReadCell {
  return value.length > longest ? { fault: 'too-long' } : { value };
}

function emailOf(value: string): ReadCell {
  return emailOrEmpty.safeParse(value).success ? { value } : { fault: 'not-an-email' };
}

type NumberForm = { readonly digits: number; readonly mayRound: boolean; readonly least: number };

function numberOf(text: string, sign: DecimalSign, { digits, mayRound, least }: NumberForm): ReadCell {
  const number = readNumber(text, sign, digits);
  if (number === null) return { fault: 'not-a-number' };
  if (!number.isExact && !mayRound) return { fault: 'too-many-decimals' };
  return number.units < least || number.units > mostMilli ? { fault: 'out-of-range' } : { value: number.units };
}

function percentOf(text: string, sign: DecimalSign): ReadCell {
  const read = numberOf(text.replace('%', ''), sign, { digits: 1, mayRound: false, least: 0 });
  return 'value' in read && Number(read.value) > 1000 ? { fault: 'out-of-range' } : read;
}

/** `kr 1 249,-` and `1249.50 NOK` as numbers. */
function withoutCurrency(text: string): string {
  return text
    .replace(/(\d)[.,][-–]+/u, '$1')
    .replace(/^[\s\u00a0]*(?:kr\.?|[a-z]{3}|[€$£])(?=[\s\u00a0\d+\-−])|(?:kr\.?|[a-z]{3}|[€$£])[\s\u00a0]*$/giu, '');
}

const yes = new Set(['1', '-1', 'yes', 'y', 'true', 'x', 'ja', 'j', 'sann', 'on']);
const no = new Set(['0', 'no', 'n', 'false', 'nei', 'usann', 'off']);

function flagOf(text: string): ReadCell {
  const word = cleanText(text).toLowerCase();
  if (yes.has(word)) return { value: true };
  return no.has(word) ? { value: false } : { fault: 'not-yes-or-no' };
}

function dateOf(text: string, order: DateOrder): ReadCell {
  const day = readDate(text, order);
  return day === null ? { fault: 'not-a-date' } : { value: day };
}

function languageOf(text: string): ReadCell {
  const language = languageByName(cleanText(text));
  return language === null ? { fault: 'not-a-language' } : { value: language };
}

function currencyOf(text: string): ReadCell {
  const code = cleanText(text).toUpperCase();
  if (code === 'KR' || code === 'KR.') return { value: 'NOK' };
  return /^[A-Z]{3}$/.test(code) ? { value: code } : { fault: 'not-a-currency' };
}
