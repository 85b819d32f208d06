import { expect, test } from 'vitest';
import { createEngineCalls } from '../../../main/shell/engine-calls.ts';
import type { EngineRequest, RpcSubscriptionEvent } from '../../../shared/bridge.ts';

function engine(isThere = true) {
  const requests: EngineRequest[] = [];
  const calls = createEngineCalls(
    (request) => {
      requests.push(request);
      return isThere;
    },
    () => [],
  );
  return { requests, calls };
}

const question = { id: 1, type: 'query', path: 'app.version', input: undefined } as const;
const lost = { kind: 'error', error: { data: { appCode: 'engine-stopped' } } };

test('two windows that number alike get their own answers', async () => {
  const { requests, calls } = engine();
  const first = calls.call(7, question);
  const second = calls.call(8, question);
  const ids = requests.map((request) => (request.kind === 'call' ? request.call.id : 0));
  calls.receive({ kind: 'outcome', id: ids[1] ?? 0, outcome: { kind: 'data', data: 'second' } });
  calls.receive({ kind: 'outcome', id: ids[0] ?? 0, outcome: { kind: 'data', data: 'first' } });
  expect([await first, await second]).toEqual([
    { kind: 'data', data: 'first' },
    { kind: 'data', data: 'second' },
  ]);
});

test('without an engine a call fails at once', async () => {
  expect(await engine(false).calls.call(7, question)).toMatchObject(lost);
});

test('when the engine is lost, open calls and subscriptions fail once', async () => {
  const { calls } = engine();
  const events: RpcSubscriptionEvent[] = [];
  const call = calls.call(7, question);
  calls.subscribe(7, { id: 2, path: 'app.ping', input: undefined }, (event) => events.push(event));
  calls.failAll();
  calls.failAll();
  expect(await call).toMatchObject(lost);
  expect(events).toMatchObject([lost]);
});

test('a closed window’s questions are cancelled in the engine and its late answers dropped', () => {
  const { requests, calls } = engine();
  const events: RpcSubscriptionEvent[] = [];
  calls.subscribe(7, { id: 2, path: 'app.ping', input: undefined }, (event) => events.push(event));
  calls.subscribe(8, { id: 2, path: 'app.ping', input: undefined }, (event) => events.push(event));
  calls.forgetWindow(7);
  calls.receive({ kind: 'event', id: 1, event: { kind: 'data', data: 1 } });
  calls.receive({ kind: 'event', id: 2, event: { kind: 'data', data: 2 } });
  expect(requests.at(-1)).toEqual({ kind: 'cancel', id: 1 });
  expect(events).toEqual([{ kind: 'data', data: 2 }]);
});
