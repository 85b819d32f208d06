/** The thread of `MessageFreezer`: freezes each message that it is given and answers with its bytes, or with what went wrong. */
import { parentPort } from 'node:worker_threads';
import { freezeMessage } from './freeze-message.ts';
import type { FreezeAnswer, FreezeQuestion } from './message-freezer.ts';

parentPort?.on('message', async ({ id, message }: FreezeQuestion) => {
  const answer = await freezeMessage(message).then(
    (bytes): FreezeAnswer => ({ id, bytes }),
    (error: unknown): FreezeAnswer => ({ id, error }),
  );
  parentPort?.postMessage(answer);
});
