import { appProcedures } from './app-router.ts';
import { router } from './trpc.ts';

/** Everything a window can ask of the engine. */
export const appRouter = router({ app: appProcedures });

export type AppRouter = typeof appRouter;
