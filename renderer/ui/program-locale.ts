import type { ProgramLocale } from '../../shared/program-language.ts';

const english: ProgramLocale = { language: 'en', region: 'en-GB' };

/** How this computer writes, as the shell tells; English where there is no shell, as in tests of pure words. */
export const programLocale: ProgramLocale = 'window' in globalThis ? (window.orderbud?.locale ?? english) : english;
