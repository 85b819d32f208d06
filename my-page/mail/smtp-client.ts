import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { LateBody } from './late-body.ts';
import { isLoopback, type MailServer, tlsChoice } from './mail-server.ts';

/** The longest waits, so that a silent server holds neither the outbox nor the end of the program. */
export type SmtpLimits = {
  /** From the look-up of the name to the end of the log-in. */
  readonly openMs: number;
  /** From MAIL FROM until the server asks for the body. */
  readonly envelopeMs: number;
  /** From then on to the server's reply. */
  readonly bodyMs: number;
  /** How long a body that has begun may still take once My page is to stop. */
  readonly stopMs: number;
};
export const usualLimits: SmtpLimits = { openMs: 30_000, envelopeMs: 60_000, bodyMs: 180_000, stopMs: 5_000 };

export type OutgoingMail = {
  readonly from: string;
  readonly to: string;
  /** Called when the server asks for the body. When it fails nothing is sent, and `deliver` rejects with its reason. */
  readonly makeMessage: () => Promise<Buffer>;
};

/**
 * How handing over ended. `refused`: this mail, for good. `later`: this mail, for now. `no-service`: the server is of no
 * use at present, whatever the mail. `uncertain`: the line was lost after the body had begun, before a reply.
 */
export type Delivery = {
  readonly kind: 'accepted' | 'refused' | 'later' | 'no-service' | 'uncertain';
  readonly code: number | null;
};

/** One log-in at the mail server, for one mail after another. */
export type SmtpSession = {
  readonly isOpen: () => boolean;
  readonly deliver: (mail: OutgoingMail) => Promise<Delivery>;
  readonly close: () => void;
};

/** The fields of the library's errors that are read; its texts may hold addresses. */
type SmtpFault = {
  readonly code?: string | undefined;
  readonly command?: string | undefined;
  readonly responseCode?: number | undefined;
};

/** Why no session stands; for the log. */
export class NoSession extends Error {
  readonly code: string;
  readonly replyCode: number | null;

  constructor(step: string, fault: SmtpFault) {
    super(`The mail server failed at ${step}`);
    this.name = 'NoSession';
    this.code = fault.code ?? 'ENOREPLY';
    this.replyCode = fault.responseCode ?? null;
  }
}

export type SmtpOptions = { readonly limits: SmtpLimits; readonly stop: AbortSignal };

/** Connects, encrypts and logs in. @throws NoSession */
export function openSmtpSession(server: MailServer, { limits, stop }: SmtpOptions): Promise<SmtpSession> {
  const connection = new SMTPConnection({
    ...tlsChoice(server),
    host: server.host,
    port: server.port,
    connectionTimeout: limits.openMs,
    greetingTimeout: limits.openMs,
    dnsTimeout: limits.openMs,
    socketTimeout: limits.bodyMs,
    allowInternalNetworkInterfaces: isLoopback(server.host),
  });
  return new Promise((resolve, reject) => {
    let step = 'connect';
    const fail = (fault: SmtpFault): void => {
      clearTimeout(timer);
      stop.removeEventListener('abort', giveUp);
      reject(new NoSession(step, fault));
      connection.close();
    };
    const giveUp = (): void => fail({ code: 'ETIMEDOUT' });
    const succeed = (): void => {
      clearTimeout(timer);
      stop.removeEventListener('abort', giveUp);
      resolve(sessionOver(connection, { limits, stop }));
    };
    const timer = setTimeout(giveUp, limits.openMs);
    stop.addEventListener('abort', giveUp, { once: true });
    // Stays for the whole session: an EventEmitter without it throws. `deliver` hears of errors by its callback.
    connection.on('error', fail);
    connection.once('end', giveUp);
    connection.connect((error) => {
      if (error) return fail(error);
      if (server.user === '') return succeed();
      step = 'log-in';
      connection.login({ user: server.user, pass: server.password }, (fault) => (fault ? fail(fault) : succeed()));
    });
    if (stop.aborted) giveUp();
  });
}

function sessionOver(connection: SMTPConnection, options: SmtpOptions): SmtpSession {
  return {
    isOpen: () => !connection.destroyed,
    async deliver(mail) {
      const delivery = await deliverOn(connection, mail, options);
      // A transaction that was not finished is in the way of the next mail; a new session is simpler than RSET.
      if (delivery.kind !== 'accepted') connection.close();
      return delivery;
    },
    close: () => connection.quit(),
  };
}

function deliverOn(connection: SMTPConnection, mail: OutgoingMail, { limits, stop }: SmtpOptions): Promise<Delivery> {
  return new Promise((resolve, reject) => {
    const body = new LateBody(async () => {
      const message = await mail.makeMessage();
      again(limits.bodyMs);
      return message;
    });
    let timer = setTimeout(giveUp, limits.envelopeMs);
    function again(ms: number): void {
      clearTimeout(timer);
      timer = setTimeout(giveUp, ms);
    }
    function end(fault: SmtpFault | null, code: number | null): void {
      clearTimeout(timer);
      stop.removeEventListener('abort', hurry);
      body.withhold();
      if (body.barredBy !== null) {
        connection.close();
        reject(body.barredBy.error);
        return;
      }
      resolve(fault === null ? { kind: 'accepted', code } : judge(fault, body.hasBegun));
    }
    function giveUp(): void {
      end({ code: 'ETIMEDOUT' }, null);
      connection.close();
    }
    function hurry(): void {
      if (body.hasBegun) again(limits.stopMs);
      else giveUp();
    }
    stop.addEventListener('abort', hurry, { once: true });
    connection.send({ from: mail.from, to: [mail.to] }, body, (error, info) =>
      end(error, Number(info?.response.slice(0, 3)) || null),
    );
  });
}

/**
 * Only a whole reply to the command itself counts; whatever else ends a session after the body began leaves it open
 * whether the mail went (RFC 5321 4.2.1, 6.1). A refused sender is no fault of the mail: every other would fail alike.
 */
function judge({ code, command, responseCode }: SmtpFault, hasBegun: boolean): Delivery {
  const isReply = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (!isReply || responseCode === undefined || responseCode < 400) {
    return { kind: hasBegun ? 'uncertain' : 'no-service', code: responseCode ?? null };
  }
  if (code === 'EENVELOPE' && command === 'MAIL FROM') return { kind: 'no-service', code: responseCode };
  return { kind: responseCode < 500 ? 'later' : 'refused', code: responseCode };
}
