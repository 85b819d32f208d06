import { createTRPCClient } from '@trpc/client';
import type { AppRouter } from '../../main/engine/api.ts';
import { bridge } from './bridge.ts';
import { bridgeLink } from './bridge-link.ts';
import { makeQueryClient } from './queries.ts';

/** The engine's procedures, typed: `await api.app.version.query()`. */
export const api = createTRPCClient<AppRouter>({ links: [bridgeLink(bridge)] });

/** Holds what the engine answered; the only copy of it in the window. */
export const queryClient = makeQueryClient();
