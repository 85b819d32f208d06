import { setTimeout as wait } from 'node:timers/promises';
import { createMyPage } from '../../../my-page/server.ts';
import type { StorePlace } from '../../support/my-page-store.ts';

/**
 * One My page process for two-instances.test.ts: `node instance-process.ts <place of the store> <seed>`. Every commit waits for a
 * random while, so that transactions of both processes cross as badly as they can.
 */
const [place = '', seed = '1'] = process.argv.slice(2);
let state = Number(seed);

/** Park and Miller's generator: the same delays for the same seed. */
function nextDelayMs(): number {
  state = (state * 48_271) % 2_147_483_647;
  return state % 5;
}

const myPage = await createMyPage({ ...(JSON.parse(place) as StorePlace), beforeCommit: () => wait(nextDelayMs()) });
process.send?.({ url: myPage.url });
process.on('disconnect', () => {
  myPage.close().then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
