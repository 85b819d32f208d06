import { createMyPage, type MyPage } from '../../my-page/server.ts';
import type { InstanceOrder, InstanceReply } from './my-page-remote.ts';
import { makeClock } from './test-clock.ts';

/** The process that my-page-remote.ts starts: does what its parent orders, and ends with it. */
const clock = makeClock();
let myPage: MyPage | null = null;

async function obey(order: InstanceOrder): Promise<string> {
  switch (order.order) {
    case 'start':
      myPage = await createMyPage({ ...order.options, clock: clock.now, logTo: { write: showFailure } });
      return myPage.localUrl;
    case 'forward':
      clock.forward(order);
      return '';
    case 'create-key':
      if (myPage === null) throw new Error('It has not been started');
      return myPage.createApiKey(order.scope);
  }
}

/** What went wrong inside is told to whoever watches the tests; the rest of the log is not. */
function showFailure(line: string): void {
  const { level, err } = JSON.parse(line) as { readonly level: number; readonly err?: { readonly stack?: string } };
  if (level >= 50) process.stderr.write(`My page: ${err?.stack ?? line}\n`);
}

function answer(reply: InstanceReply): void {
  process.send?.(reply);
}

process.on('message', (order: InstanceOrder) => {
  obey(order).then(
    (value) => answer({ value }),
    (error: unknown) => answer({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
process.on('disconnect', () => {
  Promise.resolve(myPage?.close()).then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
// Ctrl+C reaches the whole group; the parent disconnects when it is done
process.on('SIGINT', () => {});
