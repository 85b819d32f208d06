import { cleanName } from '../../../../shared/clean-text.ts';
import { formatQuantity } from '../../../../shared/formatting.ts';
import type { Language } from '../../../../shared/language.ts';
import { isPieceUnit } from '../../../../shared/piece-units.ts';
import { textsFor } from './texts-for.ts';

/** A quantity with its unit: "2.5 m", "3 pcs"; or "3" where pieces go without saying. */
export function quantityWithUnit(
  milli: number,
  unit: string,
  { language, hidesPieces }: { readonly language: Language; readonly hidesPieces: boolean },
): string {
  const number = formatQuantity(milli, language);
  const cleanUnit = cleanName(unit, 20);
  if (!isPieceUnit(cleanUnit)) return `${number} ${cleanUnit}`;
  return hidesPieces ? number : `${number} ${textsFor(language).pieces(milli)}`;
}
