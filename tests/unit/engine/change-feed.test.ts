import { beforeEach, expect, test } from 'vitest';
import { ChangeFeed } from '../../../main/engine/change-feed.ts';

let later: (() => void)[] = [];
let told: string[] = [];
let feed: ChangeFeed;
beforeEach(() => {
  later = [];
  told = [];
  feed = new ChangeFeed((work) => later.push(work));
  feed.listen((change) => told.push(change));
});

function letPauseEnd(): void {
  for (const work of later.splice(0)) work();
}

test('the first change is told at once, a hundred more of the same pause as one', () => {
  for (let count = 0; count < 101; count += 1) feed.written();
  expect(told).toEqual(['written']);
  letPauseEnd();
  expect(told).toEqual(['written', 'written']);
  letPauseEnd();
  expect(told).toHaveLength(2);
});

test('that another company is open is told at once', () => {
  feed.written();
  feed.companyChanged();
  expect(told).toEqual(['written', 'company']);
});

test('who stopped listening hears nothing', () => {
  const heard: string[] = [];
  const stop = feed.listen((change) => heard.push(change));
  stop();
  feed.written();
  expect(heard).toEqual([]);
});
