import { startBackOrderLedger, startLedger } from './ledger/ledger-service.ts';
import { noteUnfiltered } from './ledger/passed-over-service.ts';
import type { EngineLog } from './logging/engine-log.ts';
import { openKeychain } from './secrets/keychain-client.ts';
import type { Secrets } from './secrets/secrets.ts';
import { EngineSession } from './session.ts';

/** The session of a real engine process, with the parts that reach outside the store. Tests name a clock of their own. */
export function createSession(
  parts: { readonly now?: () => Date; readonly secrets?: Secrets; readonly log?: EngineLog } = {},
): EngineSession {
  const log: EngineLog = parts.log ?? {
    unexpected: (where, error) => console.error('engine:', where, error),
  };
  return new EngineSession({
    secrets: parts.secrets ?? openKeychain(log),
    effects: {
      backOrderMade: (tx, _context, orders) => startBackOrderLedger(tx, orders),
      orderImported: (tx, _context, orderId) => startLedger(tx, orderId),
      rulesChanged: (tx, { today }, website) => noteUnfiltered(tx, { ...website, today }),
    },
    now: parts.now ?? (() => new Date()),
    log,
  });
}
