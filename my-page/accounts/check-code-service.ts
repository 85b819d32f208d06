import { writeAudit } from '../audit/audit-store.ts';
import type { Site } from '../site/site.ts';
import { findAccount } from './account-store.ts';
import { knownDevice } from './device-cookie.ts';
import { forgetGuesses, takeGuess } from './guess-store.ts';
import { readTypedCode, stepOfCode } from './one-time-code.ts';
import { hashRecoveryCode, readTypedRecoveryCode } from './recovery-codes.ts';
import { readSecondFactor, replaceSealedSecret, spendRecoveryCode, spendStep } from './second-factor-store.ts';

/** What the secret of an account's app is sealed for. */
export function secretPurpose(accountId: string): string {
  return `second-factor:${accountId}`;
}

/** Whose code it is, and the cookie of a browser that has been in the account before. */
export type CodeGiver = { readonly accountId: string; readonly deviceCookie: string | null };
export type CodeOutcome =
  | { readonly kind: 'right' | 'wrong' }
  | { readonly kind: 'too-many-tries'; readonly waitSeconds: number };

/**
 * Looks at a code of the app or a recovery code, whichever was typed, and spends it: each works once. Guesses are counted
 * before the code is looked at, those of browsers that have been here apart: whoever stole the password cannot keep its
 * owner out by guessing codes.
 */
export async function checkCode(site: Site, giver: CodeGiver, typed: string): Promise<CodeOutcome> {
  const { accountId } = giver;
  const key = await guessKey(site, giver);
  const waitSeconds = await site.store.write((tx) => takeGuess(tx, key, site.now()));
  if (waitSeconds > 0) return { kind: 'too-many-tries', waitSeconds };
  const isRight = (await spendAppCode(site, accountId, typed)) || (await spendTypedRecovery(site, accountId, typed));
  await site.store.write(async (tx) => {
    if (isRight) await forgetGuesses(tx, key);
    else await writeAudit(tx, 'code-refused', { at: site.now(), accountId });
  });
  return { kind: isRight ? 'right' : 'wrong' };
}

async function guessKey(site: Site, { accountId, deviceCookie }: CodeGiver): Promise<string> {
  const account = await findAccount(site.store.read, accountId);
  const device = account && knownDevice(deviceCookie, account.email, site.deviceSecret);
  return device === null ? `code-of:${accountId}` : `code-of:${accountId}:${device}`;
}

async function spendAppCode(site: Site, accountId: string, typed: string): Promise<boolean> {
  const code = readTypedCode(typed);
  if (code === null) return false;
  const { secretBox } = site;
  return site.store.write(async (tx) => {
    const factor = await readSecondFactor(tx, accountId);
    if (!factor) return false;
    const secret = secretBox.open(factor.sealedSecret, secretPurpose(accountId));
    if (secret === null) {
      site.log.error({ event: 'second-factor-unreadable' }, 'a secret was sealed with a key that is not set any more');
      return false;
    }
    const step = stepOfCode(secret, code, site.now());
    if (step === null || !(await spendStep(tx, accountId, step))) return false;
    if (!secretBox.isCurrent(factor.sealedSecret)) {
      await replaceSealedSecret(tx, accountId, secretBox.seal(secret, secretPurpose(accountId)));
    }
    return true;
  });
}

async function spendTypedRecovery(site: Site, accountId: string, typed: string): Promise<boolean> {
  const code = readTypedRecoveryCode(typed);
  const factor = code === null ? null : await readSecondFactor(site.store.read, accountId);
  if (code === null || !factor) return false;
  const codeHash = await hashRecoveryCode(code, factor.codeSalt);
  return site.store.write(async (tx) => {
    const isSpent = await spendRecoveryCode(tx, accountId, codeHash);
    if (isSpent) await writeAudit(tx, 'recovery-code-used', { at: site.now(), accountId });
    return isSpent;
  });
}
