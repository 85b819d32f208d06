import { enhancedCodeOf, isAddressError } from './smtp-reply.ts';

type Reply = { readonly replyCode: number; readonly enhancedCode: string; readonly reply: string };

/** Why no session stands. `replyCode` is null when the server said nothing. */
export type OpenFailure =
  | {
      readonly at: 'connect';
      readonly isTemporary: boolean;
      readonly replyCode: number | null;
      readonly reply: string;
      /** The code of the network's error, or the library's. */
      readonly cause: string;
    }
  | { readonly at: 'tls'; readonly replyCode: number | null; readonly reply: string; readonly cause: string }
  | { readonly at: 'login'; readonly isTemporary: boolean; readonly replyCode: number | null; readonly reply: string };

/** Why a mail was not accepted, by how far it came. */
export type DeliveryFailure =
  | ({ readonly at: 'sender'; readonly isTemporary: boolean } & Reply)
  | ({ readonly at: 'recipient'; readonly isTemporary: boolean; readonly isAddressError: boolean } & Reply)
  /** The server refused DATA or, in most cases, the body. */
  | ({ readonly at: 'message'; readonly isTemporary: boolean } & Reply)
  | { readonly at: 'line-lost-before-body'; readonly replyCode: number | null; readonly reply: string }
  | { readonly at: 'line-lost-after-body-began' };

export type SendFailure = OpenFailure | DeliveryFailure;

/** The fields of the library's errors that we read; its texts are for people. */
export type SmtpError = {
  readonly code?: string | undefined;
  readonly originalCode?: string | undefined;
  readonly command?: string | undefined;
  readonly response?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly timeoutType?: string | undefined;
};

const networkCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EACCES',
  'EPERM',
]);

const isTemporaryCode = (code: number) => code >= 400 && code < 500;

function isTlsError(error: SmtpError): boolean {
  if (error.code === 'ETLS' || error.timeoutType === 'UPGRADE_TIMEOUT') return true;
  return error.code === 'ESOCKET' && error.originalCode !== undefined && !networkCodes.has(error.originalCode);
}

/** Says why a session could not be opened. */
export function openFailure(error: SmtpError, step: 'connect' | 'login'): OpenFailure {
  const replyCode = error.responseCode ?? null;
  const reply = error.response ?? '';
  if (step === 'login' && error.code === 'EAUTH') {
    return { at: 'login', isTemporary: replyCode !== null && isTemporaryCode(replyCode), replyCode, reply };
  }
  const cause = error.originalCode ?? error.code ?? '';
  if (isTlsError(error)) return { at: 'tls', replyCode, reply, cause };
  return { at: 'connect', isTemporary: replyCode === null || isTemporaryCode(replyCode), replyCode, reply, cause };
}

/** How far a mail had come when the session reported an error. */
export type Stage = {
  readonly hasBodyBegun: boolean;
  /** The server took another recipient earlier in this session. */
  readonly hasAcceptedAnother: boolean;
};

/**
 * Says how far a mail came. Only a complete reply to the command itself counts; whatever else ends a session after
 * the body began leaves it open whether the mail went (RFC 5321 4.2.1, 6.1; pitfalls.md).
 */
export function deliveryFailure(error: SmtpError, stage: Stage): DeliveryFailure {
  const response = error.response ?? '';
  const code = error.responseCode;
  if (code !== undefined && (error.code === 'EENVELOPE' || error.code === 'EMESSAGE')) {
    const reply = { replyCode: code, enhancedCode: enhancedCodeOf(response), reply: response };
    const isTemporary = isTemporaryCode(code);
    if (code < 400 || code > 599) return lineLost(stage, code, response);
    if (error.code === 'EMESSAGE' || error.command === 'DATA') return { at: 'message', isTemporary, ...reply };
    if (error.command === 'MAIL FROM') return { at: 'sender', isTemporary, ...reply };
    if (error.command === 'RCPT TO') {
      const hasAcceptedAnother = stage.hasAcceptedAnother;
      return {
        at: 'recipient',
        isTemporary,
        isAddressError: isAddressError({ ...reply, hasAcceptedAnother }),
        ...reply,
      };
    }
  }
  return lineLost(stage, code ?? null, response);
}

function lineLost(stage: Stage, replyCode: number | null, reply: string): DeliveryFailure {
  if (stage.hasBodyBegun) return { at: 'line-lost-after-body-began' };
  return { at: 'line-lost-before-body', replyCode, reply };
}
