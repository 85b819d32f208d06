import type { EngineMessage, EngineRequest, EngineState } from '../../shared/bridge.ts';
import type { EngineListener, EngineProcess } from './engine-process.ts';
import { afterCrash } from './restart-rule.ts';

export interface SupervisorParts {
  readonly start: (listener: EngineListener) => EngineProcess;
  readonly onState: (state: EngineState) => void;
  readonly onMessage: (message: EngineMessage) => void;
  /** The process is gone: what was asked of it will not be answered. */
  readonly onLost: () => void;
}

const stopLimitMs = 5000;

/** Keeps one engine process running, starts a crashed one again, and says where it stands. */
export function superviseEngine(parts: SupervisorParts) {
  let state: EngineState = { kind: 'stopped' };
  let engine: EngineProcess | null = null;
  let restarts = 0;
  let crashedAtMs: number[] = [];
  let isStopping = false;
  /** Asked while the engine is on its way. */
  let held: EngineRequest[] = [];
  let timer: NodeJS.Timeout | undefined;
  let onStopped = () => {};

  function say(next: EngineState): void {
    state = next;
    parts.onState(next);
  }

  function giveUp(): void {
    held = [];
    parts.onLost();
    say({ kind: 'stopped' });
  }

  function launch(): void {
    try {
      engine = parts.start({ onMessage: receive, onExit: ended });
    } catch (error) {
      console.error('shell: the engine cannot be started', error);
      giveUp();
    }
  }

  function receive(message: EngineMessage): void {
    if (message.kind !== 'ready') {
      parts.onMessage(message);
      return;
    }
    say({ kind: 'running', restarts });
    for (const request of held) engine?.post(request);
    held = [];
  }

  function ended(code: number | null): void {
    engine = null;
    held = [];
    parts.onLost();
    if (isStopping) {
      giveUp();
      onStopped();
      return;
    }
    console.error(`shell: the engine ended (${code ?? 'killed'})`);
    crashedAtMs = [...crashedAtMs, Date.now()];
    const next = afterCrash(crashedAtMs);
    if (next.kind === 'give-up') {
      giveUp();
      return;
    }
    restarts += 1;
    say({ kind: 'restarting', restarts });
    timer = setTimeout(launch, next.delayMs);
  }

  return {
    state: () => state,
    pid: () => engine?.pid,
    /** Starts the engine unless it is there or on its way. */
    start(): void {
      if (state.kind !== 'stopped' || isStopping) return;
      crashedAtMs = [];
      say({ kind: 'starting' });
      launch();
    },
    /** Passes a request on, at once or when the engine is up. Answers false when there will be no engine to take it. */
    post(request: EngineRequest): boolean {
      if (state.kind === 'stopped' || isStopping) return false;
      if (state.kind === 'running') engine?.post(request);
      else held.push(request);
      return true;
    },
    /** Lets the engine close its company and end; after five seconds it is ended. */
    stop(): Promise<void> {
      isStopping = true;
      clearTimeout(timer);
      const running = engine;
      if (running === null) return Promise.resolve();
      return new Promise((resolve) => {
        const limit = setTimeout(() => running.kill(), stopLimitMs);
        onStopped = () => {
          clearTimeout(limit);
          resolve();
        };
        running.post({ kind: 'stop' });
      });
    },
  };
}

export type EngineSupervisor = ReturnType<typeof superviseEngine>;
