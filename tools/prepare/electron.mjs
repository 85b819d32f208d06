/** The Electron binary: its own, downloaded if need be; where that fails, the offline runtime on linux-x64. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findElectron, ownElectron } from './find-electron.mjs';
import { makeOfflineElectron } from './offline-electron.mjs';
import { checkoutCacheFolder, inRepo, PrepareError, say } from './places.mjs';
import { ask } from './run.mjs';

/** Says once per checkout that the release host is out of reach, so that later starts do not wait for it. */
const unreachableStamp = join(checkoutCacheFolder, 'electron-not-downloadable');
const downloadLimitMs = 180_000;
const reachLimitMs = 8_000;

/**
 * Makes sure that there is an Electron to run.
 *
 * @param {string} node
 * @returns {Promise<import('./find-electron.mjs').ElectronRuntime>}
 */
export async function prepareElectron(node) {
  const present = ownElectron() ?? (existsSync(unreachableStamp) ? findElectron() : null);
  if (present) return present;
  if (await canReachReleases()) {
    say('Electron: downloading its binary (once)');
    ask(node, [inRepo('node_modules', 'electron', 'install.js')], { timeoutMs: downloadLimitMs });
  }
  const own = ownElectron();
  if (own) return own;
  mkdirSync(checkoutCacheFolder, { recursive: true });
  writeFileSync(unreachableStamp, '');
  const offline = findElectron() ?? (await makeOffline(node));
  if (offline) return offline;
  throw new PrepareError(
    'Electron has no binary and its download failed. Where a proxy or mirror is used, set HTTPS_PROXY or ELECTRON_MIRROR, then run this again.',
  );
}

/** @param {string} node */
async function makeOffline(node) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  await makeOfflineElectron(node);
  return findElectron();
}

/** Asks quickly, since a blocked network may let a download hang for minutes. */
async function canReachReleases() {
  if (process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror || process.env.HTTPS_PROXY) return true;
  try {
    const signal = AbortSignal.timeout(reachLimitMs);
    await fetch('https://github.com/electron/electron/releases', { method: 'HEAD', signal });
    return true;
  } catch {
    return false;
  }
}
