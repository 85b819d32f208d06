/**
 * Makes a plain Electron of a program built with it: `node plain-electron.mjs <folder> <zip> <version>`.
 *
 * Runs under Node 24 in a process of its own, since the packages it uses ask for that.
 */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { extract } from '@electron-internal/extract-zip';

const defaultApp = `'use strict';
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const modules = [];
let named;
for (let index = 1; index < process.argv.length && named === undefined; index += 1) {
  const argument = process.argv[index];
  if (argument === '-r' || argument === '--require') modules.push(process.argv[++index]);
  else if (!argument.startsWith('-')) named = argument;
}
if (named === undefined) {
  console.error('Name the folder of the program to start.');
  app.exit(1);
} else {
  const folder = resolve(named);
  const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  app.setAppPath(folder);
  app.setVersion(description.version);
  app.name = description.productName || description.name;
  process.defaultApp = true;
  for (const module of modules) require(resolve(module));
  require(join(folder, description.main));
}
`;

const [folder = '', archive = '', version = ''] = process.argv.slice(2);
const unpacked = join(folder, 'unpacked');
await extract(join(folder, archive), { dir: unpacked });
const runtime = join(folder, 'runtime');
renameSync(join(unpacked, 'Cypress'), runtime);

for (const foreign of ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin']) {
  rmSync(join(runtime, foreign), { recursive: true, force: true });
}
renameSync(join(runtime, 'Cypress'), join(runtime, 'electron'));
writeFileSync(join(runtime, 'version'), version);

await flipFuses(join(runtime, 'electron'), {
  version: FuseVersion.V1,
  // The snapshot it names is the other program's.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // Test drivers attach through the inspector.
  [FuseV1Options.EnableNodeCliInspectArguments]: true,
});
await writeDefaultApp(join(runtime, 'resources', 'default_app.asar'));

/**
 * Electron's own default app opens the folder named on the command line; it is not in the package, so this does the same.
 *
 * @param {string} target
 */
async function writeDefaultApp(target) {
  const sourceFolder = mkdtempSync(join(tmpdir(), 'orderbud-default-app-'));
  writeFileSync(join(sourceFolder, 'package.json'), JSON.stringify({ name: 'electron', main: 'main.js' }));
  writeFileSync(join(sourceFolder, 'main.js'), defaultApp);
  await createPackage(sourceFolder, target);
  rmSync(sourceFolder, { recursive: true, force: true });
}
