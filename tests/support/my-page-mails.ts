import type { MailServer } from '../../my-page/mail/mail-server.ts';
import { type CaughtMail, type MailCatcher, startMailCatcher } from './smtp.ts';

type MailCatcherOptions = NonNullable<Parameters<typeof startMailCatcher>[0]>;

/** A mail server on this machine, as My page is told of it. */
export function loopbackMailServer(port: number, rest: Partial<MailServer> = {}): MailServer {
  const from = { name: '', address: 'my-page@shop.example' };
  return { host: '127.0.0.1', port, security: 'starttls', user: '', password: '', from, ...rest };
}

/** A real mail server on loopback with what My page needs to use it. */
export async function startMailServer(
  options: MailCatcherOptions = {},
): Promise<MailCatcher & { readonly server: MailServer }> {
  const catcher = await startMailCatcher(options);
  return { ...catcher, server: loopbackMailServer(catcher.port) };
}

/** The last mail to an address. @throws Error when there is none */
export function lastMailTo(mails: readonly CaughtMail[], address: string): CaughtMail {
  const mail = mails.filter(({ to }) => to === address).at(-1);
  if (!mail) throw new Error(`No mail to ${address}`);
  return mail;
}

/** The path of the link in a mail's text. @throws Error when there is none */
export function linkIn({ parsed }: CaughtMail): string {
  const link = /https?:\/\/\S+\/(?:register|set-password|look-up)\/[\w-]+/.exec(parsed.text ?? '')?.[0];
  if (link === undefined) throw new Error('No link in the mail');
  return new URL(link).pathname;
}
