import { TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import type { AppRouter } from '../../main/engine/api.ts';
import type { OrderbudBridge, RpcErrorShape } from '../../shared/bridge.ts';

/** tRPC over the bridge: every call and subscription becomes one message to the engine. */
export function bridgeLink(bridge: Pick<OrderbudBridge, 'call' | 'subscribe' | 'cancel'>): TRPCLink<AppRouter> {
  let lastId = 0;
  return () =>
    ({ op }) =>
      observable((observer) => {
        lastId += 1;
        const id = lastId;
        const { type, path, input } = op;
        let isDone = false;

        const fail = (error: RpcErrorShape) => {
          isDone = true;
          observer.error(TRPCClientError.from({ error }));
        };
        const complete = () => {
          isDone = true;
          observer.complete();
        };

        if (type === 'subscription') {
          bridge.subscribe({ id, path, input }, (event) => {
            if (event.kind === 'error') fail(event.error);
            else if (event.kind === 'done') {
              observer.next({ result: { type: 'stopped' } });
              complete();
            } else observer.next({ result: { type: 'data', data: event.data } });
          });
          observer.next({ result: { type: 'started' } });
        } else {
          void bridge.call({ id, type, path, input }).then((outcome) => {
            if (isDone) return;
            if (outcome.kind === 'error') {
              fail(outcome.error);
              return;
            }
            observer.next({ result: { type: 'data', data: outcome.data } });
            complete();
          });
        }

        return () => {
          if (!isDone) bridge.cancel(id);
          isDone = true;
        };
      });
}
