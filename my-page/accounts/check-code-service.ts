import { writeAudit } from '../audit/audit-store.ts';
import type { Site } from '../site/site.ts';
import { readTypedCode, stepOfCode } from './one-time-code.ts';
import { hashRecoveryCode, readTypedRecoveryCode } from './recovery-codes.ts';
import { readSecondFactor, replaceSealedSecret, spendRecoveryCode, spendStep } from './second-factor-store.ts';
import { type Allowance, resetTries, takeTry } from './throttle-store.ts';

/** Three of a million codes fit at a time; only who knows the password gets to guess at all. */
const perAccount: Allowance = { tries: 10, withinMinutes: 15 };

/** What the secret of an account's app is sealed for. */
export function secretPurpose(accountId: string): string {
  return `second-factor:${accountId}`;
}

/**
 * Looks at a code of the app or a recovery code, whichever was typed, and spends it: each works once. Tries are counted
 * before the code is looked at.
 */
export async function checkCode(
  site: Site,
  accountId: string,
  typed: string,
): Promise<'right' | 'wrong' | 'too-many-tries'> {
  const key = `code-of:${accountId}`;
  if (!(await site.store.write((tx) => takeTry(tx, key, perAccount, site.now())))) return 'too-many-tries';
  const isRight = (await spendAppCode(site, accountId, typed)) || (await spendTypedRecovery(site, accountId, typed));
  await site.store.write(async (tx) => {
    if (isRight) await resetTries(tx, key);
    else await writeAudit(tx, 'code-refused', { at: site.now(), accountId });
  });
  return isRight ? 'right' : 'wrong';
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
