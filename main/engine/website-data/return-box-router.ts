import { AppError } from '../../../shared/errors.ts';
import { mailPasswordInput, websiteIdInput } from '../../../shared/website-data.ts';
import { checkReturnBox } from '../outbox/check-return-box-service.ts';
import { readReturnBoxSettings, returnBoxSecretAccount } from '../outbox/return-box-store.ts';
import { keepSecret } from '../secrets/secrets.ts';
import type { EngineSession } from '../session.ts';
import { procedure, router } from '../trpc.ts';
import { listWebsites } from './website-store.ts';

/** Website Settings - E-mail, Mails that come back: the password in the keychain, and Test connection. */
export const returnBoxRouter = router({
  hasPassword: procedure
    .input(websiteIdInput)
    .query(async ({ ctx, input }) => (await ctx.session.secrets.get(accountOf(ctx.session, input.websiteId))) !== null),
  /** An empty password takes the kept one away. */
  setPassword: procedure
    .input(mailPasswordInput)
    .mutation(({ ctx, input }) =>
      keepSecret(ctx.session.secrets, accountOf(ctx.session, input.websiteId), input.password),
    ),
  /** Connects, encrypts, logs in and opens the folder; reads nothing. */
  testConnection: procedure
    .input(websiteIdInput)
    .mutation(({ ctx, input }) =>
      checkReturnBox(readReturnBoxSettings(ctx.session.company().db, input.websiteId), ctx.session.secrets),
    ),
});

function accountOf(session: EngineSession, websiteId: number): string {
  const website = listWebsites(session.company().db).find((candidate) => candidate.id === websiteId);
  if (website === undefined) throw new AppError('not-found', { what: 'website' });
  return returnBoxSecretAccount(website.publicId);
}
