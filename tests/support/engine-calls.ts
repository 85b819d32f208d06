import type { Page } from '@playwright/test';
import type { EngineState, RpcCall, RpcOutcome, RpcSubscriptionEvent } from '../../shared/bridge.ts';

export interface EngineVersion {
  readonly orderbud: string;
  readonly node: string;
  readonly pid: number;
}

/** Asks the engine through the window's bridge, as the window itself does. Numbers start high, not to meet the window's own. */
export async function callEngine(
  page: Page,
  path: string,
  input?: unknown,
  type: RpcCall['type'] = 'query',
): Promise<RpcOutcome> {
  return page.evaluate(
    ({ path, input, type }) => {
      const id = 1_000_000 + Math.floor(Math.random() * 1_000_000_000);
      return window.orderbud.call({ id, type, path, input });
    },
    { path, input, type },
  );
}

/** The engine's version and process id. @throws Error when the call fails */
export async function engineVersion(page: Page): Promise<EngineVersion> {
  const outcome = await callEngine(page, 'app.version');
  if (outcome.kind === 'error') throw new Error(outcome.error.message);
  return outcome.data as EngineVersion;
}

export interface Ping {
  readonly intervalMs: number;
  readonly count: number;
}

/** Starts to listen to `app.ping`; `pingEvents` tells what has come so far. */
export async function startPing(page: Page, ping: Ping): Promise<void> {
  await page.evaluate((input) => {
    const events: RpcSubscriptionEvent[] = [];
    Object.assign(window, { pingEvents: events });
    const id = 1_000_000 + Math.floor(Math.random() * 1_000_000_000);
    window.orderbud.subscribe({ id, path: 'app.ping', input }, (event) => events.push(event));
  }, ping);
}

export async function pingEvents(page: Page): Promise<readonly RpcSubscriptionEvent[]> {
  return page.evaluate(() => Reflect.get(window, 'pingEvents') as readonly RpcSubscriptionEvent[]);
}

/** Collects the engine's states from now on; read them with `engineStates`. */
export async function watchEngineStates(page: Page): Promise<void> {
  await page.evaluate(() => {
    const states: EngineState[] = [];
    Object.assign(window, { engineStates: states });
    window.orderbud.onEngineState((state) => states.push(state));
  });
}

export async function engineStates(page: Page): Promise<readonly EngineState[]> {
  return page.evaluate(() => Reflect.get(window, 'engineStates') as readonly EngineState[]);
}
