import type { WebsiteSettings } from '../../shared/settings.ts';

type Server = Pick<WebsiteSettings, 'smtpHost' | 'smtpPort' | 'smtpSecurity'>;
export type MailProvider = { readonly name: string } & Server;

const starttls = { smtpPort: 587, smtpSecurity: 'starttls' } as const;
const tls = { smtpPort: 465, smtpSecurity: 'tls' } as const;

/** Servers that shops often hand mails over to, as their providers publish them. SES is the one of Stockholm. */
export const mailProviders: readonly MailProvider[] = [
  { name: 'Gmail', smtpHost: 'smtp.gmail.com', ...starttls },
  { name: 'Microsoft 365', smtpHost: 'smtp.office365.com', ...starttls },
  { name: 'Fastmail', smtpHost: 'smtp.fastmail.com', ...tls },
  { name: 'Domeneshop', smtpHost: 'smtp.domeneshop.no', ...starttls },
  { name: 'one.com', smtpHost: 'send.one.com', ...tls },
  { name: 'Postmark', smtpHost: 'smtp.postmarkapp.com', ...starttls },
  { name: 'Mailgun', smtpHost: 'smtp.eu.mailgun.org', ...starttls },
  { name: 'SES', smtpHost: 'email-smtp.eu-north-1.amazonaws.com', ...starttls },
];

/** The provider whose server stands in the settings; undefined for any other. */
export function providerOf(server: Server): MailProvider | undefined {
  return mailProviders.find((provider) => provider.smtpHost === server.smtpHost.trim().toLowerCase());
}
