import { AppError } from '../../../../shared/errors.ts';
import { isLoopback } from '../smtp-settings.ts';

/** What a shop entered to sign in at its mail provider. */
export type OauthSettings = {
  readonly provider: 'microsoft' | 'google' | 'other';
  readonly clientId: string;
  /** Microsoft's directory; '' for any organisation. */
  readonly tenant: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly scope: string;
};

/** Where and how to sign in. */
export type OauthProvider = {
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly scope: string;
  /** Under what name this machine is redirected to. */
  readonly redirectHost: '127.0.0.1' | 'localhost';
  /** Without them the provider hands out no refresh token. */
  readonly authorizeParameters: Readonly<Record<string, string>>;
};

/**
 * Microsoft knows the loopback redirect of a registered app as `http://localhost` only, at any port (learn.microsoft.com, "Redirect
 * URI restrictions"); Google takes the address (developers.google.com, "OAuth 2.0 for desktop apps"), as RFC 8252 7.3 wants it.
 *
 * @throws AppError 'oauth-settings-incomplete' while something is missing, or an address is not protected
 */
export function providerFor(settings: OauthSettings): OauthProvider {
  if (settings.clientId === '') throw new AppError('oauth-settings-incomplete');
  switch (settings.provider) {
    case 'microsoft': {
      const tenant = settings.tenant === '' ? 'organizations' : settings.tenant;
      const base = `https://login.microsoftonline.com/${encodeURIComponent(tenant)}/oauth2/v2.0`;
      return {
        authorizeUrl: `${base}/authorize`,
        tokenUrl: `${base}/token`,
        scope: 'https://outlook.office.com/SMTP.Send offline_access',
        redirectHost: 'localhost',
        authorizeParameters: { prompt: 'select_account' },
      };
    }
    case 'google':
      return {
        authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
        tokenUrl: 'https://oauth2.googleapis.com/token',
        scope: 'https://mail.google.com/',
        redirectHost: '127.0.0.1',
        authorizeParameters: { access_type: 'offline', prompt: 'consent' },
      };
    case 'other': {
      const { authorizeUrl, tokenUrl, scope } = settings;
      if (!isProtected(authorizeUrl) || !isProtected(tokenUrl)) throw new AppError('oauth-settings-incomplete');
      return { authorizeUrl, tokenUrl, scope, redirectHost: '127.0.0.1', authorizeParameters: {} };
    }
  }
}

/** Codes and tokens leave this machine encrypted or not at all. */
function isProtected(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}
