import { fork } from 'node:child_process';
import { utilityProcess } from 'electron';
import type { EngineMessage, EngineRequest } from '../../shared/bridge.ts';
import { engineFlags } from './engine-flags.ts';
import { engineFile, findPlainNode } from './engine-places.ts';
import type { EngineWay } from './engine-way.ts';

/** A running engine, whichever way it was started. */
export interface EngineProcess {
  readonly pid: number | undefined;
  post(request: EngineRequest): void;
  kill(): void;
}

/** What an engine process tells whoever started it. */
export interface EngineListener {
  onMessage(message: EngineMessage): void;
  /** Called once, however it ended. */
  onExit(code: number | null): void;
}

/** Starts one engine process. What it prints goes where the shell prints. */
export function startEngineProcess(way: EngineWay, env: NodeJS.ProcessEnv, listener: EngineListener): EngineProcess {
  return way === 'utility-process' ? startInUtilityProcess(env, listener) : startUnderNode(env, listener);
}

function startInUtilityProcess(env: NodeJS.ProcessEnv, listener: EngineListener): EngineProcess {
  const child = utilityProcess.fork(engineFile('utility-process'), [], {
    serviceName: 'Orderbud engine',
    // Switches of Chromium, of which one is for V8
    execArgv: [`--js-flags=${engineFlags.join(' ')}`],
    env,
    stdio: 'inherit',
  });
  child.on('message', (message: EngineMessage) => listener.onMessage(message));
  child.on('exit', (code) => listener.onExit(code));
  return {
    get pid() {
      return child.pid;
    },
    post: (request) => child.postMessage(request),
    kill: () => child.kill(),
  };
}

function startUnderNode(env: NodeJS.ProcessEnv, listener: EngineListener): EngineProcess {
  const child = fork(engineFile('plain-node'), [], {
    execPath: findPlainNode(),
    execArgv: [...engineFlags],
    env,
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let hasEnded = false;
  const end = (code: number | null) => {
    if (hasEnded) return;
    hasEnded = true;
    listener.onExit(code);
  };
  child.on('message', (message) => listener.onMessage(message as EngineMessage));
  child.on('exit', (code) => end(code));
  child.on('error', (error) => {
    console.error('shell: the engine process', error);
    end(null);
  });
  return {
    pid: child.pid,
    post: (request) => {
      // An engine that died a moment ago is told of by its exit.
      if (child.connected) child.send(request, () => {});
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
