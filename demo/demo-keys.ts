import { randomBytes } from 'node:crypto';
import { smtpSecretAccount } from '../main/engine/outbox/send-settings-store.ts';
import type { Secrets } from '../main/engine/secrets/secrets.ts';
import { websiteKeyAccount } from '../main/engine/website/website-key.ts';
import type { MyPage } from '../my-page/server.ts';

/** What the demo's parts log in to each other with; kept by the keychain and nowhere else. */
export type DemoKeys = { readonly desktop: string; readonly storefront: string; readonly smtpPassword: string };

const storefrontKeyAccount = (websitePublicId: string) => `storefront-key:${websitePublicId}`;

/**
 * The keys of earlier starts, or new ones where there are none or My page does not know them.
 * @throws AppError 'keychain-unavailable'
 */
export async function readyKeys(secrets: Secrets, websitePublicId: string, myPage: MyPage): Promise<DemoKeys> {
  const ready = async (account: string, isGood: (secret: string) => Promise<boolean>, make: () => Promise<string>) => {
    const kept = await secrets.get(account);
    if (kept !== null && (await isGood(kept))) return kept;
    const made = await make();
    await secrets.set(account, made);
    return made;
  };
  const opens = (path: string) => async (key: string) => {
    const response = await fetch(`${myPage.url}/api/v1/${path}`, { headers: { authorization: `Bearer ${key}` } });
    await response.arrayBuffer();
    return response.ok;
  };
  return {
    desktop: await ready(websiteKeyAccount(websitePublicId), opens('opt-out-secret'), () =>
      myPage.createApiKey('desktop'),
    ),
    storefront: await ready(storefrontKeyAccount(websitePublicId), opens('products'), () =>
      myPage.createApiKey('storefront'),
    ),
    smtpPassword: await readySmtpPassword(secrets, websitePublicId),
  };
}

/** The password of the mail catcher, made at the first question. @throws AppError 'keychain-unavailable' */
export async function readySmtpPassword(secrets: Secrets, websitePublicId: string): Promise<string> {
  const account = smtpSecretAccount(websitePublicId);
  const kept = await secrets.get(account);
  if (kept !== null) return kept;
  const made = randomBytes(24).toString('base64url');
  await secrets.set(account, made);
  return made;
}

/** Takes everything out of the keychain again: for a demo company that is thrown away. */
export async function forgetKeys(secrets: Secrets, websitePublicId: string): Promise<void> {
  const smtp = smtpSecretAccount(websitePublicId);
  for (const account of [websiteKeyAccount(websitePublicId), storefrontKeyAccount(websitePublicId), smtp]) {
    await secrets.delete(account);
  }
}
