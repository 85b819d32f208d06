import type { Store } from '../../my-page/db/store.ts';
import { createMyPage, type MyPage, type MyPageOptions } from '../../my-page/server.ts';
import { makeReadyStorePlace, openStoreAt, type StorePlace } from './my-page-store.ts';

import { siteNow } from './test-clock.ts';

export { type ApiCall, type ApiReply, apiListeners, callApi } from './call-api.ts';
export { makeClock, siteNow, type TestClock } from './test-clock.ts';

/** A running My page on a store of its own, with a key of each scope. */
export type TestMyPage = MyPage & {
  readonly desktopKey: string;
  readonly storefrontKey: string;
  /** Where its store is; `openTestStore` opens it beside the server. */
  readonly place: StorePlace;
};

/** Starts My page on loopback over a new store, on the database that this run is about; `close` removes it. */
export async function startMyPage(options: MyPageOptions = {}): Promise<TestMyPage> {
  const { place, remove } = await makeReadyStorePlace();
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
