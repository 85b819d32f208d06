import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';
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
import { type TlsFacts, tlsFacts } from './tls-facts.ts';

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

/** What a server says to a sender; `lost` when it says nothing. */
export type SenderAnswer =
  | { readonly kind: 'accepted'; readonly reply: string }
  | { readonly kind: 'refused'; readonly replyCode: number; readonly reply: string }
  | { readonly kind: 'lost' };

/** One login at a mail server, used for many mails, one at a time. */
export type SmtpSession = {
  /** False once either side has ended it; then a new session is needed. */
  readonly isOpen: () => boolean;
  /** Hands one mail over and says how far it came. Never tries twice. @throws Error for an address no server takes */
  readonly deliver: (mail: OutgoingMail) => Promise<DeliveryAnswer>;
  /** Names a sender and takes it back before any recipient is named (RSET). Ends the session. @throws Error for an address no server takes */
  readonly offerSender: (address: string) => Promise<SenderAnswer>;
  /** Says QUIT and waits for the line to close, at most `quitMs`. */
  readonly close: () => Promise<void>;
};

export type OpenAnswer =
  | { readonly kind: 'open'; readonly session: SmtpSession }
  | { readonly kind: 'failed'; readonly failure: OpenFailure };

export type OpenOptions = {
  readonly limits?: SmtpLimits | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told once the server is reached, before the login; null where the session is not encrypted. */
  readonly onConnected?: ((tls: TlsFacts | null) => void) | undefined;
};

/** What a login shows: a password, or an access token (SASL XOAUTH2). */
export type SmtpCredential = { readonly password: string } | { readonly accessToken: string };

/**
 * Connects, encrypts and logs in. The credential is used for this and kept nowhere.
 *
 * Off this machine the session is encrypted with a certificate that is vouched for, or it does not stand, unless
 * staff chose `security: 'none'`.
 */
export function openSmtpSession(
  settings: SmtpSettings,
  credential: SmtpCredential,
  { limits = usualLimits, signal, onConnected }: OpenOptions = {},
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
      onConnected?.(tlsFactsOf(connection));
      if (settings.user === '') return succeed();
      step = 'login';
      // A password is not shown to a server that has not asked for one
      if (!connection.allowsAuth) return fail({ code: 'EAUTH' });
      connection.login(loginOf(settings.user, credential), (loginError) =>
        loginError === null ? succeed() : fail(loginError),
      );
    });
    if (signal?.aborted === true) end();
  });
}

/** One access token. The library asks for another when the server refuses it; who fetches tokens is asked for the next session. */
class OneToken extends XOAuth2 {
  override getToken(renew: boolean, callback: (error: Error | null, accessToken: string) => void): void {
    if (renew) callback(new Error('Refused'), '');
    else super.getToken(renew, callback);
  }
}

function loginOf(user: string, credential: SmtpCredential) {
  if ('password' in credential) return { user, pass: credential.password };
  return { user, oauth2: new OneToken({ user, accessToken: credential.accessToken }) };
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
    offerSender: (address) => offerSender(connection, mailAddress(address), limits.envelopeMs),
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
      const goAhead = connection.lastServerResponse || '';
      if (!asksForBody(goAhead)) {
        finish({ code: 'EPROTOCOL', response: goAhead, responseCode: Number(goAhead.slice(0, 3)) });
        throw new Error('The server did not ask for the body');
      }
      // What it said beyond its go-ahead is heard first: the library would take it for the answer to the body
      await new Promise((resolve) => setImmediate(resolve));
      if (isDone) throw new Error('The server spoke out of turn');
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
      const lost: SmtpError | null = error ?? (body.hasEnded && isAcceptance(reply) ? null : { code: 'EPROTOCOL' });
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

/** 354 (RFC 5321 4.1.1.4). The library takes 250 too, but a server that did not ask reads the body as commands and answers them. */
const asksForBody = (reply: string): boolean => /^3\d\d(?:[ -]|$)/.test(reply);
/** The library looks at the first digit only. */
const isAcceptance = (reply: string): boolean => /^2\d\d(?:[ -]|$)/.test(reply);

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

function tlsFactsOf(connection: SMTPConnection): TlsFacts | null {
  const socket = connection._socket;
  return socket instanceof TLSSocket ? tlsFacts(socket.getProtocol(), socket.getPeerCertificate()) : null;
}

/** The library names a sender only together with recipients, so the two commands are said past it; then the session is used up. */
async function offerSender(connection: SMTPConnection, address: string, waitMs: number): Promise<SenderAnswer> {
  const socket = connection._socket;
  if (!socket) return { kind: 'lost' };
  socket.removeAllListeners('data');
  const reply = await say(socket, `MAIL FROM:<${address}>`, waitMs);
  if (reply !== null) await say(socket, 'RSET', waitMs);
  if (!socket.destroyed) socket.write('QUIT\r\n');
  connection.close();
  if (reply === null) return { kind: 'lost' };
  const replyCode = Number(reply.slice(0, 3));
  return replyCode < 300 ? { kind: 'accepted', reply } : { kind: 'refused', replyCode, reply };
}

/** Says one command. @returns the whole reply without its last line break; null when none comes in time */
function say(socket: Socket, command: string, waitMs: number): Promise<string | null> {
  return new Promise((resolve) => {
    let received = '';
    const end = (reply: string | null) => {
      clearTimeout(timer);
      socket.off('data', onData);
      socket.off('close', onClose);
      resolve(reply);
    };
    const onClose = () => end(null);
    const onData = (chunk: Buffer) => {
      received += chunk.toString('utf8');
      if (/^\d{3}(?: .*)?\r\n$/m.test(received)) end(received.trimEnd());
    };
    const timer = setTimeout(onClose, waitMs);
    socket.on('data', onData);
    socket.once('close', onClose);
    if (socket.destroyed) onClose();
    else socket.write(`${command}\r\n`);
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
