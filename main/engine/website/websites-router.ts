import { setWebsiteKeyInput } from '../../../shared/enquiries.ts';
import { websiteRef } from '../../../shared/settings.ts';
import { procedure, router } from '../trpc.ts';
import { listConnections, setWebsiteKey, testWebsiteConnection } from './connection-service.ts';

/** Website Settings - the connection to the website. */
export const websitesRouter = router({
  list: procedure.query(({ ctx }) => listConnections(ctx.session.company().db, ctx.session.secrets)),
  setKey: procedure
    .input(setWebsiteKeyInput)
    .mutation(({ ctx, input }) => setWebsiteKey(ctx.session.company(), ctx.session.secrets, input)),
  testConnection: procedure
    .input(websiteRef)
    .mutation(({ ctx, input }) => testWebsiteConnection(ctx.session.company(), ctx.session.secrets, input.websiteId)),
});
