/** Finds the Electron that runs here: its own binary when it is there, else the offline runtime. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findOfflineElectron, offlineElectronVersion } from './offline-electron.mjs';
import { inRepo } from './places.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {string} program the executable
 * @property {string} folder what electron-builder calls electronDist
 * @property {string} version
 * @property {boolean} isOffline whether it stands in for the version that users get
 */

/** @returns {ElectronRuntime | null} */
export function findElectron() {
  return ownElectron() ?? offlineElectron();
}

/** @returns {ElectronRuntime | null} */
export function ownElectron() {
  const electron = inRepo('node_modules', 'electron');
  const pathFile = join(electron, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const folder = join(electron, 'dist');
  const program = join(folder, readFileSync(pathFile, 'utf8'));
  if (!existsSync(program)) return null;
  return { program, folder, version: readFileSync(join(folder, 'version'), 'utf8').trim(), isOffline: false };
}

/** @returns {ElectronRuntime | null} */
function offlineElectron() {
  const folder = findOfflineElectron();
  if (folder === null) return null;
  return { program: join(folder, 'electron'), folder, version: offlineElectronVersion, isOffline: true };
}
