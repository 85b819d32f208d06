import { openKeychain } from '../../main/engine/secrets/keychain-client.ts';
import { websiteKeyAccount } from '../../main/engine/website/website-key.ts';
import { openE2eShop } from '../../tests/support/e2e-shop.ts';
import { startNameServer } from '../../tests/support/name-server.ts';
import { afterRunScenes } from './after-run-scenes.ts';
import { companyFileScenes, newComputerScenes } from './company-file-scenes.ts';
import { comparisonScenes } from './comparison-scenes.ts';
import { eCommerceScenes } from './e-commerce-scenes.ts';
import { newCompanyScenes } from './new-company-scenes.ts';
import { orderScenes } from './order-scenes.ts';
import { purchaseScenes } from './purchase-scenes.ts';
import { registerScenes } from './register-scenes.ts';
import type { Tour } from './scene.ts';
import { settingsScenes } from './settings-scenes.ts';
import { warehouseScenes } from './warehouse-scenes.ts';

/** What the demo's sender publishes, as it is in many a shop: a signature, and no policy. */
const demoZone = {
  'fjellogfritid.example': { TXT: ['v=spf1 include:spf.host.example ~all'] },
  'spf.host.example': { TXT: ['v=spf1 ip4:192.0.2.0/24 -all'] },
  'key1._domainkey.fjellogfritid.example': {
    TXT: [`v=DKIM1; k=ed25519; p=${Buffer.alloc(32, 7).toString('base64')}`],
  },
};

/** Every walk through the program: a new company, a day in the demo company, a shop whose mails go wrong, a new computer. */
export const tours: readonly Tour[] = [
  {
    scenes: newCompanyScenes,
    prepare: async (folder) => ({ folder, start: {} }),
  },
  {
    scenes: [
      ...orderScenes,
      ...warehouseScenes,
      ...purchaseScenes,
      ...registerScenes,
      ...settingsScenes,
      ...eCommerceScenes,
      ...afterRunScenes,
    ],
    prepare: async (folder) => {
      const names = await startNameServer(demoZone);
      return { folder, start: { args: ['--demo'], env: { ORDERBUD_TEST_DNS: names.server } }, close: names.close };
    },
  },
  {
    scenes: [...comparisonScenes, ...companyFileScenes],
    prepare: async (folder) => {
      const shop = await openE2eShop({ approval: 'manual' });
      return { folder, shop, start: { args: [shop.companyPath] }, close: shop.close };
    },
  },
  {
    scenes: newComputerScenes,
    prepare: async (folder) => {
      const shop = await openE2eShop();
      await openKeychain().delete(websiteKeyAccount(shop.websitePublicId));
      await openKeychain().delete(shop.smtpAccount);
      return { folder, shop, start: { args: [shop.companyPath] }, close: shop.close };
    },
  },
];
