import { app } from 'electron';
import { type ProgramLocale, programLanguageFor } from '../../shared/program-language.ts';

/** How this computer writes. To be asked for when the app is ready; dates and amounts follow the region, words the language. */
export function readProgramLocale(): ProgramLocale {
  return {
    language: programLanguageFor(app.getPreferredSystemLanguages()),
    region: app.getSystemLocale() || 'en-GB',
  };
}
