import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { mailAddress } from '../contacts/mail-address.ts';
import { FrozenBody } from './frozen-body.ts';
import {
  type DeliveryFailure,
  deliveryFailure,
  type OpenFailure,
  openFailure,
  type SmtpError,
} from './send-failure.ts';
import { isLoopback, type SmtpLimits, type SmtpSettings, tlsChoice, usualLimits } from './smtp-settings.ts';

export type OutgoingMail = {
  readonly from: string;
  readonly to: string;
  /** The frozen bytes. They go out as they are; only SMTP's own dot-stuffing is added on the line. */
  readonly message: Buffer;
  /** Awaited before the first byte of the body may leave. When it fails, none leaves and `deliver` rejects with it. */
  readonly beforeBody: () => Promise<void>;
  /** Gives the mail up at once while its body has not begun; after that its reply is waited for. */
  readonly signal?: AbortSignal | undefined;
};

export type DeliveryAnswer =
  | { readonly kind: 'accepted'; readonly code: number; readonly reply: string }
  | { readonly kind: 'failed'; readonly failure: DeliveryFailure };

/** One login at a mail server, used for many mails, one at a time. */
export type SmtpSession = {
  /** False once either side has ended it; then a new session is needed. */
  readonly isOpen: () => boolean;
  /** Hands one mail over and says how far it came. Never tries twice. @throws Error for an address no server takes */
  readonly deliver: (mail: OutgoingMail) => Promise<DeliveryAnswer>;
  /** Says QUIT and waits for the line to close, at most `quitMs`. */
  readonly close: () => Promise<void>;
};

export type OpenAnswer =
  | { readonly kind: 'open'; readonly session: SmtpSession }
  | { readonly kind: 'failed'; readonly failure: OpenFailure };

export type OpenOptions = { readonly limits?: SmtpLimits | undefined; readonly signal?: AbortSignal | undefined };

/**
 * Connects, encrypts and logs in. The password is used for this and kept nowhere.
 *
 * Off this machine the session is encrypted with a certificate that is vouched for, or it does not stand, unless
 * staff chose `security: 'none'`.
 */
export function openSmtpSession(
  settings: SmtpSettings,
  password: string,
  { limits = usualLimits, signal }: OpenOptions = {},
): Promise<OpenAnswer> {
  const connection = new SMTPConnection({
    ...tlsChoice(settings),
    host: settings.host,
    port: settings.port,
    connectionTimeout: limits.openMs,
    greetingTimeout: limits.openMs,
    dnsTimeout: limits.openMs,
    socketTimeout: limits.bodyMs,
    socketCloseTimeout: limits.quitMs,
    allowInternalNetworkInterfaces: isLoopback(settings.host),
  });
  return new Promise((resolve) => {
    let step: 'connect' | 'login' = 'connect';
    const end = () => fail({ code: 'ETIMEDOUT' });
    const timer = setTimeout(end, limits.openMs);
    signal?.addEventListener('abort', end, { once: true });
    const settle = (answer: OpenAnswer) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve(answer);
    };
    const fail = (error: SmtpError) => {
      // Settled first: closing reports an end of its own
      settle({ kind: 'failed', failure: openFailure(error, step) });
      connection.close();
    };
    const succeed = () => settle({ kind: 'open', session: sessionOver(connection, limits) });
    // Stays for the whole session: an EventEmitter without it throws. `deliver` hears of errors by its callback.
    connection.on('error', fail);
    connection.once('end', end);
    connection.connect((error) => {
      if (error !== undefined && error !== null) return fail(error);
      if (settings.user === '') return succeed();
      step = 'login';
      // A password is not shown to a server that has not asked for one
      if (!connection.allowsAuth) return fail({ code: 'EAUTH' });
      connection.login({ user: settings.user, pass: password }, (loginError) =>
        loginError === null ? succeed() : fail(loginError),
      );
    });
    if (signal?.aborted === true) end();
  });
}

function sessionOver(connection: SMTPConnection, limits: SmtpLimits): SmtpSession {
  let hasAcceptedAnother = false;
  return {
    isOpen: () => !connection.destroyed,
    async deliver(mail) {
      const { answer, body } = await deliverOn(connection, { mail, limits, hasAcceptedAnother });
      if (body.isWanted) hasAcceptedAnother = true;
      await makeReadyForNext(connection, { answer, body, limits });
      return answer;
    },
    close: () => quit(connection, limits.quitMs),
  };
}

type Delivery = { readonly mail: OutgoingMail; readonly limits: SmtpLimits; readonly hasAcceptedAnother: boolean };
type Delivered = { readonly answer: DeliveryAnswer; readonly body: FrozenBody };

function deliverOn(connection: SMTPConnection, delivery: Delivery): Promise<Delivered> {
  const { mail, limits, hasAcceptedAnother } = delivery;
  return new Promise((resolve, reject) => {
    let barredBy: { readonly error: unknown } | null = null;
    let isDone = false;
    let timer = setTimeout(giveUp, limits.envelopeMs);
    const body = new FrozenBody(mail.message, async () => {
      await mail.beforeBody().catch((error: unknown) => {
        barredBy = { error };
        throw error;
      });
      if (isDone) return;
      clearTimeout(timer);
      timer = setTimeout(giveUp, limits.bodyMs);
    });
    function finish(error: SmtpError | null, reply = '') {
      isDone = true;
      clearTimeout(timer);
      mail.signal?.removeEventListener('abort', cancel);
      body.withhold();
      if (barredBy !== null) {
        connection.close();
        return reject(barredBy.error);
      }
      // An acceptance that comes before the body has left in full cannot be meant for it
      const lost: SmtpError | null = error ?? (body.hasEnded ? null : { code: 'EPROTOCOL' });
      const answer: DeliveryAnswer =
        lost === null
          ? { kind: 'accepted', code: Number(reply.slice(0, 3)), reply }
          : { kind: 'failed', failure: deliveryFailure(lost, { hasBodyBegun: body.hasBegun, hasAcceptedAnother }) };
      resolve({ answer, body });
    }
    function giveUp() {
      finish({ code: 'ETIMEDOUT' });
      connection.close();
    }
    function cancel() {
      if (!body.hasBegun) giveUp();
    }
    mail.signal?.addEventListener('abort', cancel);
    const envelope = { from: mailAddress(mail.from), to: [mailAddress(mail.to)] };
    connection.send(envelope, body, (error, info) => finish(error, info?.response));
  });
}

type Ending = { readonly answer: DeliveryAnswer; readonly body: FrozenBody; readonly limits: SmtpLimits };

/** A refused mail leaves a transaction open, which RSET ends; a body that was cut short leaves a line beyond use. */
async function makeReadyForNext(connection: SMTPConnection, { answer, body, limits }: Ending): Promise<void> {
  if (answer.kind === 'accepted' || connection.destroyed) return;
  const { at } = answer.failure;
  const isClean = at === 'sender' || at === 'recipient' || at === 'message';
  if (!isClean || (body.isWanted && !body.hasEnded)) return connection.close();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(end, limits.envelopeMs);
    function end() {
      clearTimeout(timer);
      connection.close();
      resolve();
    }
    connection.once('end', end);
    connection.reset((error) => {
      connection.off('end', end);
      if (error !== null) return end();
      clearTimeout(timer);
      resolve();
    });
  });
}

function quit(connection: SMTPConnection, quitMs: number): Promise<void> {
  if (connection.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => connection.close(), quitMs);
    connection.once('end', () => {
      clearTimeout(timer);
      resolve();
    });
    connection.quit();
  });
}
