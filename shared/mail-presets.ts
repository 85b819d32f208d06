import type { WebsiteSettings } from './settings.ts';

/** How fast mails may be handed over to a mail server; 0 where there is no limit. */
export type MailLimits = {
  readonly perMinute: number;
  /** Mails of one session; then a new one is opened. */
  readonly perSession: number;
  /** In any 24 hours, whatever the number of runs. */
  readonly perDay: number;
};

export type MailServerPreset = MailLimits & {
  readonly host: string;
  readonly port: number;
  readonly security: 'starttls' | 'tls' | 'none';
  /** How many sessions may stand at a time. */
  readonly sessions: number;
  /** Names under which the provider publishes its DKIM keys; empty where they differ from customer to customer. */
  readonly dkimSelectors: readonly string[];
  /** What a domain's SPF record includes to let the provider send; '' where it is not known. */
  readonly spfInclude: string;
  /** The provider sends with an envelope address of its own, so that the SPF record of the shop's domain decides nothing. */
  readonly hasOwnReturnPath: boolean;
  /** Where signing in with OAuth is known to work. */
  readonly oauth: 'microsoft' | 'google' | null;
};

const starttls = { port: 587, security: 'starttls' } as const;
const tls = { port: 465, security: 'tls' } as const;
const unlimited = { perMinute: 0, perSession: 0, perDay: 0 } as const;
const usual = { sessions: 3, dkimSelectors: [], spfInclude: '', hasOwnReturnPath: false, oauth: null } as const;
/** No provider tells how many mails one session may carry; no server is known to end one before this. */
const perSession = 100;

/** Mail servers that shops often hand mails over to, as their providers publish them. Where a limit is ours, it says so. */
export const mailPresets = {
  // learn.microsoft.com, Exchange Online limits, "Sending limits": 30 messages a minute, 10,000 recipients a day; three
  // connections at a time ("SMTP submission improvements"); SPF and DKIM: "Email authentication" of Defender for Office 365
  'microsoft-365': {
    ...usual,
    host: 'smtp.office365.com',
    ...starttls,
    perMinute: 30,
    perSession,
    perDay: 10_000,
    dkimSelectors: ['selector1', 'selector2'],
    spfInclude: 'spf.protection.outlook.com',
    oauth: 'microsoft',
  },
  // developers.google.com/workspace/gmail/imap/imap-smtp; support.google.com/a/answer/166852: 2,000 messages a day. Per minute: ours
  'google-workspace': {
    ...usual,
    host: 'smtp.gmail.com',
    ...starttls,
    perMinute: 60,
    perSession,
    perDay: 2000,
    dkimSelectors: ['google'],
    spfInclude: '_spf.google.com',
    oauth: 'google',
  },
  // support.google.com/mail/answer/22839: 500 a day for an address at gmail.com, whose SPF and DKIM are Google's own. Per minute: ours
  gmail: {
    ...usual,
    host: 'smtp.gmail.com',
    ...starttls,
    perMinute: 60,
    perSession,
    perDay: 500,
    spfInclude: '_spf.google.com',
    oauth: 'google',
  },
  // The domain's records at one.com name _custspf.one.com and rsa1, rsa2, ed1, ed2. No page tells limits: ours
  'one-com': {
    ...usual,
    host: 'send.one.com',
    ...tls,
    sessions: 1,
    perMinute: 20,
    perSession,
    perDay: 500,
    dkimSelectors: ['rsa1', 'rsa2', 'ed1', 'ed2'],
    spfInclude: '_custspf.one.com',
  },
  // domene.shop/faq?id=251: for mail of persons, not for what programs send by themselves, and temporarily refused beyond figures
  // that were not read: these limits are ours. The DKIM selector carries a date (ds202412) and changes
  domeneshop: {
    ...usual,
    host: 'smtp.domeneshop.no',
    ...starttls,
    sessions: 1,
    perMinute: 2,
    perSession,
    perDay: 200,
    spfInclude: '_spf.domeneshop.no',
  },
  // support.loopia.com/wiki/email-messages-per-hour: 200 an hour; support.loopia.com/wiki/spf
  loopia: {
    ...usual,
    host: 'mailcluster.loopia.se',
    ...starttls,
    sessions: 1,
    perMinute: 3,
    perSession,
    perDay: 0,
    spfInclude: 'kundspf.loopia.se',
  },
  // simply.com/en/support/faq/mail/639: suspended after 300 within 4 hours; simply.com/dk/support/faq/mail/136: SPF and DKIM
  simply: {
    ...usual,
    host: 'smtp.simply.com',
    ...starttls,
    sessions: 1,
    perMinute: 1,
    perSession,
    perDay: 0,
    dkimSelectors: ['unoeuro'],
    spfInclude: 'spf.simply.com',
  },
  // support.proisp.com, "Masseutsendelser av epost": 25 in 5 minutes, 250 an hour, 1,000 recipients in 24 hours
  'pro-isp': {
    ...usual,
    host: 'smtp.proisp.no',
    ...starttls,
    sessions: 1,
    perMinute: 4,
    perSession,
    perDay: 1000,
    spfInclude: '_spf.proisp.no',
  },
  // fastmail.help, "Server names and ports" and "Manual DNS configuration"; its limits depend on the plan
  fastmail: {
    ...usual,
    host: 'smtp.fastmail.com',
    ...tls,
    ...unlimited,
    dkimSelectors: ['fm1', 'fm2', 'fm3'],
    spfInclude: 'spf.messagingengine.com',
  },
  // postmarkapp.com/developer/user-guide/send-email-with-smtp; made for mails of programs, without such limits
  postmark: { ...usual, host: 'smtp.postmarkapp.com', ...starttls, ...unlimited, hasOwnReturnPath: true },
  // documentation.mailgun.com, "SMTP"; the servers of the European Union
  mailgun: { ...usual, host: 'smtp.eu.mailgun.org', ...starttls, ...unlimited, hasOwnReturnPath: true },
  // docs.aws.amazon.com/ses, "SMTP endpoints"; Stockholm. Its limits are those of the account
  ses: { ...usual, host: 'email-smtp.eu-north-1.amazonaws.com', ...starttls, ...unlimited, hasOwnReturnPath: true },
} as const satisfies Readonly<Record<string, MailServerPreset>>;

/** As the window lists them; `own` is a server of one's own, or another provider. */
export const mailPresetIds = [
  'microsoft-365',
  'google-workspace',
  'gmail',
  'domeneshop',
  'loopia',
  'one-com',
  'pro-isp',
  'simply',
  'fastmail',
  'mailgun',
  'postmark',
  'ses',
  'own',
] as const satisfies readonly (keyof typeof mailPresets | 'own')[];
export type MailPresetId = (typeof mailPresetIds)[number];

/** What is known of a provider; null for a server of one's own. */
export function presetOf(id: MailPresetId): MailServerPreset | null {
  return id === 'own' ? null : mailPresets[id];
}

export type PresetSettings = Pick<
  WebsiteSettings,
  | 'smtpPreset'
  | 'smtpHost'
  | 'smtpPort'
  | 'smtpSecurity'
  | 'smtpSessions'
  | 'smtpPerMinute'
  | 'smtpPerSession'
  | 'smtpPerDay'
  | 'dkimSelectors'
  | 'smtpAuth'
  | 'oauthProvider'
>;

/** What choosing a preset fills in. A server of one's own keeps what stands, without another provider's limits. */
export function settingsOfPreset(id: MailPresetId): Partial<PresetSettings> {
  const preset = presetOf(id);
  if (preset === null) {
    return { smtpPreset: id, smtpPerMinute: 0, smtpPerSession: 0, smtpPerDay: 0, dkimSelectors: '' };
  }
  return {
    smtpPreset: id,
    smtpHost: preset.host,
    smtpPort: preset.port,
    smtpSecurity: preset.security,
    smtpSessions: preset.sessions,
    smtpPerMinute: preset.perMinute,
    smtpPerSession: preset.perSession,
    smtpPerDay: preset.perDay,
    dkimSelectors: preset.dkimSelectors.join(' '),
    // A token of the provider before must not reach a server that knows none
    ...(preset.oauth === null ? { smtpAuth: 'password' as const } : { oauthProvider: preset.oauth }),
  };
}
