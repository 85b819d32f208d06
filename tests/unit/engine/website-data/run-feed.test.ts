import { expect, test } from 'vitest';
import { RunFeed } from '../../../../main/engine/website-data/run-feed.ts';
import { afterNews, type RunState } from '../../../../renderer/e-commerce/run-progress.ts';
import type { RunEvent, RunNews, RunStep } from '../../../../shared/website-data.ts';

function at(step: RunStep, done: number): RunEvent {
  return { kind: 'step', websiteName: 'Fjell', step, state: 'running', done, of: 10, etaMs: null };
}

function heardBy(feed: RunFeed): RunNews[] {
  const heard: RunNews[] = [];
  feed.listen((news) => heard.push(news));
  return heard;
}

test('a window that opens in the middle of a run sees every step where it is', () => {
  const feed = new RunFeed();
  feed.started();
  for (const done of [1, 2, 3]) feed.event(at('fetch', done));
  feed.event(at('import', 7));
  expect(heardBy(feed)).toEqual([
    { kind: 'started' },
    { kind: 'event', event: at('fetch', 3) },
    { kind: 'event', event: at('import', 7) },
  ]);
});

test('and which steps each website takes', () => {
  const feed = new RunFeed();
  feed.started();
  const websites = ['Fjell', 'Fjord'].map(
    (websiteName): RunEvent => ({ kind: 'website', websiteName, steps: ['fetch'] }),
  );
  for (const event of websites) feed.event(event);
  expect(heardBy(feed).slice(1)).toEqual(websites.map((event) => ({ kind: 'event', event })));
});

test('after the run a new window hears nothing of it', () => {
  const feed = new RunFeed();
  const early = heardBy(feed);
  feed.started();
  feed.ended();
  expect(early).toEqual([{ kind: 'started' }, { kind: 'ended' }]);
  expect(heardBy(feed)).toEqual([]);
});

test('a run of another window shows like one’s own, and its end without a report leaves nothing running', () => {
  let state: RunState = { kind: 'idle' };
  const hear = (news: RunNews) => {
    state = afterNews(state, news);
    return state.kind;
  };
  expect(hear({ kind: 'started' })).toBe('running');
  expect(hear({ kind: 'event', event: at('fetch', 1) })).toBe('running');
  expect(hear({ kind: 'ended' })).toBe('idle');
});
