import { testMailInput } from '../../../shared/mail-check.ts';
import { clientSecretInput, type MailSecrets, signInInput } from '../../../shared/mail-sign-in.ts';
import { mailPasswordInput, websiteIdInput } from '../../../shared/website-data.ts';
import { checkDeliverability } from '../outbox/deliverability/check-service.ts';
import { openDns } from '../outbox/deliverability/dns-client.ts';
import { signIn } from '../outbox/oauth/sign-in-service.ts';
import { readSendSettings, type SendSettings } from '../outbox/send-settings-store.ts';
import { openSmtpAccess } from '../outbox/smtp-access-service.ts';
import { sendTestMail } from '../outbox/test-mail-service.ts';
import { keepSecret } from '../secrets/secrets.ts';
import type { EngineSession } from '../session.ts';
import { procedure, router } from '../trpc.ts';

/** Website Settings - E-mail: what the keychain holds, signing in at the provider, the check and the test mail. */
export const mailSettingsRouter = router({
  secrets: procedure.input(websiteIdInput).query(async ({ ctx, input }): Promise<MailSecrets> => {
    const { password, refreshToken, clientSecret } = settingsOf(ctx.session, input.websiteId).accounts;
    const { secrets } = ctx.session;
    return {
      hasPassword: (await secrets.get(password)) !== null,
      isSignedIn: (await secrets.get(refreshToken)) !== null,
      hasClientSecret: (await secrets.get(clientSecret)) !== null,
    };
  }),
  /** An empty password takes the kept one away. */
  setPassword: procedure.input(mailPasswordInput).mutation(({ ctx, input }) => {
    const { accounts } = settingsOf(ctx.session, input.websiteId);
    return keepSecret(ctx.session.secrets, accounts.password, input.password);
  }),
  setClientSecret: procedure.input(clientSecretInput).mutation(({ ctx, input }) => {
    const { accounts } = settingsOf(ctx.session, input.websiteId);
    return keepSecret(ctx.session.secrets, accounts.clientSecret, input.clientSecret);
  }),
  /** Goes on until the browser has come back; letting go of it ends the sign-in. */
  signIn: procedure.input(signInInput).subscription(async function* ({ ctx, input, signal }) {
    const settings = settingsOf(ctx.session, input.websiteId);
    const { signInPages } = ctx.session;
    let page = '';
    try {
      const { secrets } = ctx.session;
      const ended = signal ?? new AbortController().signal;
      for await (const event of signIn({ settings, secrets, language: input.language, signal: ended })) {
        if (event.kind === 'open') {
          page = event.url;
          signInPages.add(page);
        }
        yield event;
      }
    } finally {
      signInPages.delete(page);
    }
  }),
  signOut: procedure
    .input(websiteIdInput)
    .mutation(({ ctx, input }) =>
      ctx.session.secrets.delete(settingsOf(ctx.session, input.websiteId).accounts.refreshToken),
    ),
  /** Tells every step as it is done; hands nothing over. */
  check: procedure.input(websiteIdInput).subscription(async function* ({ ctx, input, signal }) {
    await ctx.session.ready;
    const settings = settingsOf(ctx.session, input.websiteId);
    yield* checkDeliverability({
      settings,
      access: accessTo(ctx.session, settings),
      dns: openDns(testServers()),
      nowMs: () => ctx.session.now().getTime(),
      signal,
    });
  }),
  /** To an address of the shop's own; never a status mail. */
  sendTest: procedure.input(testMailInput).mutation(async ({ ctx, input }) => {
    await ctx.session.ready;
    const company = ctx.session.company();
    const settings = settingsOf(ctx.session, input.websiteId);
    const access = accessTo(ctx.session, settings);
    return sendTestMail({ company, settings, access, to: input.to, language: input.language });
  }),
});

function settingsOf(session: EngineSession, websiteId: number): SendSettings {
  return readSendSettings(session.company().db, websiteId);
}

function accessTo(session: EngineSession, settings: SendSettings) {
  return openSmtpAccess({ settings, secrets: session.secrets, nowMs: () => performance.now() });
}

/** A test of the whole program names its own name server. */
function testServers(): readonly string[] {
  const server = process.env.ORDERBUD_TEST_DNS;
  return server === undefined || server === '' ? [] : [server];
}
