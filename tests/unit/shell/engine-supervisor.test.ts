import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EngineListener } from '../../../main/shell/engine-process.ts';
import { superviseEngine } from '../../../main/shell/engine-supervisor.ts';
import type { EngineRequest, EngineState } from '../../../shared/bridge.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function supervised() {
  const states: EngineState['kind'][] = [];
  const started: EngineListener[] = [];
  const posted: EngineRequest[] = [];
  let kills = 0;
  let losses = 0;
  const supervisor = superviseEngine({
    start: (listener) => {
      started.push(listener);
      return { pid: started.length, post: (request) => posted.push(request), kill: () => (kills += 1) };
    },
    onState: (state) => states.push(state.kind),
    onMessage: () => {},
    onLost: () => {
      losses += 1;
    },
  });
  return { supervisor, states, started, posted, kills: () => kills, losses: () => losses };
}

const request: EngineRequest = { kind: 'cancel', id: 1 };

test('what is asked before the engine is up is asked once it is', () => {
  const { supervisor, started, posted } = supervised();
  supervisor.start();
  expect(supervisor.post(request)).toBe(true);
  expect(posted).toEqual([]);
  started[0]?.onMessage({ kind: 'ready' });
  expect(posted).toEqual([request]);
});

test('a crashed engine is started again; what was asked of it is lost', () => {
  const { supervisor, started, states, losses } = supervised();
  supervisor.start();
  started[0]?.onMessage({ kind: 'ready' });
  started[0]?.onExit(1);
  vi.advanceTimersByTime(0);
  started[1]?.onMessage({ kind: 'ready' });
  expect(states).toEqual(['starting', 'running', 'restarting', 'running']);
  expect(losses()).toBe(1);
});

test('one that falls over four times in a minute is given up and can be started by hand', () => {
  const { supervisor, started, states } = supervised();
  supervisor.start();
  for (let crash = 0; crash < 4; crash += 1) {
    started.at(-1)?.onExit(1);
    vi.advanceTimersByTime(2000);
  }
  expect(states.at(-1)).toBe('stopped');
  expect(supervisor.post(request)).toBe(false);
  supervisor.start();
  started.at(-1)?.onMessage({ kind: 'ready' });
  expect(supervisor.state().kind).toBe('running');
});

test('stopping asks first, and ends an engine that does not listen after five seconds', async () => {
  const { supervisor, started, posted, kills } = supervised();
  supervisor.start();
  started[0]?.onMessage({ kind: 'ready' });
  const stopped = supervisor.stop();
  expect(posted).toEqual([{ kind: 'stop' }]);
  vi.advanceTimersByTime(5000);
  expect(kills()).toBe(1);
  started[0]?.onExit(null);
  await stopped;
  expect(started).toHaveLength(1);
});
