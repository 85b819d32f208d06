import { publishOrderHistories } from '../../main/engine/my-page/publish-service.ts';
import { connectWebsite } from '../../main/engine/website/website-client.ts';
import { companyOver } from '../../tests/support/web-orders.ts';
import { publishingCompany } from './publishing-company.ts';

/**
 * The sender: the engine's own publishing, from a company file, in a process of its own (needs --expose-gc). Tells what
 * it holds after every batch, and at last what the publishing said of itself.
 */
export type Published = { readonly done: number; readonly memory: NodeJS.MemoryUsage };

const { SITE_ADDRESS = '', SITE_KEY = '' } = process.env;
const db = await publishingCompany();
process.once('message', () => {
  void publish();
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');

async function publish(): Promise<void> {
  const connector = connectWebsite({ siteAddress: SITE_ADDRESS, key: SITE_KEY });
  const report = await publishOrderHistories(companyOver(db), {
    websiteId: 1,
    connector,
    onProgress: (done) => {
      globalThis.gc?.();
      process.send?.({ done, memory: process.memoryUsage() } satisfies Published);
    },
  });
  db.close();
  process.send?.(report);
}
