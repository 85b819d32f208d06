import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { StorePlace } from './my-page-store.ts';

/** A My page in a process of its own, every commit of which waits for a while. */
export type Instance = { readonly process: ChildProcess; readonly url: string };

const program = fileURLToPath(new URL('./my-page-process.ts', import.meta.url));

/** Starts a process on a store; the same seed makes the same delays. */
export async function startInstance(place: StorePlace, seed: number): Promise<Instance> {
  const child = fork(program, [JSON.stringify(place), String(seed)], { execArgv: [] });
  const [message] = (await once(child, 'message')) as [{ readonly url: string }];
  return { process: child, url: message.url };
}

export async function stopInstance({ process: child }: Instance): Promise<void> {
  const exit = once(child, 'exit');
  child.disconnect();
  await exit;
}
