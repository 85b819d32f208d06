import { describe, expect, test } from 'vitest';
import { BusyError, makeWorkQueue } from '../../../my-page/accounts/work-queue.ts';

/** Work that ends when the test says so. */
function makeWork() {
  const begun: number[] = [];
  const ends = new Map<number, () => void>();
  const work = (number: number) => (): Promise<number> => {
    begun.push(number);
    return new Promise((resolve) => ends.set(number, () => resolve(number)));
  };
  return { begun, work, end: (number: number) => ends.get(number)?.() };
}

describe('costly work', () => {
  test('runs so many at once, the others in the order they came, and refuses what is too much at once', async () => {
    const { begun, work, end } = makeWork();
    const run = makeWorkQueue({ atOnce: 2, waiting: 2 });
    const results = [1, 2, 3, 4].map((number) => run(work(number)));
    await expect(run(work(5))).rejects.toThrow(BusyError);
    expect(begun).toEqual([1, 2]);
    end(2);
    await results[1];
    await expect.poll(() => begun).toEqual([1, 2, 3]);
    const sixth = run(work(6));
    await expect(run(work(7))).rejects.toThrow(BusyError);
    for (const number of [1, 3]) end(number);
    await expect.poll(() => begun).toEqual([1, 2, 3, 4, 6]);
    for (const number of [4, 6]) end(number);
    expect(await Promise.all([...results, sixth])).toEqual([1, 2, 3, 4, 6]);
  });

  test('that fails gives its place back and fails for its own caller only', async () => {
    const run = makeWorkQueue({ atOnce: 1, waiting: 1 });
    const failing = run(() => Promise.reject(new Error('no')));
    const next = run(async () => 'done');
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('done');
    expect(await run(async () => 'again')).toBe('again');
  });
});
