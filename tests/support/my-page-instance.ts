import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ApiKeyScope } from '../../my-page/api/api-key-store.ts';
import type { MyPageOptions } from '../../my-page/server.ts';

/** What may cross to another process. */
export type InstanceOptions = Omit<MyPageOptions, 'clock' | 'logTo' | 'beforeCommit'>;
export type InstanceOrder =
  | { readonly order: 'start'; readonly options: InstanceOptions }
  | { readonly order: 'forward'; readonly minutes: number }
  | { readonly order: 'create-key'; readonly scope: ApiKeyScope };
export type InstanceReply = { readonly value: string } | { readonly fault: string };

/** My page in a process of its own, with a clock that stands still until it is moved. */
export type MyPageInstance = {
  readonly localUrl: string;
  readonly forward: (step: { readonly minutes: number }) => Promise<void>;
  readonly createApiKey: (scope: ApiKeyScope) => Promise<string>;
  readonly close: () => Promise<void>;
};

const program = fileURLToPath(new URL('./my-page-instance-process.ts', import.meta.url));

/** @throws Error when My page does not start there */
export async function startMyPageInstance(options: InstanceOptions): Promise<MyPageInstance> {
  const child = fork(program, [], { execArgv: [] });
  const localUrl = await tell(child, { order: 'start', options });
  return {
    localUrl,
    forward: async ({ minutes }) => void (await tell(child, { order: 'forward', minutes })),
    createApiKey: (scope) => tell(child, { order: 'create-key', scope }),
    close: async () => {
      const exit = once(child, 'exit');
      child.disconnect();
      await exit;
    },
  };
}

/** One order after the other: an answer belongs to the order before it. */
async function tell(child: ChildProcess, order: InstanceOrder): Promise<string> {
  const ended = new AbortController();
  try {
    child.send(order);
    const [reply] = (await Promise.race([
      once(child, 'message', ended),
      once(child, 'exit', ended).then(() => [{ fault: 'it ended' }]),
    ])) as [InstanceReply];
    if ('fault' in reply) throw new Error(`My page's process, ${order.order}: ${reply.fault}`);
    return reply.value;
  } finally {
    ended.abort();
  }
}
