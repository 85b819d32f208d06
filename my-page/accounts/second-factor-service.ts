import { writeAudit } from '../audit/audit-store.ts';
import type { WriteTx } from '../db/store.ts';
import type { Site } from '../site/site.ts';
import { minutesAfter } from '../site/time.ts';
import { findAccountByEmail } from './account-store.ts';
import { confirmPassword } from './change-password-service.ts';
import { type CodeGiver, checkCode, secretPurpose } from './check-code-service.ts';
import { deleteChallengesOf } from './log-in-challenge-store.ts';
import { newCodeSecret, readTypedCode, stepOfCode } from './one-time-code.ts';
import type { PasswordCheck } from './passwords.ts';
import { hashRecoveryCode, newCodeSalt, newRecoveryCodes, readTypedRecoveryCode } from './recovery-codes.ts';
import { findOffer, takeOffer, writeOffer } from './second-factor-offer-store.ts';
import {
  deleteSecondFactor,
  hasSecondFactor,
  type RecoveryCodeHashes,
  replaceRecoveryCodes,
  writeSecondFactor,
} from './second-factor-store.ts';
import { deleteSessionsOf } from './session-store.ts';

const offerMinutes = 10;

/** An account in one of its sessions. */
export type Member = { readonly accountId: string; readonly sessionToken: string };
/** Who can show all that the account asks of its owner. */
export type OwnerProof = CodeGiver & { readonly password: string; readonly code: string };
export type ProofFault = 'wrong-password' | 'wrong-code' | 'too-many-tries';

/** Offers a new secret to this session; what it was offered before goes. The password was asked just before. */
export async function offerSecondFactor(site: Site, { accountId, sessionToken }: Member): Promise<void> {
  const sealedSecret = site.secretBox.seal(newCodeSecret(), secretPurpose(accountId));
  const expiresAt = minutesAfter(site.now(), offerMinutes);
  await site.store.write((tx) => writeOffer(tx, sessionToken, { sealedSecret, expiresAt }));
}

/** The secret this session was offered and may still confirm; null once it is too old. */
export async function readOfferedSecret(site: Site, { accountId, sessionToken }: Member): Promise<string | null> {
  const sealed = await findOffer(site.store.read, sessionToken, site.now().toISOString());
  return sealed === null ? null : site.secretBox.open(sealed, secretPurpose(accountId));
}

export type TurnOnOutcome =
  | { readonly kind: 'on'; readonly recoveryCodes: readonly string[] }
  | { readonly kind: 'wrong-code' | 'too-late' };

/**
 * Turns the second factor on once a first code proves that the customer's app has the secret. Every session ends (the
 * caller opens a new one for this browser). An account that has one keeps it: changing it takes turning it off.
 */
export async function turnOnSecondFactor(site: Site, member: Member, typed: string): Promise<TurnOnOutcome> {
  const { accountId, sessionToken } = member;
  const secret = await readOfferedSecret(site, member);
  if (secret === null) return { kind: 'too-late' };
  const code = readTypedCode(typed);
  const step = code === null ? null : stepOfCode(secret, code, site.now());
  if (step === null) return { kind: 'wrong-code' };
  const { codes, shown } = await makeRecoveryCodes();
  const isOn = await site.store.write(async (tx) => {
    if (!(await takeOffer(tx, sessionToken)) || (await hasSecondFactor(tx, accountId))) return false;
    const sealedSecret = site.secretBox.seal(secret, secretPurpose(accountId));
    await writeSecondFactor(tx, accountId, { sealedSecret, codes, lastStep: step, madeAt: site.now().toISOString() });
    await endLogIns(tx, accountId);
    await writeAudit(tx, 'second-factor-on', { at: site.now(), accountId });
    return true;
  });
  return isOn ? { kind: 'on', recoveryCodes: shown } : { kind: 'too-late' };
}

/** Turns it off for whoever has password and code. Every session ends. */
export async function turnOffSecondFactor(
  site: Site,
  check: PasswordCheck,
  proof: OwnerProof,
): Promise<'off' | ProofFault> {
  const fault = await faultOfProof(site, check, proof);
  if (fault !== null) return fault;
  const { accountId } = proof;
  await site.store.write(async (tx) => {
    await deleteSecondFactor(tx, accountId);
    await endLogIns(tx, accountId);
    await writeAudit(tx, 'second-factor-off', { at: site.now(), accountId });
  });
  return 'off';
}

/** Makes new recovery codes for whoever has password and code; those from before stop working, every session ends. */
export async function renewRecoveryCodes(
  site: Site,
  check: PasswordCheck,
  proof: OwnerProof,
): Promise<{ readonly kind: 'made'; readonly recoveryCodes: readonly string[] } | { readonly kind: ProofFault }> {
  const fault = await faultOfProof(site, check, proof);
  if (fault !== null) return { kind: fault };
  const { accountId } = proof;
  const { codes, shown } = await makeRecoveryCodes();
  await site.store.write(async (tx) => {
    await replaceRecoveryCodes(tx, accountId, codes);
    await endLogIns(tx, accountId);
    await writeAudit(tx, 'recovery-codes-made', { at: site.now(), accountId });
  });
  return { kind: 'made', recoveryCodes: shown };
}

/** For the owner of the site, when a customer has lost phone and recovery codes. The account is logged out everywhere. */
export async function removeSecondFactor(
  site: Pick<Site, 'store' | 'now'>,
  email: string,
): Promise<'removed' | 'has-none' | 'no-account'> {
  return site.store.write(async (tx) => {
    const account = await findAccountByEmail(tx, email);
    if (!account) return 'no-account';
    if (!(await deleteSecondFactor(tx, account.id))) return 'has-none';
    await endLogIns(tx, account.id);
    await writeAudit(tx, 'second-factor-removed', { at: site.now(), accountId: account.id });
    return 'removed';
  });
}

async function faultOfProof(site: Site, check: PasswordCheck, proof: OwnerProof): Promise<ProofFault | null> {
  const password = await confirmPassword(site, check, proof);
  if (password !== 'right') return password === 'wrong' ? 'wrong-password' : password;
  const { kind } = await checkCode(site, proof, proof.code);
  if (kind === 'right') return null;
  return kind === 'wrong' ? 'wrong-code' : kind;
}

async function endLogIns(tx: WriteTx, accountId: string): Promise<void> {
  await deleteSessionsOf(tx, accountId);
  await deleteChallengesOf(tx, accountId);
}

async function makeRecoveryCodes(): Promise<{ codes: RecoveryCodeHashes; shown: readonly string[] }> {
  const salt = newCodeSalt();
  const shown = newRecoveryCodes();
  const hashes: string[] = [];
  // One after the other: no customer takes more than one place of those who hash.
  for (const code of shown) hashes.push(await hashRecoveryCode(readTypedRecoveryCode(code) ?? code, salt));
  return { codes: { salt, hashes }, shown };
}
