import { type Language, languageFor } from '../../../shared/language.ts';

const names: Readonly<Record<string, Language>> = {
  english: 'en',
  engelsk: 'en',
  norwegian: 'no',
  norsk: 'no',
  bokmål: 'no',
  nynorsk: 'no',
  nor: 'no',
  swedish: 'sv',
  svensk: 'sv',
  svenska: 'sv',
  danish: 'da',
  dansk: 'da',
  dutch: 'nl',
  nederlandsk: 'nl',
  nederlands: 'nl',
  german: 'de',
  tysk: 'de',
  deutsch: 'de',
};

/** The language that a code (`nb-NO`, `de`) or a name in English, Norwegian or itself means; null when it is none of ours. */
export function languageByName(text: string): Language | null {
  return names[text.toLowerCase()] ?? languageFor(text);
}
