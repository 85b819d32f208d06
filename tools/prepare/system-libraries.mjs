/** System libraries on Debian and Ubuntu: installed as root, else the command is named. */
import { existsSync } from 'node:fs';
import { PrepareError, say } from './places.mjs';
import { ask, isOnPath, run } from './run.mjs';

/** What each use needs; a test needs all of them. */
const packages = {
  window: ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libsecret-1-0'],
  keyring: ['libsecret-1-0', 'gnome-keyring', 'dbus', 'dbus-x11'],
  screen: ['xvfb', 'xauth', 'fonts-open-sans'],
  printing: ['cups-daemon', 'cups-client', 'cups-filters', 'poppler-utils'],
  postgres: ['postgresql'],
  browser: ['chromium'],
};

/** Uses whose tests are skipped by name where the packages are missing: nobody is asked to install them. */
const forRootOnly = ['printing', 'postgres', 'browser'];

/** Ubuntu 24.04 and Debian 13 carry these under new names. */
const newNames = { 'libgtk-3-0': 'libgtk-3-0t64', libasound2: 'libasound2t64' };

/**
 * Installs what is needed of the system, where the system is Debian's or Ubuntu's.
 *
 * @param {readonly (keyof typeof packages)[]} uses
 */
export async function prepareSystemLibraries(uses) {
  if (process.platform !== 'linux' || !existsSync('/etc/debian_version') || !isOnPath('dpkg-query')) return;
  const isRoot = process.getuid?.() === 0;
  const wanted = uses.filter((use) => isRoot || !forRootOnly.includes(use));
  const missing = [...new Set(wanted.flatMap((use) => packages[use]))].filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  if (!isRoot) {
    const names = missing.map(availableName).join(' ');
    throw new PrepareError(
      `System libraries are missing. Type this, then run it again:\n  sudo apt-get install -y ${names}`,
    );
  }
  say(`Installing system libraries: ${missing.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], env);
  const names = missing.map(availableName);
  const code = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], env);
  if (code !== 0) throw new PrepareError(`apt-get could not install: ${names.join(' ')}`);
}

/** @param {string} name */
function isInstalled(name) {
  return namesOf(name).some((candidate) => {
    const answer = ask('dpkg-query', ['--status', candidate]);
    return answer.isOk && answer.output.includes('Status: install ok installed');
  });
}

/** @param {string} name */
function availableName(name) {
  const known = namesOf(name).find((candidate) => /Candidate: \d/.test(ask('apt-cache', ['policy', candidate]).output));
  return known ?? name;
}

/** @param {string} name @returns {string[]} newest first */
function namesOf(name) {
  return name in newNames ? [newNames[name], name] : [name];
}
