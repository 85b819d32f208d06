import { Worker } from 'node:worker_threads';
import { freezeMessage, type MessageToFreeze } from './freeze-message.ts';

export type FreezeQuestion = { readonly id: number; readonly message: MessageToFreeze };
export type FreezeAnswer = { readonly id: number } & ({ readonly bytes: Uint8Array } | { readonly error: unknown });

type Waiting = FreezeQuestion & {
  readonly resolve: (bytes: Buffer | Promise<Buffer>) => void;
  readonly reject: (error: unknown) => void;
};

/** Beside this file, from source as in the built program (electron.vite.config.ts). */
const threadFile = new URL(
  import.meta.url.endsWith('.ts') ? './freeze-thread.ts' : './freeze-thread.cjs',
  import.meta.url,
);

/**
 * Freezes messages in a thread of its own (`freezeMessage`): a third of a mail's work that needs nothing of the company, done
 * by the second processor. Should the thread end, what it had and all further ones are frozen here.
 */
export class MessageFreezer {
  private readonly onUnexpected: (error: unknown) => void;
  private readonly waiting = new Map<number, Waiting>();
  private thread: Worker | null = null;
  private hasEnded = false;
  private lastId = 0;

  private readonly makeThread: () => Worker;

  /** @param onUnexpected told why the thread could not be started, or ended by itself */
  constructor(onUnexpected: (error: unknown) => void, makeThread = () => new Worker(threadFile)) {
    this.onUnexpected = onUnexpected;
    this.makeThread = makeThread;
  }

  /** @throws as `freezeMessage` does */
  freeze(message: MessageToFreeze): Promise<Buffer> {
    const thread = this.running();
    if (thread === null) return freezeMessage(message);
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { id, message, resolve, reject });
      thread.postMessage({ id, message } satisfies FreezeQuestion);
    });
  }

  async close(): Promise<void> {
    this.hasEnded = true;
    await this.thread?.terminate();
  }

  /** Null where there is no thread, or none to be had. */
  private running(): Worker | null {
    if (this.hasEnded) return null;
    try {
      this.thread ??= this.start();
    } catch (error) {
      this.hasEnded = true;
      this.onUnexpected(error);
    }
    return this.thread;
  }

  private start(): Worker {
    const thread = this.makeThread();
    thread.on('message', (answer: FreezeAnswer) => {
      const asked = this.waiting.get(answer.id);
      this.waiting.delete(answer.id);
      if ('bytes' in answer)
        asked?.resolve(Buffer.from(answer.bytes.buffer, answer.bytes.byteOffset, answer.bytes.length));
      else asked?.reject(answer.error);
    });
    // Followed by 'exit'
    thread.on('error', (error) => this.onUnexpected(error));
    thread.on('exit', () => this.end());
    return thread;
  }

  private end(): void {
    this.hasEnded = true;
    for (const { message, resolve } of this.waiting.values()) resolve(freezeMessage(message));
    this.waiting.clear();
  }
}
