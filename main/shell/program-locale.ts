import { app } from 'electron';
import { type LanguageChoice, type ProgramLocale, programLanguageFor } from '../../shared/program-language.ts';
import { readLanguageChoice, writeLanguageChoice } from './language-choice.ts';

/**
 * How the windows write: words in the chosen language, dates and amounts always as this computer does. To be asked for when the
 * app is ready.
 */
export function keepProgramLocale(userData: string) {
  let choice = readLanguageChoice(userData);
  return {
    choice: () => choice,
    choose(next: LanguageChoice): void {
      choice = next;
      writeLanguageChoice(userData, next);
    },
    read: (): ProgramLocale => ({
      language: choice === 'system' ? programLanguageFor(app.getPreferredSystemLanguages()) : choice,
      region: app.getSystemLocale() || 'en-GB',
    }),
  };
}
