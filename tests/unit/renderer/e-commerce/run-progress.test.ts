import { expect, test } from 'vitest';
import { afterEvent, type RunState, startedRun } from '../../../../renderer/e-commerce/run-progress.ts';
import { type RunEvent, type RunStep, runSteps } from '../../../../shared/website-data.ts';

function stepEvent(step: RunStep, state: 'running' | 'done' | 'failed', websiteName = 'Shop', done = 0): RunEvent {
  return { kind: 'step', websiteName, step, state, done, of: 10, etaMs: null };
}

const steps: readonly RunStep[] = ['fetch', 'import', 'find-changes', 'publish', 'send', 'update-website'];
const begun = (websiteName = 'Shop'): RunEvent => ({ kind: 'website', websiteName, steps });

function statesOf(run: RunState, website: number) {
  if (run.kind !== 'running') throw new Error('The run is not running');
  return run.websites[website]?.steps.map(({ state }) => state);
}

test('a website brings all the steps it takes before its first one begins, so that the list does not grow while one looks', () => {
  const run = [begun(), stepEvent('fetch', 'running')].reduce(afterEvent, startedRun);
  expect(statesOf(run, 0)).toEqual(['running', 'to-come', 'to-come', 'to-come', 'to-come', 'to-come']);
});

test('a website with a box for mails that come back takes one step more', () => {
  const event: RunEvent = { kind: 'website', websiteName: 'Shop', steps: runSteps };
  const run = afterEvent(afterEvent(startedRun, event), stepEvent('read-returns', 'running', 'Shop', 3));
  expect(run).toMatchObject({ websites: [{ steps: { 1: { step: 'read-returns', state: 'running', done: 3 } } }] });
});

test('sending can run beside publishing', () => {
  const events = [begun(), stepEvent('publish', 'running'), stepEvent('send', 'running')];
  const run = events.reduce(afterEvent, startedRun);
  expect(statesOf(run, 0)?.slice(3, 5)).toEqual(['running', 'running']);
});

test('two websites keep their steps apart, and a failed step stays failed when the next begins', () => {
  const first = [begun(), stepEvent('fetch', 'failed'), stepEvent('import', 'done')];
  const events = [...first, begun('Second'), stepEvent('fetch', 'running', 'Second')];
  const run = events.reduce(afterEvent, startedRun);
  expect(statesOf(run, 0)?.slice(0, 2)).toEqual(['failed', 'done']);
  expect(statesOf(run, 1)?.[0]).toBe('running');
});

test('that cancelling was asked for is not forgotten with the next event', () => {
  const cancelling: RunState = { kind: 'running', websites: [], isCancelling: true };
  expect(afterEvent(cancelling, stepEvent('send', 'running'))).toMatchObject({ isCancelling: true });
});
