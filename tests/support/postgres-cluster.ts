import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findPostgresPrograms } from '../../tools/prepare/postgres.mjs';

const run = promisify(execFile);

/** A PostgreSQL server of the tests' own: nothing of it outlives them. */
export type PostgresCluster = {
  /** The address of a database in it. */
  readonly urlOf: (database: string) => string;
  /** Stops the server at once, as a crash would; its data stays. */
  readonly stopServer: () => Promise<void>;
  readonly startServer: () => Promise<void>;
  /** Stops the server; what is not kept goes. */
  readonly remove: () => Promise<void>;
};

/** A cluster whose data is kept for the next time, and how its server is set up. */
export type KeptCluster = { readonly folder: string; readonly settings: readonly string[] };

/**
 * Makes and starts a cluster in a temporary folder, reachable by a socket in it only; or starts the one that is kept,
 * which it makes the first time. Its order of letters is English, not that of bytes: a column that forgot its collation
 * shows. Everybody gets in but the user `locked`, who needs a password.
 *
 * @throws Error where PostgreSQL is not installed
 */
export async function startPostgresCluster(kept?: KeptCluster): Promise<PostgresCluster> {
  const programs = findPostgresPrograms();
  if (programs === null) throw new Error('PostgreSQL is not installed: apt-get install postgresql');
  const folder = kept?.folder ?? (await mkdtemp(join(tmpdir(), 'orderbud-pg-')));
  const user = await findUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const options = { cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8' }, ...user };
  const cluster = join(folder, 'data');
  if (!existsSync(cluster)) {
    await run(
      join(programs, 'initdb'),
      [...['-D', cluster, '-U', 'orderbud', '--auth=trust', '--no-sync', '--encoding=UTF8'], ...englishOrder],
      options,
    );
    await writeFile(join(cluster, 'pg_hba.conf'), 'local all locked scram-sha-256\nlocal all all trust\n');
  }
  const control = (...args: readonly string[]) => run(join(programs, 'pg_ctl'), ['-D', cluster, ...args], options);
  const start = (): Promise<ChildProcess> =>
    startServer(join(programs, 'pg_ctl'), cluster, {
      ...options,
      settings: kept?.settings ?? hastySettings,
      isKept: kept !== undefined,
    });
  let guard = await start();
  return {
    urlOf: (database) => `postgres://orderbud@/${database}?host=${encodeURIComponent(folder)}`,
    stopServer: async () => {
      await control('-m', 'immediate', '-w', 'stop');
    },
    startServer: async () => {
      const former = guard;
      guard = await start();
      former.kill('SIGKILL');
    },
    remove: async () => {
      const exit = once(guard, 'exit');
      guard.stdin?.end();
      await exit;
      if (!kept) await rm(folder, { recursive: true, force: true });
    },
  };
}

const englishOrder = ['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=en-US'];

/** Speed before safety: a test's data need not survive the power cut. */
const hastySettings = [
  'fsync=off',
  'full_page_writes=off',
  'max_connections=300',
  'shared_buffers=64MB',
  'autovacuum=off',
];

type SpawnPlace = {
  readonly cwd: string;
  readonly settings: readonly string[];
  readonly isKept: boolean;
  readonly env: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly gid?: number;
};

/**
 * Starts the server under a guard that stops it, and removes its folder if it is not kept, when its standard input ends:
 * also when the tests are killed.
 */
async function startServer(
  control: string,
  cluster: string,
  { settings, isKept, ...place }: SpawnPlace,
): Promise<ChildProcess> {
  const args = [...settings, "listen_addresses=''", `unix_socket_directories='${place.cwd}'`]
    .map((setting) => `-c ${setting}`)
    .join(' ');
  const script = `"$0" -D "$1" -l "$1/log" -w -o "$2" start >/dev/null || exit 1
echo ready; read -r _; "$0" -D "$1" -m immediate -w stop >/dev/null; [ -z "$3" ] || rm -rf "$3"`;
  const guard = spawn('/bin/sh', ['-c', script, control, cluster, args, isKept ? '' : place.cwd], {
    ...place,
    // Ctrl+C at the tests is not for the guard.
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const [first] = await Promise.race([once(guard.stdout, 'data'), once(guard, 'exit')]);
  if (String(first).trim() !== 'ready') throw new Error(`PostgreSQL did not start; see ${cluster}/log`);
  return guard;
}

/** PostgreSQL refuses to run as root: then it runs as the user that Debian's package made, else as nobody. */
async function findUser(): Promise<{ readonly uid: number; readonly gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const ids = await Promise.all(['-u', '-g'].map((option) => run('id', [option, name]))).catch(() => null);
    if (ids) return { uid: Number(ids[0]?.stdout), gid: Number(ids[1]?.stdout) };
  }
  throw new Error('PostgreSQL refuses to run as root, and there is no user for it');
}
