/** Opens a company on a disk that may only be read, in a mount name space of its own: `read-only-run.ts <folder>`. Says the code. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createSession } from '../../main/engine/create-session.ts';
import { backupFolder } from '../../main/engine/db/backup-service.ts';
import { failureOf } from '../../main/engine/trpc.ts';
import { memoryKeychain } from '../support/memory-keychain.ts';

const [folder = ''] = process.argv.slice(2);
const mount = (...given: readonly string[]) => assert.equal(spawnSync('mount', given, { stdio: 'inherit' }).status, 0);
mount('-t', 'tmpfs', 'tmpfs', folder);
const path = join(folder, 'shop.orderbud');
const session = createSession({ secrets: memoryKeychain() });
await session.create(path, { name: 'Fjellbutikken AS' });
while (!isBackedUp()) await new Promise(setImmediate);
session.close();
mount('-o', 'remount,ro', folder);
const before = readdirSync(folder).sort();
const code = await session.open(path).then(
  () => 'opened',
  (error: unknown) => failureOf(error).appCode,
);
assert.deepEqual(readdirSync(folder).sort(), before);
process.stdout.write(code);

/** The daily backup, which begins when a company is made, holds the disk open. */
function isBackedUp(): boolean {
  return existsSync(backupFolder(path)) && readdirSync(backupFolder(path)).some((name) => name.endsWith('.orderbud'));
}
