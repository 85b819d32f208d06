import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { SmtpLimits, SmtpSettings } from '../../main/engine/outbox/smtp-settings.ts';

export { type CaughtMail, type MailCatcher, startMailCatcher } from '../../demo/mail-catcher.ts';

/** Waits short enough for a test in which a server stays silent, long enough for a busy machine. */
export const shortLimits: SmtpLimits = { openMs: 5_000, envelopeMs: 5_000, bodyMs: 5_000, quitMs: 500 };

export function loopbackSettings(port: number, rest: Partial<SmtpSettings> = {}): SmtpSettings {
  return { host: '127.0.0.1', port, security: 'starttls', user: '', ...rest };
}

/** What a scripted server does at a point: reply (in pieces of `pieceBytes`), drop the line, or say nothing. */
export type Act = string | 'cut' | 'reset' | 'silence' | { readonly cutAfter: string };
export type Script = {
  readonly greeting?: Act;
  readonly ehlo?: Act;
  readonly auth?: Act;
  readonly mail?: Act;
  readonly rcpt?: Act;
  readonly data?: Act;
  /** What happens once so many bytes of the body came, before its end. */
  readonly inBody?: { readonly afterBytes: number; readonly act: Act };
  readonly afterBody?: Act;
  /** For one command line; overrules the rest. */
  readonly onLine?: (line: string, count: number) => Act | undefined;
  /** Every reply is written in pieces of so many bytes. */
  readonly pieceBytes?: number;
};

export type ScriptedServer = {
  readonly port: number;
  /** Every command line, all sessions together. */
  readonly lines: readonly string[];
  /** Bodies that came in full, as on the line (dots still stuffed). */
  readonly bodies: readonly string[];
  readonly sessions: () => number;
  readonly close: () => Promise<void>;
};

const usual: Required<Pick<Script, 'greeting' | 'ehlo' | 'auth' | 'mail' | 'rcpt' | 'data' | 'afterBody'>> = {
  greeting: '220 ready',
  ehlo: '250 hello',
  auth: '235 welcome',
  mail: '250 sender',
  rcpt: '250 recipient',
  data: '354 go on',
  afterBody: '250 2.0.0 taken',
};

/** An SMTP server that speaks as scripted, byte by byte where that matters. No TLS. */
export async function startScriptedServer(script: Script): Promise<ScriptedServer> {
  const lines: string[] = [];
  const bodies: string[] = [];
  const sockets = new Set<Socket>();
  let sessions = 0;
  const server = createServer((socket) => {
    sessions += 1;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    speak(socket, { ...usual, ...script }, { lines, bodies });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    lines,
    bodies,
    sessions: () => sessions,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

type Record = { readonly lines: string[]; readonly bodies: string[] };

function speak(socket: Socket, script: typeof usual & Script, record: Record): void {
  let received = '';
  let isInBody = false;
  let hasActedInBody = false;
  let writing = Promise.resolve();
  const act = (what: Act) => {
    if (what === 'silence') return;
    writing = writing.then(async () => {
      if (typeof what === 'object') socket.end(what.cutAfter);
      else if (what === 'cut') socket.destroy();
      else if (what === 'reset') socket.resetAndDestroy();
      else await write(socket, `${what}\r\n`, script.pieceBytes);
    });
  };
  const readBody = (): boolean => {
    const { inBody } = script;
    if (inBody !== undefined && !hasActedInBody && received.length >= inBody.afterBytes) {
      hasActedInBody = true;
      act(inBody.act);
    }
    const end = received.startsWith('.\r\n') ? 0 : received.indexOf('\r\n.\r\n') + 2;
    if (end === 1) return false;
    record.bodies.push(received.slice(0, end));
    received = received.slice(end + 3);
    isInBody = false;
    act(script.afterBody);
    return true;
  };
  const readLine = (): boolean => {
    const end = received.indexOf('\r\n');
    if (end < 0) return false;
    const line = received.slice(0, end);
    received = received.slice(end + 2);
    record.lines.push(line);
    const answer = script.onLine?.(line, record.lines.length) ?? usualAnswer(line, script);
    if (line.toUpperCase() === 'DATA' && typeof answer === 'string' && answer.startsWith('354')) isInBody = true;
    act(answer);
    if (line.toUpperCase() === 'QUIT') writing = writing.then(() => void socket.end());
    return true;
  };
  socket.on('data', (chunk: Buffer) => {
    received += chunk.toString('latin1');
    while (isInBody ? readBody() : readLine()) {
      // one step each
    }
  });
  act(script.greeting);
}

function usualAnswer(line: string, script: typeof usual): Act {
  const verb = line.slice(0, 4).toUpperCase();
  if (verb === 'EHLO' || verb === 'HELO') return script.ehlo;
  if (verb === 'AUTH') return script.auth;
  if (verb === 'MAIL') return script.mail;
  if (verb === 'RCPT') return script.rcpt;
  if (verb === 'DATA') return script.data;
  if (verb === 'QUIT') return '221 bye';
  return '250 fine';
}

async function write(socket: Socket, text: string, pieceBytes = text.length): Promise<void> {
  for (let at = 0; at < text.length; at += pieceBytes) {
    if (socket.destroyed) return;
    await new Promise<void>((resolve) => socket.write(text.slice(at, at + pieceBytes), () => resolve()));
    // A turn of the loop between pieces, so that they leave as packets of their own
    await new Promise((resolve) => setImmediate(resolve));
  }
}
