import { type ChildProcess, fork } from 'node:child_process';
import { on, once } from 'node:events';
import { openSync } from 'node:fs';
import { devNull } from 'node:os';
import { fileURLToPath } from 'node:url';

/** A process of ours. */
export type Helper = {
  /** Its first message. */
  readonly said: unknown;
  /** The next one. */
  readonly next: () => Promise<unknown>;
  /** Says something and waits for the next one. */
  readonly ask: (question: unknown) => Promise<unknown>;
  readonly stop: () => Promise<void>;
};

export type HelperOptions = {
  readonly environment?: Readonly<Record<string, string>>;
  readonly execArgv?: readonly string[];
  /** Sent before it says anything. */
  readonly first?: unknown;
  /** Its log lines go nowhere, written like all others; else to our own stderr. */
  readonly isSilent?: boolean;
};

/** Starts a program, given by its address, and waits for its first message. */
export async function startHelper(program: URL, options: HelperOptions = {}): Promise<Helper> {
  const child = fork(fileURLToPath(program), {
    execArgv: [...(options.execArgv ?? [])],
    env: { ...process.env, ...options.environment },
    stdio: ['ignore', 'inherit', options.isSilent ? openSync(devNull, 'w') : 'inherit', 'ipc'],
  });
  const next = messagesOf(child);
  if (options.first !== undefined) child.send(options.first as object);
  return {
    said: await next(),
    next,
    ask: (question) => {
      child.send(question as object);
      return next();
    },
    stop: async () => {
      if (child.exitCode !== null) return;
      const exit = once(child, 'exit');
      child.disconnect();
      await exit;
    },
  };
}

/** The messages of a process, one after the other, none lost. @throws Error when it ends instead */
function messagesOf(child: ChildProcess): () => Promise<unknown> {
  const messages = on(child, 'message', { close: ['exit'] });
  return async () => {
    const { value, done } = await messages.next();
    if (done) throw new Error(`A process of the bench ended with ${child.exitCode}`);
    return (value as readonly unknown[])[0];
  };
}
