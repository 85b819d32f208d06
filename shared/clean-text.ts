/** My page cleans what it takes in with the same functions, and may import shared/my-page/ only. */
export { cleanName, cleanParagraphs, cleanText } from './my-page/clean-text.ts';
