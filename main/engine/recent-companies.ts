import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { RecentCompany } from '../../shared/companies.ts';

const mostRemembered = 8;
const rememberedCompany = z.object({ path: z.string(), openedAt: z.string().nullable() });
type Remembered = z.infer<typeof rememberedCompany>;
/** Earlier programs noted the path alone. */
const remembered = z.array(z.union([z.string().transform((path) => ({ path, openedAt: null })), rememberedCompany]));

/** The program's own folder: named by the shell, so that tests and several users stay apart. */
export function userDataFolder(): string {
  return process.env.ORDERBUD_USER_DATA ?? join(homedir(), '.orderbud');
}

/** Company files opened lately, newest first. A list that cannot be read is an empty one. */
export function recentCompanies(): readonly RecentCompany[] {
  return readRemembered().map((company) => ({ ...company, isThere: existsSync(company.path) }));
}

/** Whether a company file was opened lately; its disk is not asked. */
export function isRecentCompany(path: string): boolean {
  return readRemembered().some((company) => company.path === path);
}

/** Puts a company file first. Not being able to remember is no reason to fail. */
export function rememberCompany(path: string, now: Date): void {
  const others = readRemembered().filter((company) => company.path !== path);
  store([{ path, openedAt: now.toISOString() }, ...others].slice(0, mostRemembered));
}

/** Takes a company file off the list; the file itself stays. */
export function forgetCompany(path: string): void {
  store(readRemembered().filter((company) => company.path !== path));
}

function readRemembered(): readonly Remembered[] {
  try {
    return remembered.parse(JSON.parse(readFileSync(join(userDataFolder(), 'recent.json'), 'utf8')));
  } catch {
    return [];
  }
}

function store(companies: readonly Remembered[]): void {
  try {
    const folder = userDataFolder();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'recent.json.new'), JSON.stringify(companies));
    renameSync(join(folder, 'recent.json.new'), join(folder, 'recent.json'));
  } catch {
    // The company is open; only the start screen forgets it
  }
}
