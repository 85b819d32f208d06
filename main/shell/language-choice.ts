import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type LanguageChoice, languageChoices } from '../../shared/program-language.ts';

const choiceSchema = z.object({ language: z.enum(languageChoices) });

function choiceFile(userData: string): string {
  return join(userData, 'language.json');
}

/** The language that was chosen for the windows; `system` when none was. */
export function readLanguageChoice(userData: string): LanguageChoice {
  try {
    return choiceSchema.parse(JSON.parse(readFileSync(choiceFile(userData), 'utf8'))).language;
  } catch {
    return 'system';
  }
}

/** Remembers the chosen language; where that fails, it lasts until the program is closed. */
export function writeLanguageChoice(userData: string, language: LanguageChoice): void {
  try {
    writeFileSync(choiceFile(userData), JSON.stringify({ language }));
  } catch (error) {
    console.error('shell: the language was not remembered', error);
  }
}
