import { cleanName } from '../../../shared/clean-text.ts';
import { formatQuantity } from '../../../shared/formatting.ts';
import type { Language } from '../../../shared/language.ts';
import { isPieceUnit } from '../../../shared/piece-units.ts';
import { documentWords } from './document-words.ts';

/** A quantity with its unit, pieces in the document's language: "2 pcs", "2,5 m". */
export function quantityInUnits(milli: number, unit: string, language: Language): string {
  const word = isPieceUnit(unit) ? documentWords(language).pieces(milli) : cleanName(unit, 20);
  return `${formatQuantity(milli, language)} ${word}`;
}
