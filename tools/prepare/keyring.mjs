/** A session bus with a keyring of its own, so that tests and the demo have a real Secret Service and touch no user's keyring. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, isOnPath } from './run.mjs';

/** Unlocks a keyring (an empty password would not), then becomes the program to run. */
const unlockThenRun = 'printf "own" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@"';

/**
 * Whether the desktop has a Secret Service, such as a keyring or KeePassXC.
 *
 * @returns {boolean}
 */
export function hasSecretService() {
  if (process.platform !== 'linux') return true;
  const isBusThere = process.env.DBUS_SESSION_BUS_ADDRESS || process.env.XDG_RUNTIME_DIR;
  if (!isBusThere || !isOnPath('dbus-send')) return false;
  const startService = [
    '--session',
    '--print-reply',
    '--dest=org.freedesktop.DBus',
    '/org/freedesktop/DBus',
    'org.freedesktop.DBus.StartServiceByName',
    'string:org.freedesktop.secrets',
    'uint32:0',
  ];
  return ask('dbus-send', startService, { timeoutMs: 5000 }).isOk;
}

/**
 * Wraps a command so that it runs in a bus session with an unlocked, empty keyring.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ program: string, args: readonly string[], env: NodeJS.ProcessEnv, cleanUp: () => void }}
 */
export function inOwnKeyring(program, args, env) {
  if (process.platform !== 'linux' || !isOnPath('dbus-run-session')) return { program, args, env, cleanUp: () => {} };
  const folder = mkdtempSync(join(tmpdir(), 'orderbud-keyring-'));
  return {
    program: 'dbus-run-session',
    args: ['--', 'sh', '-c', unlockThenRun, 'sh', program, ...args],
    env: { ...env, XDG_DATA_HOME: folder, XDG_RUNTIME_DIR: folder, GNOME_KEYRING_CONTROL: folder },
    cleanUp: () => rmSync(folder, { recursive: true, force: true }),
  };
}
