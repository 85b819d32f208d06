import { mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { destination, pino } from 'pino';

/** What the engine notes for those who mend it: where something unforeseen happened, never whom it concerned. */
export type EngineLog = { readonly unexpected: (where: string, error: unknown) => void };

const longestLogBytes = 5_000_000;
const longestMessage = 2000;

/** Writes to `logs/engine.log` in the program's own folder; a long log makes room for a new one at the next start. */
export function openEngineLog(userDataFolder: string): EngineLog {
  const folder = join(userDataFolder, 'logs');
  const path = join(folder, 'engine.log');
  try {
    mkdirSync(folder, { recursive: true });
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > longestLogBytes) renameSync(path, `${path}.old`);
    const file = destination({ dest: path, sync: true });
    // A disk that has filled up since: what could not be written is tried again with the next line
    file.on('error', () => {});
    const log = pino({ base: null }, file);
    return { unexpected: (where, error) => log.error({ event: 'unexpected', where, ...describe(error) }) };
  } catch {
    // Without room for a log the work goes on
    return { unexpected: (where, error) => console.error('engine:', where, describe(error).name) };
  }
}

/** An error without what it may quote: addresses, quoted values and secrets. Stack lines name code, so they stay. */
export function describe(error: unknown): { readonly name: string; readonly message: string; readonly stack: string } {
  if (!(error instanceof Error)) return { name: typeof error, message: '', stack: '' };
  const message = withoutQuotes(error.message);
  const stack = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
  return { name: error.name, message, stack };
}

/** A long message quotes something, and would take the engine minutes to look through. */
function withoutQuotes(text: string): string {
  if (text.length > longestMessage) return '<long text>';
  return text
    .replaceAll(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, '<address>')
    .replaceAll(/"[^"]*"|'[^']*'|`[^`]*`/g, '<text>')
    .slice(0, 500);
}
