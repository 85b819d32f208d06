import type { OrderbudBridge } from '../../shared/bridge.ts';

declare global {
  interface Window {
    /** Put there by the preload script before any of our code runs. */
    readonly orderbud: OrderbudBridge;
  }
}

/** Everything this window can reach outside itself. */
export const bridge: OrderbudBridge = window.orderbud;

/** What only the shell can do: file dialogs, printing, the browser. */
export const shell = bridge.shell;
