import { AppError } from '../../../shared/errors.ts';
import type { MissingSecrets } from '../../../shared/website-data.ts';
import { readReturnBoxSettings } from '../outbox/return-box-store.ts';
import { readSendSettings } from '../outbox/send-settings-store.ts';
import type { EngineSession } from '../session.ts';
import { websiteKeyAccount } from '../website/website-key.ts';
import { listWebsites, type WebsiteForRun } from './website-store.ts';

/** Which passwords and keys a run would look for in vain, so that the window says so before Start. */
export async function findMissingSecrets(session: EngineSession): Promise<MissingSecrets> {
  const websites = listWebsites(session.company().db);
  try {
    const missing = await Promise.all(
      websites.map(async (website) => ({ websiteId: website.id, missing: await missingOf(session, website) })),
    );
    return { isKeychainThere: true, websites: missing.filter((entry) => entry.missing.length > 0) };
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'keychain-unavailable')) throw error;
    return { isKeychainThere: false, websites: [] };
  }
}

async function missingOf(
  session: EngineSession,
  website: WebsiteForRun,
): Promise<MissingSecrets['websites'][number]['missing']> {
  const { db } = session.company();
  const { smtp, auth, accounts } = readSendSettings(db, website.id);
  const isSignIn = auth === 'oauth2';
  const account = isSignIn ? accounts.refreshToken : accounts.password;
  const isLoginMissing = (isSignIn || smtp.user !== '') && !(await session.secrets.get(account));
  const returnBox = readReturnBoxSettings(db, website.id);
  const isBoxPasswordMissing =
    returnBox !== undefined && returnBox.settings.user !== '' && !(await session.secrets.get(returnBox.secretAccount));
  const isKeyMissing = website.myPageUrl !== '' && !(await session.secrets.get(websiteKeyAccount(website.publicId)));
  return [
    ...(isLoginMissing ? [isSignIn ? ('mail-sign-in' as const) : ('mail-password' as const)] : []),
    ...(isBoxPasswordMissing ? (['return-box-password'] as const) : []),
    ...(isKeyMissing ? (['website-key'] as const) : []),
  ];
}
