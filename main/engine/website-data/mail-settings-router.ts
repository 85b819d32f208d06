import { AppError } from '../../../shared/errors.ts';
import { mailPasswordInput, websiteIdInput } from '../../../shared/website-data.ts';
import { checkMailSettings } from '../outbox/check-mail-settings-service.ts';
import { readSendSettings, smtpSecretAccount } from '../outbox/send-settings-store.ts';
import type { EngineSession } from '../session.ts';
import { procedure, router } from '../trpc.ts';
import { listWebsites } from './website-store.ts';

/** Website Settings - E-mail: the password in the keychain, and Test connection. */
export const mailSettingsRouter = router({
  hasPassword: procedure
    .input(websiteIdInput)
    .query(async ({ ctx, input }) => (await ctx.session.secrets.get(accountOf(ctx.session, input.websiteId))) !== null),
  /** An empty password takes the kept one away. */
  setPassword: procedure.input(mailPasswordInput).mutation(async ({ ctx, input }) => {
    const account = accountOf(ctx.session, input.websiteId);
    if (input.password === '') await ctx.session.secrets.delete(account);
    else await ctx.session.secrets.set(account, input.password);
  }),
  /** Connects, encrypts and logs in; sends nothing. */
  testConnection: procedure.input(websiteIdInput).mutation(async ({ ctx, input }) => {
    const { smtp, secretAccount } = readSendSettings(ctx.session.company().db, input.websiteId);
    const password = smtp.user === '' ? '' : ((await ctx.session.secrets.get(secretAccount)) ?? '');
    return checkMailSettings(smtp, password);
  }),
});

function accountOf(session: EngineSession, websiteId: number): string {
  const website = listWebsites(session.company().db).find((candidate) => candidate.id === websiteId);
  if (website === undefined) throw new AppError('not-found', { what: 'website' });
  return smtpSecretAccount(website.publicId);
}
