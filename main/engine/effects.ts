import type { RuleSettings } from '../../shared/change.ts';
import type { CommandContext } from './db/context.ts';
import type { WriteTx } from './db/database.ts';

/**
 * What lower folders must set in motion above them without importing upwards; the session passes the real ones.
 * All run inside the transaction that calls them.
 */
export type Effects = {
  /** A back order was made: its ledger starts from its parent's baselines (domain.md 9.5). */
  readonly backOrderMade: (
    tx: WriteTx,
    context: CommandContext,
    orders: { readonly parentOrderId: number; readonly backOrderId: number },
  ) => void;
  /** A webshop order was imported: first sight sets all baselines silently (domain.md 9.4). */
  readonly orderImported: (tx: WriteTx, context: CommandContext, orderId: number) => void;
  /** Rules of a website or their options were changed: what a run passed over is not told as old news (domain.md 9.2). */
  readonly rulesChanged: (
    tx: WriteTx,
    context: CommandContext,
    website: { readonly websiteId: number; readonly before: RuleSettings; readonly after: RuleSettings },
  ) => void;
};
