/**
 * `npm run pack -- [target] [folder]`: packs the built program for this machine, by default as a plain folder (`dir`) in release/.
 *
 * On the offline runtime the engine needs a Node of its own, which then is packed beside the program. That package is for tests:
 * what users get is built where Electron can be downloaded.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, createTargets, Platform } from 'electron-builder';
import { findElectron } from './prepare/find-electron.mjs';
import { inRepo, PrepareError } from './prepare/places.mjs';

const runtime = findElectron();
if (runtime === null) throw new PrepareError('No Electron to pack with.');

const here = { linux: Platform.LINUX, darwin: Platform.MAC, win32: Platform.WINDOWS }[process.platform];
if (here === undefined) throw new PrepareError(`Nothing is packed for ${process.platform}.`);

const offline = {
  electronDist: runtime.folder,
  electronVersion: runtime.version,
  // A plain Node cannot read the archive, so the engine and all it needs lie beside it.
  asarUnpack: ['**/*.node', 'out/main/**', 'package.json', 'node_modules/**'],
  extraResources: [{ from: process.execPath, to: 'node/node' }],
  afterPack: async (/** @type {{ appOutDir: string }} */ { appOutDir }) => {
    for (const left of ['resources/default_app.asar', '.recipe']) await rm(join(appOutDir, left), { force: true });
  },
};

const [target = 'dir', output = 'release'] = process.argv.slice(2);

await build({
  targets: createTargets([here], target),
  projectDir: inRepo(),
  publish: 'never',
  config: {
    extends: inRepo('electron-builder.yml'),
    directories: { output },
    ...(runtime.isOffline ? offline : {}),
  },
});
