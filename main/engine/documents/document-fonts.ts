import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Inter (SIL Open Font License): Latin, Greek and Cyrillic, so that names print as they are spelled. */
const files = {
  regular: '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  bold: '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
} as const;

export type DocumentFont = keyof typeof files;

const loaded = new Map<DocumentFont, Buffer>();

/** Bytes of an embedded font, read once. Characters it has no glyph for print as an empty box. */
export function documentFont(font: DocumentFont): Buffer {
  const known = loaded.get(font);
  if (known !== undefined) return known;
  const bytes = readFileSync(createRequire(import.meta.url).resolve(files[font]));
  loaded.set(font, bytes);
  return bytes;
}
