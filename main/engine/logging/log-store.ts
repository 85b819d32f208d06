import type { CommandContext } from '../db/context.ts';
import { run, type WriteTx } from '../db/database.ts';

/** Notes who did what and when (domain.md 9.23). `details` holds plain values, never a secret. */
export function logAction(
  tx: WriteTx,
  context: CommandContext,
  entry: { readonly what: string; readonly orderId?: number; readonly details?: Readonly<Record<string, unknown>> },
): void {
  run(tx, 'INSERT INTO log_entry(at, who, what, order_id, details) VALUES (@now, @who, @what, @orderId, @details)', {
    now: context.now,
    who: context.who,
    what: entry.what,
    orderId: entry.orderId ?? null,
    details: JSON.stringify(entry.details ?? {}),
  });
}
