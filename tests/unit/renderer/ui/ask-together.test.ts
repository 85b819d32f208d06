import { expect, test } from 'vitest';
import { askTogether } from '../../../../renderer/ui/ask-together.ts';

function recorded(most = 10) {
  const asked: (readonly number[])[] = [];
  let flush: (() => void)[] = [];
  const ask = askTogether<number, string>(
    async (keys) => {
      asked.push(keys);
      return new Map(keys.filter((key) => key < 100).map((key) => [key, `order ${key}`]));
    },
    most,
    (work) => flush.push(work),
  );
  const aMomentLater = () => {
    const due = flush;
    flush = [];
    for (const work of due) work();
  };
  return { ask, asked, aMomentLater };
}

test('what is asked for within a moment is one call, each thing once', async () => {
  const { ask, asked, aMomentLater } = recorded();
  const answers = Promise.all([ask(1), ask(2), ask(1)]);
  aMomentLater();
  expect(await answers).toEqual(['order 1', 'order 2', 'order 1']);
  expect(asked).toEqual([[1, 2]]);
});

test('what is asked for later is asked anew', async () => {
  const { ask, asked, aMomentLater } = recorded();
  const first = ask(1);
  aMomentLater();
  const second = ask(1);
  aMomentLater();
  expect([await first, await second]).toEqual(['order 1', 'order 1']);
  expect(asked).toEqual([[1], [1]]);
});

test('no call asks for more than it may', async () => {
  const { ask, asked, aMomentLater } = recorded(2);
  const answers = Promise.all([1, 2, 3].map((key) => ask(key)));
  aMomentLater();
  expect(await answers).toEqual(['order 1', 'order 2', 'order 3']);
  expect(asked).toEqual([[1, 2], [3]]);
});

test('null stands for what is not known', async () => {
  const { ask, aMomentLater } = recorded();
  const answer = ask(100);
  aMomentLater();
  expect(await answer).toBeNull();
});
