/** PostgreSQL for the tests of My page: its programs are enough, the tests make a cluster of their own. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const debianFolder = '/usr/lib/postgresql';

/** Where PostgreSQL's programs lie, the newest of Debian's versions; null where there are none. @returns {string | null} */
export function findPostgresPrograms() {
  const versions = existsSync(debianFolder) ? readdirSync(debianFolder) : [];
  const newestFirst = versions.sort((a, b) => Number(b) - Number(a));
  const folders = newestFirst.map((version) => join(debianFolder, version, 'bin'));
  return folders.find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}
