import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

export type StopTimes = {
  /** How long to go on answering, not ready, until the proxy has noticed. */
  readonly delayMs: number;
  /** How long requests under way may still take. */
  readonly atMostMs: number;
};

/** Stops listening, lets requests under way end, and cuts off those that take too long. */
export async function stopServing(app: FastifyInstance, { delayMs, atMostMs }: StopTimes): Promise<void> {
  if (delayMs > 0) await wait(delayMs);
  const patience = new AbortController();
  const cutOff = wait(atMostMs, undefined, { signal: patience.signal }).then(
    () => app.server.closeAllConnections(),
    () => undefined,
  );
  await app.close();
  patience.abort();
  await cutOff;
}
