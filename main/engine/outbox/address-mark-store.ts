import { AppError } from '../../../shared/errors.ts';
import type { CommandContext } from '../db/context.ts';
import { all, get, type ReadDb, run, type WriteTx } from '../db/database.ts';
import { logAction } from '../logging/log-store.ts';

export type AddressMark = {
  /** In lower case: a mark holds however the address is typed. */
  readonly address: string;
  readonly replyCode: number;
  readonly enhancedCode: string;
  readonly reply: string;
  readonly markedAt: string;
};

/** Notes that a mail server refused an address for good: no mail is tried to it until staff lift the mark (domain.md 9.12). */
export function markAddress(tx: WriteTx, context: CommandContext, mark: Omit<AddressMark, 'markedAt'>): void {
  run(
    tx,
    `INSERT INTO address_mark(address, reply_code, enhanced_code, reply, marked_at)
     VALUES (@address, @replyCode, @enhancedCode, @reply, @now)
     ON CONFLICT DO UPDATE SET reply_code = @replyCode, enhanced_code = @enhancedCode, reply = @reply, marked_at = @now`,
    { ...mark, address: mark.address.toLowerCase(), now: context.now },
  );
}

/** The mark of an address, whatever its case; undefined when it may be mailed. */
export function readAddressMark(db: ReadDb, address: string): AddressMark | undefined {
  return get<AddressMark>(
    db,
    `SELECT address, reply_code AS replyCode, enhanced_code AS enhancedCode, reply, marked_at AS markedAt
     FROM address_mark WHERE address = @address`,
    { address: address.toLowerCase() },
  );
}

/** All marked addresses, latest first. */
export function listAddressMarks(db: ReadDb): readonly AddressMark[] {
  return all<AddressMark>(
    db,
    `SELECT address, reply_code AS replyCode, enhanced_code AS enhancedCode, reply, marked_at AS markedAt
     FROM address_mark ORDER BY marked_at DESC, address`,
  );
}

/** "This address works": the next run tries it again. @throws AppError 'not-found' when it bears no mark */
export function liftAddressMark(tx: WriteTx, context: CommandContext, address: string): void {
  const { changes } = run(tx, 'DELETE FROM address_mark WHERE address = @address', { address: address.toLowerCase() });
  if (changes === 0) throw new AppError('not-found', { what: 'address-mark' });
  logAction(tx, context, { what: 'address-mark-lifted', details: { address } });
}
