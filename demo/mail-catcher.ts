import type { AddressInfo, Socket } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { mailCatcherCertificate } from './mail-catcher-certificate.ts';

/** A mail as the server took it: the envelope, the exact bytes (dots unstuffed) and what a mail program shows. */
export type CaughtMail = {
  readonly from: string;
  readonly to: string;
  readonly raw: Buffer;
  readonly parsed: ParsedMail;
  readonly user: string;
  readonly wasEncrypted: boolean;
  /** Tells sessions apart. */
  readonly sessionId: string;
};

/** What a hook lets the server do instead of accepting: reply, or drop the line (`reset` with RST). */
export type Misbehaviour = { readonly reply: string } | 'cut' | 'reset';
type Answer = Misbehaviour | undefined | Promise<Misbehaviour | undefined>;

/** Decide about single commands; without a hook, or when it answers undefined, all is accepted. */
export type MailCatcherHooks = {
  readonly onConnect?: (sessionId: string) => Answer;
  readonly onLogin?: (user: string) => Answer;
  readonly onSender?: (address: string, sessionId: string) => Answer;
  readonly onRecipient?: (address: string, sessionId: string) => Answer;
  /** At DATA, before any of the body is read; `cut` here loses the line in the body. */
  readonly onBody?: (address: string, sessionId: string) => Answer;
  /** After the whole body came; `cut` here loses the line before the reply. */
  readonly onMessage?: (mail: CaughtMail) => Answer;
};

export type MailCatcherOptions = {
  /** 0 for any free one. */
  readonly port?: number;
  /** With a user, a login is demanded. */
  readonly user?: string;
  readonly password?: string;
  /** The access token that a login by SASL XOAUTH2 has to show now. */
  readonly accessToken?: () => string | undefined;
  readonly security?: 'starttls' | 'tls' | 'none';
  readonly hooks?: MailCatcherHooks;
  /** Told of every mail whose whole body came, before the reply. */
  readonly onMail?: (mail: CaughtMail) => void;
};

export type MailCatcher = {
  readonly port: number;
  /** In the order in which their bodies came in full; also those that were refused or cut after that. */
  readonly mails: readonly CaughtMail[];
  /** Once every line is closed and each mail whose body came in full is kept: what a client that died meanwhile has sent. */
  readonly atRest: () => Promise<void>;
  readonly close: () => Promise<void>;
};

class Refusal extends Error {
  readonly responseCode: number;

  constructor(reply: string) {
    super(reply.slice(4));
    this.responseCode = Number(reply.slice(0, 3));
  }
}

/** Starts a real SMTP server on this machine that keeps what it gets instead of passing it on. */
export async function startMailCatcher(options: MailCatcherOptions = {}): Promise<MailCatcher> {
  const { hooks = {}, security = 'starttls', user = '' } = options;
  const mails: CaughtMail[] = [];
  const sockets = new Map<number, Socket>();
  const beingRead = new Set<Promise<CaughtMail>>();
  const decide = async (answer: Answer, session: SMTPServerSession) => {
    const misbehaviour = await answer;
    if (misbehaviour === undefined) return;
    const socket = sockets.get(session.remotePort);
    if (misbehaviour === 'cut') socket?.destroy();
    else if (misbehaviour === 'reset') socket?.resetAndDestroy();
    else throw new Refusal(misbehaviour.reply);
    await new Promise<never>(() => {});
  };
  const server = new SMTPServer({
    ...mailCatcherCertificate,
    secure: security === 'tls',
    authOptional: user === '',
    allowInsecureAuth: security === 'none',
    ...(options.accessToken === undefined ? {} : { authMethods: ['XOAUTH2', 'PLAIN', 'LOGIN'] }),
    disabledCommands: [...(user === '' ? ['AUTH'] : []), ...(security === 'starttls' ? [] : ['STARTTLS'])],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onConnect: (session, done) => passOn(decide(hooks.onConnect?.(session.id), session), done),
    onAuth(login, session, done) {
      const check = async () => {
        await decide(hooks.onLogin?.(login.username ?? ''), session);
        const isGood =
          login.method === 'XOAUTH2'
            ? login.accessToken === options.accessToken?.()
            : login.password === options.password;
        if (login.username !== user || !isGood) throw new Refusal('535 5.7.8 Wrong login');
        return { user };
      };
      check().then(
        (response) => done(null, response),
        (error: Error) => done(error),
      );
    },
    onMailFrom: (address, session, done) =>
      passOn(decide(hooks.onSender?.(address.address, session.id), session), done),
    onRcptTo: (address, session, done) =>
      passOn(decide(hooks.onRecipient?.(address.address, session.id), session), done),
    onData(stream, session, done) {
      const take = async () => {
        await decide(hooks.onBody?.(recipientsOf(session), session.id), session);
        const raw = await wholeBody(stream);
        const reading = readMail(raw, session);
        beingRead.add(reading);
        const mail = await reading.finally(() => beingRead.delete(reading));
        mails.push(mail);
        options.onMail?.(mail);
        await decide(hooks.onMessage?.(mail), session);
      };
      passOn(take(), done);
    },
  });
  // A line that a client or a hook cut is no error of this server
  server.on('error', () => {});
  server.server.on('connection', (socket: Socket) => {
    const port = socket.remotePort ?? 0;
    sockets.set(port, socket);
    socket.once('close', () => sockets.delete(port));
  });
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    atRest: async () => {
      // Some turns in a row: what came last passes through streams and hooks
      for (let quiet = 0; quiet < 5; quiet += 1) {
        await new Promise((resolve) => setImmediate(resolve));
        if (server.connections.size > 0 || beingRead.size > 0) quiet = -1;
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets.values()) socket.destroy();
      }),
  };
}

function passOn(outcome: Promise<void>, done: (error?: Error | null) => void): void {
  outcome.then(
    () => done(),
    (error: Error) => done(error),
  );
}

function recipientsOf(session: SMTPServerSession): string {
  return session.envelope.rcptTo.map((recipient) => recipient.address).join(', ');
}

/** Comes to no end where the line is lost before its final dot. */
async function wholeBody(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function readMail(raw: Buffer, session: SMTPServerSession): Promise<CaughtMail> {
  const sender = session.envelope.mailFrom;
  return {
    from: sender === false ? '' : sender.address,
    to: recipientsOf(session),
    raw,
    parsed: await simpleParser(raw),
    user: String(session.user ?? ''),
    wasEncrypted: session.secure,
    sessionId: session.id,
  };
}
