import { cleanText } from './my-page/clean-text.ts';

/** My page cleans what it takes in with the same functions, and may import shared/my-page/ only. */
export { cleanName, cleanParagraphs, cleanText } from './my-page/clean-text.ts';

/** As `cleanText`, but no-break spaces stay: without them a line could end inside a number. */
export function cleanLine(text: string): string {
  return text.split('\u00a0').map(cleanText).join('\u00a0');
}
