import type { Store } from '../../my-page/db/store.ts';
import { createMyPage, type MyPage, type MyPageOptions } from '../../my-page/server.ts';
import { conformanceFaults, type RecordedCall } from './api-document.ts';
import { makeStorePlace, openStoreAt, type StorePlace } from './my-page-store.ts';

/** The moment at which test sites stand still unless a test moves their clock. */
export const siteNow = new Date('2026-03-03T09:12:00.000Z');

/** A clock that a test moves; it never moves by itself. */
export type TestClock = { readonly now: () => Date; readonly forward: (step: { readonly minutes: number }) => void };

export function makeClock(start = siteNow): TestClock {
  let at = start.getTime();
  return {
    now: () => new Date(at),
    forward: ({ minutes }) => {
      at += minutes * 60_000;
    },
  };
}

/** A running My page on a store of its own, with a key of each scope. */
export type TestMyPage = MyPage & {
  readonly desktopKey: string;
  readonly storefrontKey: string;
  /** Where its store is; `openTestStore` opens it beside the server. */
  readonly place: StorePlace;
};

/** Starts My page on loopback over a new store, on the database that this run is about; `close` removes it. */
export async function startMyPage(options: MyPageOptions = {}): Promise<TestMyPage> {
  const { place, remove } = await makeStorePlace();
  const myPage = await createMyPage({ clock: () => siteNow, databaseConnections: 5, ...options, ...place });
  return {
    ...myPage,
    place,
    desktopKey: await myPage.createApiKey('desktop'),
    storefrontKey: await myPage.createApiKey('storefront'),
    close: async () => {
      await myPage.close();
      await remove();
    },
  };
}

/** Opens the store of a running My page beside it; the caller closes it. */
export function openTestStore({ place }: TestMyPage, now: () => Date = () => siteNow): Promise<Store> {
  return openStoreAt(place, now);
}

export type ApiCall = {
  readonly key: string;
  readonly method?: 'GET' | 'PUT' | 'POST';
  /** Below /api/v1. */
  readonly path: string;
  /** Sent as JSON, bytes as they are. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};
export type ApiReply = { readonly status: number; readonly body: unknown; readonly headers: Headers };

/** Hears of every call that `callApi` makes. */
export const apiListeners = new Set<(call: RecordedCall) => void>();

/** One call of the API over HTTP. @throws Error when it, or its answer, is not as the OpenAPI document says */
export async function callApi(myPage: { readonly url: string }, call: ApiCall): Promise<ApiReply> {
  const hasBody = call.body !== undefined;
  const method = call.method ?? 'GET';
  const response = await fetch(`${myPage.url}/api/v1${call.path}`, {
    method,
    headers: {
      authorization: `Bearer ${call.key}`,
      ...(hasBody && { 'content-type': 'application/json' }),
      ...call.headers,
    },
    ...(hasBody && { body: call.body instanceof Uint8Array ? new Uint8Array(call.body) : JSON.stringify(call.body) }),
  });
  const text = await response.text();
  const reply = { status: response.status, body: text === '' ? null : JSON.parse(text), headers: response.headers };
  const recorded = { method, path: call.path, requestBody: call.body, ...reply };
  const faults = conformanceFaults(recorded);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  for (const listener of apiListeners) listener(recorded);
  return reply;
}
