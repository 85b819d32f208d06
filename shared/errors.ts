/**
 * Every failure that a person can act on has a code here. The renderer turns codes into words
 * (renderer/ui/error-texts.ts); nobody parses texts.
 */
export const errorCodes = [
  'bad-input',
  'path-not-chosen',
  'company-from-newer-program',
  'company-damaged',
  'company-found-damaged',
  'company-in-use',
  'company-not-found',
  'company-read-only',
  'disk-full',
  'company-older-than-last-run',
  'company-age-unknown',
  'paper-not-built',
  'backup-damaged',
  'backup-of-other-company',
  'backup-is-open-company',
  'no-company-open',
  'engine-stopped',
  'keychain-unavailable',
  'secret-missing',
  'not-found',
  'order-changed-meanwhile',
  'order-finished',
  'order-not-ready-for-invoicing',
  'order-not-process-complete',
  'order-not-fully-delivered',
  'nothing-to-deliver',
  'nothing-to-invoice',
  'nothing-to-credit',
  'order-partly-delivered',
  'not-enough-stock',
  'quantity-out-of-range',
  'purchase-not-transferred',
  'purchase-finished',
  'run-in-progress',
  'run-lock-held',
  'mail-server-unreachable',
  'mail-server-login-refused',
  'mail-server-tls-failed',
  'mail-server-refused-sender',
  'mail-server-refuses-recipients',
  'mail-settings-incomplete',
  'daily-limit',
  'mail-server-token-refused',
  'oauth-settings-incomplete',
  'oauth-not-signed-in',
  'oauth-sign-in-expired',
  'oauth-sign-in-refused',
  'oauth-sign-in-not-finished',
  'oauth-client-refused',
  'oauth-server-unreachable',
  'test-mail-to-customer',
  'return-box-incomplete',
  'return-box-unreachable',
  'return-box-login-refused',
  'return-box-tls-failed',
  'return-box-folder-missing',
  'website-address-missing',
  'website-unreachable',
  'website-key-refused',
  'website-bad-answer',
  'enquiry-not-waiting',
  'web-order-no-taken',
  'contact-has-account',
  'account-not-approved',
  'account-not-published',
  'my-page-no-mail-server',
  'website-mails-no-links',
  'merge-changed-meanwhile',
  'customer-has-open-orders',
  'mail-not-uncertain',
  'text-faulty',
  'logo-is-svg',
  'logo-not-png-or-jpeg',
  'logo-too-large',
  'logo-too-large-for-mail',
  'folder-not-usable',
  'import-in-progress',
  'import-over',
  'import-has-faults',
  'import-file-unreadable',
  'import-file-no-text',
  'import-file-too-large',
  'import-quote-not-closed',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Plain facts that help to word an error; never a secret, never a customer's data. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

/** A failure with a code that the window words for people. Bugs are plain `Error`s. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

/** Makes the compiler prove that a union was handled in full. */
export function assertNever(value: never, what: string): never {
  throw new Error(`Unhandled ${what}: ${JSON.stringify(value)}`);
}
