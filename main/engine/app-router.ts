import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import packageDescription from '../../package.json' with { type: 'json' };
import type { EngineChange } from '../../shared/bridge.ts';
import { isTrackingUrl } from './orders/tracking-url.ts';
import { listCarriers } from './settings/carrier-store.ts';
import { procedure, router } from './trpc.ts';
import { EventQueue } from './website-data/event-queue.ts';

/** About the engine itself: which version answers, and a sign of life. */
export const appProcedures = router({
  version: procedure.query(() => ({
    orderbud: packageDescription.version,
    node: process.versions.node,
    pid: process.pid,
  })),

  /** Whether the program itself offers an address: that of a parcel, or the page at which a mailbox signs in just now. */
  offers: procedure
    .input(z.object({ address: z.string().max(4000) }))
    .query(({ ctx: { session }, input: { address } }) => {
      if (session.signInPages.has(address)) return true;
      if (!session.isOpen()) return false;
      return listCarriers(session.company().db).some(
        (carrier) => carrier.trackingUrl !== '' && isTrackingUrl(carrier.trackingUrl, address),
      );
    }),

  /** Whatever a window shows and somebody changes, told until the caller lets go. */
  changes: procedure.subscription(async function* ({ ctx, signal }): AsyncGenerator<EngineChange> {
    const queue = new EventQueue<EngineChange>();
    const stopListening = ctx.session.changes.listen((change) => queue.push(change));
    signal?.addEventListener('abort', () => queue.end());
    try {
      yield* queue;
    } finally {
      stopListening();
    }
  }),

  /** Counts 1, 2, 3, ... at a steady pace until the caller lets go or `count` is reached. */
  ping: procedure
    .input(z.object({ intervalMs: z.number().int().min(10).max(60_000), count: z.number().int().min(1).max(1000) }))
    .subscription(async function* ({ input, signal }) {
      for (let number = 1; number <= input.count; number += 1) {
        if (signal?.aborted) return;
        yield { number };
        if (number < input.count) await wait(input.intervalMs, undefined, signal ? { signal } : {});
      }
    }),
});
