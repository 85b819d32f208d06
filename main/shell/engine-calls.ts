import type {
  ChosenPath,
  EngineMessage,
  EngineRequest,
  RpcCall,
  RpcErrorShape,
  RpcOutcome,
  RpcSubscription,
  RpcSubscriptionEvent,
} from '../../shared/bridge.ts';

/** One window's question, by its own number. */
interface Asker {
  readonly windowId: number;
  readonly id: number;
}

type Pending =
  | { readonly kind: 'call'; readonly asker: Asker; readonly settle: (outcome: RpcOutcome) => void }
  | { readonly kind: 'subscription'; readonly asker: Asker; readonly tell: (event: RpcSubscriptionEvent) => void };

const engineStopped: RpcErrorShape = {
  message: 'engine-stopped',
  code: -32603,
  data: { code: 'INTERNAL_SERVER_ERROR', appCode: 'engine-stopped', details: {} },
};

const lost: RpcOutcome = { kind: 'error', error: engineStopped };

/**
 * Carries the questions of all windows to the one engine and its answers back. Each gets a number of the shell's own, since
 * windows number theirs alike.
 *
 * @param post passes a request to the engine; false when there is none
 * @param chosenIn those paths of an input that a person chose
 */
export function createEngineCalls(
  post: (request: EngineRequest) => boolean,
  chosenIn: (input: unknown) => readonly ChosenPath[],
) {
  const pending = new Map<number, Pending>();
  let lastId = 0;

  function add(entry: Pending): number {
    lastId += 1;
    pending.set(lastId, entry);
    return lastId;
  }

  function finish(entry: Pending): void {
    if (entry.kind === 'call') entry.settle(lost);
    else entry.tell(lost);
  }

  function letGo(isMeant: (asker: Asker) => boolean): void {
    for (const [engineId, entry] of pending) {
      if (!isMeant(entry.asker)) continue;
      pending.delete(engineId);
      post({ kind: 'cancel', id: engineId });
      if (entry.kind === 'call') entry.settle(lost);
    }
  }

  return {
    call(windowId: number, call: RpcCall): Promise<RpcOutcome> {
      return new Promise((settle) => {
        const id = add({ kind: 'call', asker: { windowId, id: call.id }, settle });
        if (!post({ kind: 'call', call: { ...call, id }, chosenPaths: chosenIn(call.input) })) {
          pending.delete(id);
          settle(lost);
        }
      });
    },

    subscribe(windowId: number, subscription: RpcSubscription, tell: (event: RpcSubscriptionEvent) => void): void {
      const id = add({ kind: 'subscription', asker: { windowId, id: subscription.id }, tell });
      const chosenPaths = chosenIn(subscription.input);
      if (!post({ kind: 'subscribe', subscription: { ...subscription, id }, chosenPaths })) {
        pending.delete(id);
        tell(lost);
      }
    },

    cancel(windowId: number, id: number): void {
      letGo((asker) => asker.windowId === windowId && asker.id === id);
    },

    /** A window was closed or loaded anew: nobody waits for its answers. */
    forgetWindow(windowId: number): void {
      letGo((asker) => asker.windowId === windowId);
    },

    /** Takes an answer of the engine; late ones to cancelled questions are dropped. */
    receive(message: EngineMessage): void {
      if (message.kind === 'ready') return;
      const entry = pending.get(message.id);
      if (message.kind === 'outcome' && entry?.kind === 'call') {
        pending.delete(message.id);
        entry.settle(message.outcome);
      } else if (message.kind === 'event' && entry?.kind === 'subscription') {
        if (message.event.kind !== 'data') pending.delete(message.id);
        entry.tell(message.event);
      }
    },

    /** The engine is gone: every open question fails with `engine-stopped`. */
    failAll(): void {
      const entries = [...pending.values()];
      pending.clear();
      for (const entry of entries) finish(entry);
    },
  };
}

export type EngineCalls = ReturnType<typeof createEngineCalls>;
