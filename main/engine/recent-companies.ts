import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const mostRemembered = 8;
const remembered = z.array(z.string());

/** The program's own folder: named by the shell, so that tests and several users stay apart. */
export function userDataFolder(): string {
  return process.env.ORDERBUD_USER_DATA ?? join(homedir(), '.orderbud');
}

/** Company files opened lately, newest first. A list that cannot be read is an empty one. */
export function recentCompanies(): readonly string[] {
  try {
    return remembered.parse(JSON.parse(readFileSync(join(userDataFolder(), 'recent.json'), 'utf8')));
  } catch {
    return [];
  }
}

/** Puts a company file first. Not being able to remember is no reason to fail. */
export function rememberCompany(path: string): void {
  const paths = [path, ...recentCompanies().filter((other) => other !== path)].slice(0, mostRemembered);
  try {
    const folder = userDataFolder();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'recent.json.new'), JSON.stringify(paths));
    renameSync(join(folder, 'recent.json.new'), join(folder, 'recent.json'));
  } catch {
    // The company is open; only the start screen forgets it
  }
}
