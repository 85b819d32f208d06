/** The steps of `npm run check` and `npm test`, each answering what passed and failed. */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfChanged } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { countRunner, countStep, readPlaywright, readVitest, sumCounts } from './counts.mjs';
import { startVirtualDisplay } from './display.mjs';
import { prepareElectron } from './electron.mjs';
import { inOwnKeyring } from './keyring.mjs';
import { checkoutCacheFolder, inRepo, say } from './places.mjs';
import { findPostgresPrograms } from './postgres.mjs';
import { run } from './run.mjs';

/**
 * @typedef {import('./counts.mjs').Counts} Counts
 * @typedef {{ node: string, env: NodeJS.ProcessEnv, args: readonly string[] }} Tools
 */

/** A program under test waits more than it works; two share two cores well. */
const endToEndWorkers = 2;

/** The fast half: format and lint, types, layering, unit and integration tests. @param {Tools} tools @returns {Promise<Counts>} */
export async function runCheck(tools) {
  const steps = [
    await step('Format and lint', tools, [
      inRepo('node_modules', '@biomejs', 'biome', 'bin', 'biome'),
      'check',
      '--error-on-warnings',
    ]),
    await step('Types', tools, [inRepo('node_modules', 'typescript', 'bin', 'tsc'), '--noEmit']),
    await step('Layering', tools, [inRepo('tools', 'check-layers.ts')]),
  ];
  say('Unit and integration tests');
  return sumCounts([...steps, await runVitest(tools, ['unit', 'integration', ...postgresProjects()])]);
}

/** Everything. @param {Tools} tools @returns {Promise<Counts>} */
export async function runAllTests(tools) {
  const fast = await runCheck(tools);
  const inBrowser = await runBrowserTests({ ...tools, args: browserSlice() });
  const slow = await runEndToEnd({ ...tools, args: [] });
  if (!hasFaultTests()) return sumCounts([fast, inBrowser, slow]);
  say('Faults: processes killed, lines cut');
  return sumCounts([fast, inBrowser, slow, await runElectronKills(tools), await runVitest(tools, ['faults'])]);
}

/** One kill of each kind in real Electron. @param {Tools} tools @returns {Promise<Counts>} */
async function runElectronKills({ node, env }) {
  say('Faults: engine and shell killed in real Electron');
  const counts = countsFile('electron-kills');
  const config = inRepo('playwright.faults.config.ts');
  const playwright = [inRepo('node_modules', '@playwright', 'test', 'cli.js'), 'test', '--config', config];
  const code = await runOnOwnScreen(node, playwright, { ...env, ORDERBUD_E2E_COUNTS: counts });
  return countRunner(code, counts, readPlaywright);
}

/** End-to-end tests in real Electron, on a screen and with a keyring of their own. @param {Tools} tools @returns {Promise<Counts>} */
export async function runEndToEnd(tools) {
  const electron = await prepareElectron(tools.node);
  say(`Electron ${electron.version}${electron.isOffline ? ', the offline runtime: tests only' : ''}`);
  const isBuilt = await buildIfChanged(tools.node, tools.env);
  if (!isBuilt) return countStep(false, 'Build');
  say('End-to-end tests in real Electron');
  const counts = countsFile('end-to-end');
  const playwright = [inRepo('node_modules', '@playwright', 'test', 'cli.js'), 'test', ...tools.args];
  const env = { ...tools.env, ORDERBUD_E2E_COUNTS: counts };
  const code = await runOnOwnScreen(tools.node, playwright, env, endToEndWorkers);
  return sumCounts([countStep(true, 'Build'), countRunner(code, counts, readPlaywright)]);
}

/** My page as customers see it, in the browser of the system. @param {Tools} tools @returns {Promise<Counts>} */
export async function runBrowserTests(tools) {
  if (findChromium() === null) {
    say('Chromium is not installed (package chromium): no browser tests of My page');
    return sumCounts([]);
  }
  const withoutPostgres = findPostgresPrograms() === null ? ', on SQLite only: PostgreSQL is not installed' : '';
  say(`Browser tests of My page${withoutPostgres}`);
  const counts = countsFile('browser');
  const config = inRepo('playwright.browser.config.ts');
  const playwright = [
    inRepo('node_modules', '@playwright', 'test', 'cli.js'),
    'test',
    '--config',
    config,
    ...tools.args,
  ];
  const code = await run(tools.node, playwright, { ...tools.env, ORDERBUD_BROWSER_COUNTS: counts });
  return countRunner(code, counts, readPlaywright);
}

/**
 * Runs a program with a keyring of its own and, on Linux, screens of its own.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {number} count how many screens; their names stand in ORDERBUD_E2E_SCREENS
 */
export async function runOnOwnScreen(program, args, env, count = 1) {
  if (process.platform !== 'linux') return run(program, args, env);
  const screens = await Promise.all(Array.from({ length: count }, startVirtualDisplay));
  const displays = screens.map(({ display }) => display);
  try {
    return await runInOwnKeyring(program, args, {
      ...env,
      DISPLAY: displays[0],
      ORDERBUD_E2E_SCREENS: displays.join(' '),
      WAYLAND_DISPLAY: '',
      // No accessibility bus on a screen that nobody sees; waiting for one makes starts slow.
      NO_AT_BRIDGE: '1',
    });
  } finally {
    for (const screen of screens) screen.stop();
  }
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
export async function runInOwnKeyring(program, args, env) {
  const wrapped = inOwnKeyring(program, args, env);
  try {
    return await run(wrapped.program, wrapped.args, wrapped.env);
  } finally {
    wrapped.cleanUp();
  }
}

/** @param {string} title @param {Tools} tools @param {readonly string[]} args @returns {Promise<Counts>} */
async function step(title, { node, env }, args) {
  say(title);
  const isOk = (await run(node, args, env)) === 0;
  if (!isOk) say(`${title}: failed`);
  return countStep(isOk, title);
}

/** @param {Tools} tools @param {readonly string[]} projects @returns {Promise<Counts>} */
async function runVitest({ node, env, args }, projects) {
  const counts = countsFile(projects.join('-'));
  const vitest = [
    inRepo('node_modules', 'vitest', 'vitest.mjs'),
    'run',
    ...projects.flatMap((name) => ['--project', name]),
  ];
  const code = await runInOwnKeyring(node, [...vitest, ...args], { ...env, ORDERBUD_TEST_COUNTS: counts });
  return countRunner(code, counts, readVitest);
}

/** My page's tests once more, on PostgreSQL. @returns {readonly string[]} */
function postgresProjects() {
  if (findPostgresPrograms() !== null) return ['my-page-postgres'];
  say("PostgreSQL is not installed (package postgresql): My page's tests run on SQLite only");
  return [];
}

/**
 * The stories on a phone, on two instances over PostgreSQL, stand for the rest within `npm test`, which has little time;
 * `npm run browser` tells them at both sizes and looks at every page.
 *
 * @returns {readonly string[]}
 */
function browserSlice() {
  const project = findPostgresPrograms() === null ? 'phone, SQLite' : 'phone, two instances';
  return [`--project=${project}`, 'tests/browser/stories/'];
}

function hasFaultTests() {
  const folder = inRepo('tests', 'faults');
  return existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.test.ts'));
}

/** @param {string} name @returns {string} a file that does not exist yet */
function countsFile(name) {
  mkdirSync(checkoutCacheFolder, { recursive: true });
  const file = join(checkoutCacheFolder, `${name}.json`);
  rmSync(file, { force: true });
  return file;
}
