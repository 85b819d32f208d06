import { focusManager, type QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { freshnessOf, makeQueryClient } from '../../../../renderer/ui/queries.ts';

let client: QueryClient;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  client = makeQueryClient();
  client.mount();
});

afterEach(() => {
  client.clear();
  client.unmount();
  focusManager.setFocused(undefined);
  vi.useRealTimers();
});

test('what is read is read again when the window is come back to', async () => {
  const { reads } = await shown({});

  await comeBack();

  expect(reads()).toBe(2);
});

test('what is read once is not read again by a change or when the window is come back to, only when it is shown again', async () => {
  const first = await shown({ readOnce: true });

  await comeBack();
  await client.invalidateQueries();
  expect(first.reads()).toBe(1);

  first.close();
  await vi.waitUntil(() => client.getQueryCache().getAll().length === 0);
  expect((await shown({ readOnce: true })).reads()).toBe(1);
});

/** Shows what is read, once it is there. */
async function shown(options: Parameters<typeof freshnessOf>[0]) {
  const read = vi.fn(() => Promise.resolve('an answer'));
  const observer = new QueryObserver(client, { queryKey: ['shown'], queryFn: read, ...freshnessOf(options) });
  const close = observer.subscribe(() => {});
  await vi.waitUntil(() => observer.getCurrentResult().isSuccess && !observer.getCurrentResult().isFetching);
  return { close, reads: () => read.mock.calls.length };
}

async function comeBack(): Promise<void> {
  vi.setSystemTime(Date.now() + 60_000);
  focusManager.setFocused(false);
  focusManager.setFocused(true);
  await vi.waitUntil(() => client.isFetching() === 0);
}
