/**
 * `node tools/prepare.mjs <command>`: prepares what a command of package.json needs, then runs it.
 *
 * Needs nothing but Node 20 and npm. Every step that does something says so in one line; what is done is skipped.
 */
import { buildIfChanged } from './prepare/build.mjs';
import {
  runAllTests,
  runBrowserTests,
  runCheck,
  runEndToEnd,
  runInOwnKeyring,
  runOnOwnScreen,
} from './prepare/checks.mjs';
import { hasDisplay } from './prepare/display.mjs';
import { prepareElectron } from './prepare/electron.mjs';
import { installDependencies } from './prepare/install.mjs';
import { hasSecretService } from './prepare/keyring.mjs';
import { environmentWith, findNode24 } from './prepare/node24.mjs';
import { inRepo, PrepareError, say } from './prepare/places.mjs';
import { run } from './prepare/run.mjs';
import { prepareSystemLibraries } from './prepare/system-libraries.mjs';

/** @typedef {import('./prepare/checks.mjs').Tools} Tools */

/** What each command does once dependencies and Node are there; answers the exit code. @type {Record<string, (tools: Tools) => Promise<number>>} */
const commands = {
  start: (tools) => openWindow(tools, []),
  demo: (tools) => (tools.args.includes('--headless') ? playInTerminal(tools) : openWindow(tools, ['--demo'])),
  check: async (tools) => {
    await prepareSystemLibraries(['keyring', 'postgres']);
    return report(await runCheck(tools));
  },
  test: async (tools) => {
    await prepareSystemLibraries(['window', 'keyring', 'screen', 'printing', 'postgres', 'browser']);
    return report(await runAllTests(tools));
  },
  e2e: async (tools) => {
    await prepareSystemLibraries(['window', 'keyring', 'screen', 'printing']);
    return report(await runEndToEnd(tools));
  },
  browser: async (tools) => {
    await prepareSystemLibraries(['postgres', 'browser']);
    return report(await runBrowserTests(tools));
  },
  screenshots: async (tools) => {
    if (tools.args[0] === 'my-page') {
      await prepareSystemLibraries(['browser']);
      const pictures = inRepo('tools', 'screenshots', 'my-page', 'main.ts');
      return run(tools.node, [pictures, ...tools.args.slice(1)], tools.env);
    }
    return runWithWindow(tools, [inRepo('tools', 'screenshots.ts'), ...tools.args]);
  },
  pack: async (tools) => {
    await prepareElectron(tools.node);
    if (!(await buildIfChanged(tools.node, tools.env))) return 1;
    return run(tools.node, [inRepo('tools', 'pack.mjs'), ...tools.args], tools.env);
  },
  'my-page': (tools) => run(tools.node, [inRepo('my-page', 'main.ts'), ...tools.args], tools.env),
  faults: (tools) => {
    const faults = [inRepo('tests', 'faults', 'main.ts'), ...tools.args];
    return tools.args.includes('--electron-kills')
      ? runWithWindow(tools, faults)
      : runInOwnKeyring(tools.node, faults, tools.env);
  },
  bench: (tools) => {
    const bench = [inRepo('bench', 'main.ts'), ...tools.args];
    return tools.args.includes('window') ? runWithWindow(tools, bench) : runInOwnKeyring(tools.node, bench, tools.env);
  },
};

/** Runs a script that starts the built program on a screen of its own. @param {Tools} tools @param {readonly string[]} script */
async function runWithWindow({ node, env }, script) {
  await prepareSystemLibraries(['window', 'keyring', 'screen']);
  await prepareElectron(node);
  if (!(await buildIfChanged(node, env))) return 1;
  return runOnOwnScreen(node, script, env);
}

/** Opens the program, or plays the demo in the terminal where there is no screen. @param {Tools} tools @param {readonly string[]} flags */
async function openWindow(tools, flags) {
  if (!hasDisplay()) {
    say('No display here: playing the demo company in the terminal instead (npm run demo -- --headless)');
    return playInTerminal(tools);
  }
  await prepareSystemLibraries(['window']);
  const electron = await prepareElectron(tools.node);
  if (!(await buildIfChanged(tools.node, tools.env))) return 1;
  say(`Opening Orderbud on Electron ${electron.version}${electron.isOffline ? ' (offline runtime)' : ''}`);
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [...sandbox, inRepo(), ...flags, ...tools.args];
  if (hasSecretService()) return run(electron.program, args, tools.env);
  await prepareSystemLibraries(['keyring']);
  say('No keychain on this desktop: passwords are kept only until Orderbud is closed');
  return runInOwnKeyring(electron.program, args, tools.env);
}

/** @param {Tools} tools */
async function playInTerminal({ node, env, args }) {
  await prepareSystemLibraries(['keyring']);
  const program = [inRepo('demo', 'headless.ts'), ...args.filter((arg) => arg !== '--headless')];
  return runInOwnKeyring(node, program, env);
}

/** Prints what failed once more, and the sum as the last line. @param {import('./prepare/counts.mjs').Counts} counts */
function report({ passed, failed, findings }) {
  for (const finding of findings) console.log(finding);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** @returns {Promise<number>} the exit code */
async function main() {
  const [name = '', ...args] = process.argv.slice(2);
  const command = commands[name];
  if (command === undefined) throw new PrepareError(`Commands: ${Object.keys(commands).join(', ')}`);
  await installDependencies();
  const node = findNode24();
  return command({ node, env: environmentWith(node), args });
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error instanceof PrepareError ? error.message : error);
    process.exit(1);
  },
);
