/** Where the tools find and keep things. */
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repo. */
export const repoFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What can be shared by several checkouts: the offline Electron. */
export const userCacheFolder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'orderbud');

/** What belongs to this checkout: stamps, test counts. */
export const checkoutCacheFolder = join(repoFolder, 'node_modules', '.cache', 'orderbud');

/** @param {...string} parts a path inside the repo */
export const inRepo = (...parts) => join(repoFolder, ...parts);

/** Prints what a step does, one line. @param {string} line */
export function say(line) {
  console.log(`- ${line}`);
}

/** A failure that the person at the keyboard can repair: shown without a stack. */
export class PrepareError extends Error {}
