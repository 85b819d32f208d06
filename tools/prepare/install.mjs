/** Dependencies: npm ci when what is installed differs from the lock file. */
import { existsSync, readFileSync } from 'node:fs';
import { inRepo, PrepareError, say } from './places.mjs';
import { npmProgram, run } from './run.mjs';

/** Installs what the lock file names unless it is there already. */
export async function installDependencies() {
  const lock = readLock(inRepo('package-lock.json'));
  if (lock === null) throw new PrepareError('package-lock.json is missing: this is not a whole checkout.');
  if (isInstalled(lock, readLock(inRepo('node_modules', '.package-lock.json')))) return;
  say('Installing dependencies (npm ci)');
  const code = await run(npmProgram, ['ci', '--no-audit', '--no-fund'], process.env);
  if (code !== 0) throw new PrepareError('npm ci failed; its message is above.');
}

/**
 * Whether npm's record of what it installed matches the lock file. Optional packages of other platforms may be missing.
 *
 * @param {Lock} lock
 * @param {Lock | null} installed
 * @returns {boolean}
 */
export function isInstalled(lock, installed) {
  if (installed === null) return false;
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed.packages[path];
    return found === undefined ? isOptional(wanted) : found.version === wanted.version;
  });
}

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lock
 */

/** @param {LockedPackage} wanted */
function isOptional(wanted) {
  return wanted.optional === true || wanted.devOptional === true;
}

/**
 * @param {string} file
 * @returns {Lock | null}
 */
function readLock(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
