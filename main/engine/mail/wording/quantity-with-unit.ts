import { cleanName } from '../../../../shared/clean-text.ts';
import { isPieceUnit } from '../../../../shared/piece-units.ts';
import { type MailLanguage, quantityIn } from './mail-language.ts';
import { textsFor } from './texts-for.ts';

/** A quantity with its unit: "2.5 m", "3 pcs"; or "3" where pieces go without saying. */
export function quantityWithUnit(
  milli: number,
  unit: string,
  { language, hidesPieces }: { readonly language: MailLanguage; readonly hidesPieces: boolean },
): string {
  const number = quantityIn(language, milli);
  const cleanUnit = cleanName(unit, 20);
  if (!isPieceUnit(cleanUnit)) return `${number} ${cleanUnit}`;
  return hidesPieces ? number : `${number} ${textsFor(language).pieces(milli)}`;
}
