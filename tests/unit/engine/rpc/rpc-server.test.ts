import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { createRpcServer } from '../../../../main/engine/rpc/rpc-server.ts';
import type { EngineSession } from '../../../../main/engine/session.ts';
import { procedure, router } from '../../../../main/engine/trpc.ts';
import type { EngineMessage } from '../../../../shared/bridge.ts';
import { AppError } from '../../../../shared/errors.ts';

let wasReleased = false;

const testRouter = router({
  double: procedure.input(z.object({ number: z.number() })).query(({ input }) => input.number * 2),
  bytes: procedure.query(() => ({ pdf: new Uint8Array([1, 2]), at: new Date(0) })),
  refuse: procedure.mutation(() => {
    throw new AppError('nothing-to-deliver', { orderId: 7 });
  }),
  bug: procedure.mutation(() => {
    throw new Error('secret text');
  }),
  forever: procedure.subscription(async function* ({ signal }) {
    try {
      for (let number = 0; !signal?.aborted; number += 1) {
        yield number;
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    } finally {
      wasReleased = true;
    }
  }),
});

function serve() {
  const messages: EngineMessage[] = [];
  const bugs: unknown[] = [];
  const server = createRpcServer({
    router: testRouter,
    port: { post: (message) => messages.push(message) },
    context: { session: {} as EngineSession },
    onUnexpected: (error) => bugs.push(error),
  });
  return { server, messages, bugs };
}

async function outcomeOf(type: 'query' | 'mutation', path: string, input?: unknown) {
  const { server, messages, bugs } = serve();
  server.handle({ kind: 'call', call: { id: 5, type, path, input }, chosenPaths: [] });
  await vi.waitFor(() => expect(messages).toHaveLength(1));
  return { message: messages[0], bugs };
}

test('a query answers under its number', async () => {
  const { message } = await outcomeOf('query', 'double', { number: 4 });
  expect(message).toEqual({ kind: 'outcome', id: 5, outcome: { kind: 'data', data: 8 } });
});

test('bytes and dates stay what they are', async () => {
  const { message } = await outcomeOf('query', 'bytes');
  expect(message).toMatchObject({ outcome: { data: { pdf: new Uint8Array([1, 2]), at: new Date(0) } } });
});

test('an AppError crosses as its code and details', async () => {
  const { message, bugs } = await outcomeOf('mutation', 'refuse');
  expect(message).toMatchObject({
    outcome: { kind: 'error', error: { data: { appCode: 'nothing-to-deliver', details: { orderId: 7 } } } },
  });
  expect(bugs).toEqual([]);
});

test('a bug is reported here and crosses without its text', async () => {
  const { message, bugs } = await outcomeOf('mutation', 'bug');
  expect(message).toMatchObject({ outcome: { kind: 'error', error: { data: { appCode: 'unexpected' } } } });
  expect(JSON.stringify(message)).not.toContain('secret');
  expect(String(bugs[0])).toContain('secret text');
});

test('input that breaks the schema is bad input, at a field', async () => {
  const { message } = await outcomeOf('query', 'double', { number: 'four' });
  expect(message).toMatchObject({
    outcome: { error: { data: { appCode: 'bad-input', details: { field: 'number' } } } },
  });
});

test('a cancelled subscription is let go in the procedure and says nothing more', async () => {
  wasReleased = false;
  const { server, messages } = serve();
  server.handle({ kind: 'subscribe', subscription: { id: 9, path: 'forever', input: undefined }, chosenPaths: [] });
  await vi.waitFor(() => expect(messages.length).toBeGreaterThan(2));
  server.handle({ kind: 'cancel', id: 9 });
  const heard = messages.length;
  await vi.waitFor(() => expect(wasReleased).toBe(true));
  expect(messages).toHaveLength(heard);
});
