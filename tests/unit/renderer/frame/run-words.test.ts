import { expect, test } from 'vitest';
import { lastRunText, myPageText, needsDecisionText } from '../../../../renderer/frame/run-words.ts';
import type { Overview } from '../../../../shared/website-data.ts';

const now = new Date('2026-03-03T12:00:00');
const never: Overview = {
  lastRun: null,
  isRunning: false,
  toBeTold: 0,
  uncertain: 0,
  waiting: 0,
  refused: 0,
  waitingEnquiries: 0,
  toBePublished: 0,
  websites: [],
};
const lastRun = {
  runId: 1,
  startedAt: '',
  finishedAt: new Date('2026-03-03T09:12:00').toISOString(),
  who: '',
  websites: [],
};

test('beside the button stands when it last ran and how many customers would be told', () => {
  expect(lastRunText({ ...never, lastRun, toBeTold: 7 }, now)).toBe('last run 09:12 – 7 customers would be told');
  expect(lastRunText({ ...never, toBeTold: 1 }, now)).toBe('never run – 1 customer would be told');
  expect(lastRunText({ ...never, isRunning: true }, now)).toBe('running');
});

test('My page is up to date only when nothing waits to be published', () => {
  expect(myPageText({ ...never, lastRun }, now)).toBe('My page: up to date 09:12');
  expect(myPageText({ ...never, lastRun, toBePublished: 2 }, now)).toBe('My page: 2 orders to be published');
  expect(myPageText(never, now)).toBe('My page: nothing published yet');
});

test('uncertain mails ask for a decision', () => {
  expect(needsDecisionText(never)).toBeNull();
  expect(needsDecisionText({ ...never, uncertain: 1 })).toBe('1 mail needs a decision');
  expect(needsDecisionText({ ...never, uncertain: 2 })).toBe('2 mails need a decision');
});
