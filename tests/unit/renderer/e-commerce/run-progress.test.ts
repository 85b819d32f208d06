import { expect, test } from 'vitest';
import { afterEvent, type RunState, startedRun } from '../../../../renderer/e-commerce/run-progress.ts';
import type { RunEvent, RunStep } from '../../../../shared/website-data.ts';

function stepEvent(step: RunStep, state: 'running' | 'done' | 'failed', websiteName = 'Shop', done = 0): RunEvent {
  return { kind: 'step', websiteName, step, state, done, of: 10, etaMs: null };
}

function statesOf(run: RunState, website: number) {
  if (run.kind !== 'running') throw new Error('The run is not running');
  return run.websites[website]?.steps.map(({ state }) => state);
}

test('a website brings all its steps when its first one begins, so that the list does not grow while one looks', () => {
  const run = afterEvent(startedRun, stepEvent('fetch', 'running'));
  expect(statesOf(run, 0)).toEqual(['running', 'to-come', 'to-come', 'to-come', 'to-come', 'to-come']);
});

test('sending can run beside publishing', () => {
  const events = [stepEvent('publish', 'running'), stepEvent('send', 'running')];
  const run = events.reduce(afterEvent, startedRun);
  expect(statesOf(run, 0)?.slice(3, 5)).toEqual(['running', 'running']);
});

test('two websites keep their steps apart, and a failed step stays failed when the next begins', () => {
  const events = [stepEvent('fetch', 'failed'), stepEvent('import', 'done'), stepEvent('fetch', 'running', 'Second')];
  const run = events.reduce(afterEvent, startedRun);
  expect(statesOf(run, 0)?.slice(0, 2)).toEqual(['failed', 'done']);
  expect(statesOf(run, 1)?.[0]).toBe('running');
});

test('that cancelling was asked for is not forgotten with the next event', () => {
  const cancelling: RunState = { kind: 'running', websites: [], isCancelling: true };
  expect(afterEvent(cancelling, stepEvent('send', 'running'))).toMatchObject({ isCancelling: true });
});
