import type { ErrorCode } from '../../../shared/errors.ts';

/** Why a return box could not be read; each is words of its own in the window. */
export type ReturnBoxProblem = Extract<ErrorCode, `return-box-${string}`>;

/** The fields of the library's errors that we read; its texts are for people. */
export type ImapError = {
  readonly code?: string | undefined;
  readonly authenticationFailed?: boolean | undefined;
  readonly tlsFailed?: boolean | undefined;
  readonly mailboxMissing?: boolean | undefined;
  /** `NO` or `BAD` where the server itself refused. */
  readonly responseStatus?: string | undefined;
};

/** As Node names what can be wrong with a certificate or a handshake. */
const tlsCodes =
  /^(ERR_TLS|ERR_SSL|EPROTO|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|UPGRADE_|STARTTLS_)/;

/** Says why a box could not be read, by the step that failed. */
export function returnBoxProblem(error: ImapError, step: 'open' | 'folder' | 'read'): ReturnBoxProblem {
  if (error.authenticationFailed === true) return 'return-box-login-refused';
  if (error.tlsFailed === true || tlsCodes.test(error.code ?? '')) return 'return-box-tls-failed';
  const isRefused = error.mailboxMissing === true || error.responseStatus === 'NO' || error.responseStatus === 'BAD';
  return step === 'folder' && isRefused ? 'return-box-folder-missing' : 'return-box-unreachable';
}
