import { randomBytes } from 'node:crypto';
import type { Store } from '../db/store.ts';

export type SiteSecretName = 'form' | 'opt-out' | 'secret-box' | 'device';

/** The site's secret of that name, made at the first question; the same for every process on the store. */
export async function siteSecret(store: Store, name: SiteSecretName): Promise<string> {
  return store.write(async (tx) => {
    await tx
      .insertInto('site_secret')
      .values({ name, value: randomBytes(32).toString('base64url') })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const { value } = await tx
      .selectFrom('site_secret')
      .select('value')
      .where('name', '=', name)
      .executeTakeFirstOrThrow();
    return value;
  });
}
