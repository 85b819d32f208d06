/** The build: made when a source changed since the last one. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkoutCacheFolder, inRepo, say } from './places.mjs';
import { run } from './run.mjs';

const sources = ['main', 'preload', 'renderer', 'shared', 'my-page', 'demo', 'build'];
const sourceFiles = ['package.json', 'package-lock.json', 'electron.vite.config.ts', 'tsconfig.json'];
const stamp = join(checkoutCacheFolder, 'built');

/**
 * Builds shell, engine, preload and window into out/ unless they are up to date.
 *
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<boolean>} false when it failed; its message is printed
 */
export async function buildIfChanged(node, env) {
  const hash = hashOfSources();
  const isBuilt = existsSync(inRepo('out', 'main', 'shell.cjs')) && existsSync(inRepo('out', 'renderer', 'index.html'));
  if (isBuilt && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return true;
  say('Building');
  const electronVite = inRepo('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const code = await run(node, [electronVite, 'build', '--logLevel', 'warn'], env);
  if (code !== 0) return false;
  mkdirSync(checkoutCacheFolder, { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}

/** @returns {string} */
function hashOfSources() {
  const hash = createHash('sha256');
  for (const file of [...sourceFiles.map((name) => inRepo(name)), ...sources.flatMap(filesIn)]) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} folder @returns {string[]} sorted, so that the hash depends on contents only */
function filesIn(folder) {
  const root = inRepo(folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
