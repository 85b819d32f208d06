import type { ReadDb, WriteTx } from '../db/store.ts';

/** The second factor of an account. `sealedSecret` is shared with the customer's app. */
export type SecondFactor = {
  readonly sealedSecret: string;
  readonly codeSalt: string;
  /** The latest 30-second step whose code was spent. */
  readonly lastStep: number;
  readonly madeAt: string;
  readonly recoveryCodesLeft: number;
};

export type RecoveryCodeHashes = { readonly salt: string; readonly hashes: readonly string[] };

/** Null where the account has none. */
export async function readSecondFactor(db: ReadDb, accountId: string): Promise<SecondFactor | null> {
  const row = await db.selectFrom('second_factor').selectAll().where('account_id', '=', accountId).executeTakeFirst();
  if (!row) return null;
  const { left } = await db
    .selectFrom('recovery_code')
    .select(({ fn }) => fn.countAll<number>().as('left'))
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow();
  return {
    sealedSecret: row.secret,
    codeSalt: row.code_salt,
    lastStep: row.last_step,
    madeAt: row.made_at,
    recoveryCodesLeft: Number(left),
  };
}

export async function hasSecondFactor(db: ReadDb, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom('second_factor')
    .select('account_id')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Gives an account its second factor; the one it had goes. */
export async function writeSecondFactor(
  tx: WriteTx,
  accountId: string,
  factor: Omit<SecondFactor, 'recoveryCodesLeft' | 'codeSalt'> & { readonly codes: RecoveryCodeHashes },
): Promise<void> {
  await deleteSecondFactor(tx, accountId);
  await tx
    .insertInto('second_factor')
    .values({
      account_id: accountId,
      secret: factor.sealedSecret,
      code_salt: factor.codes.salt,
      last_step: factor.lastStep,
      made_at: factor.madeAt,
    })
    .execute();
  await replaceRecoveryCodes(tx, accountId, factor.codes);
}

/** False when there was none. */
export async function deleteSecondFactor(tx: WriteTx, accountId: string): Promise<boolean> {
  await tx.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
  const { numDeletedRows } = await tx
    .deleteFrom('second_factor')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Spends a step and all before it: of two that try the same code at once, one gets in. */
export async function spendStep(tx: WriteTx, accountId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('second_factor')
    .set({ last_step: step })
    .where('account_id', '=', accountId)
    .where('last_step', '<', step)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function replaceSealedSecret(tx: WriteTx, accountId: string, sealedSecret: string): Promise<void> {
  await tx.updateTable('second_factor').set({ secret: sealedSecret }).where('account_id', '=', accountId).execute();
}

/** The codes from before stop working. */
export async function replaceRecoveryCodes(tx: WriteTx, accountId: string, codes: RecoveryCodeHashes): Promise<void> {
  await tx.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
  await tx.updateTable('second_factor').set({ code_salt: codes.salt }).where('account_id', '=', accountId).execute();
  const rows = codes.hashes.map((code_hash) => ({ account_id: accountId, code_hash }));
  await tx.insertInto('recovery_code').values(rows).execute();
}

/** Of two that try the same code at once, one gets in. */
export async function spendRecoveryCode(tx: WriteTx, accountId: string, codeHash: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('recovery_code')
    .where('account_id', '=', accountId)
    .where('code_hash', '=', codeHash)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
