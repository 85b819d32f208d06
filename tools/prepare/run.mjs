/** Starting other programs. */
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { repoFolder } from './places.mjs';

/**
 * Runs a program with our own standard streams and answers its exit code; Ctrl+C reaches it too.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
export function run(program, args, env) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: repoFolder, env, stdio: 'inherit', shell: isBatchFile(program) });
    const ignore = () => {};
    process.on('SIGINT', ignore);
    child.on('error', (error) => {
      console.error(error.message);
      resolve(127);
    });
    child.on('exit', (code, signal) => {
      process.off('SIGINT', ignore);
      resolve(code ?? 128 + constants.signals[signal ?? 'SIGTERM']);
    });
  });
}

/**
 * Runs a program to its end and answers what it printed.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, timeoutMs?: number, shell?: boolean }} [options]
 * @returns {{ isOk: boolean, output: string, errors: string }}
 */
export function ask(program, args, options = {}) {
  const result = spawnSync(program, args, {
    cwd: options.cwd ?? repoFolder,
    env: options.env ?? process.env,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: options.shell ?? isBatchFile(program),
    ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
  });
  return {
    isOk: result.status === 0,
    output: result.stdout ?? '',
    errors: result.stderr ?? String(result.error ?? ''),
  };
}

/** Whether a program can be found on the PATH. @param {string} program */
export function isOnPath(program) {
  return ask(process.platform === 'win32' ? 'where' : 'which', [program]).isOk;
}

/** npm as a command: a batch file on Windows. */
export const npmProgram = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Windows starts batch files only through its shell. @param {string} program */
function isBatchFile(program) {
  return program.endsWith('.cmd');
}
