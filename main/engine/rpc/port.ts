import type { EngineMessage, EngineRequest } from '../../../shared/bridge.ts';

/** The engine's end of the line to the shell. */
export interface EnginePort {
  post(message: EngineMessage): void;
  onRequest(listener: (request: EngineRequest) => void): void;
  /** The shell is gone: nobody will ask or hear anything any more. */
  onClosed(listener: () => void): void;
}

/** The part of Electron's `process.parentPort` that is used here; typed by hand, since the engine knows no Electron. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  start?(): void;
}

/**
 * Finds the line to whoever started this process: a utility process's parent port, or a child process's channel.
 * @throws Error when started by hand.
 */
export function openPort(): EnginePort {
  const { parentPort } = process as { readonly parentPort?: ParentPort | null };
  if (parentPort) return overParentPort(parentPort);
  if (process.send) return overChannel();
  throw new Error('The engine is started by the shell, with a channel to it.');
}

function overParentPort(parentPort: ParentPort): EnginePort {
  return {
    post: (message) => parentPort.postMessage(message),
    onRequest: (listener) => parentPort.on('message', ({ data }) => listener(data as EngineRequest)),
    // A utility process never outlives its Electron.
    onClosed: () => {},
  };
}

function overChannel(): EnginePort {
  return {
    post: (message) => {
      if (process.connected) process.send?.(message);
    },
    onRequest: (listener) => process.on('message', (message) => listener(message as EngineRequest)),
    onClosed: (listener) => process.on('disconnect', listener),
  };
}
