import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createServer as createTlsServer, TLSSocket } from 'node:tls';
import { mailCatcherCertificate } from '../../demo/mail-catcher-certificate.ts';
import { type ReturnBoxLimits, usualReturnBoxLimits } from '../../main/engine/outbox/return-box-settings.ts';

export type KeptMessage = { readonly uid: number; readonly at: Date; readonly source: Buffer };

/** What the server does instead of answering: drop the line, say nothing, or say again and again that it is still there. */
export type ImapFault = 'cut' | 'silence' | 'trickle';

export type ImapServerOptions = {
  readonly user: string;
  readonly password: string;
  readonly security?: 'tls' | 'starttls' | 'none';
  /** Decides about single commands, `UID FETCH` among them; undefined lets the server answer. */
  readonly onCommand?: (name: string, rest: string) => ImapFault | undefined;
};

export type ImapServer = {
  readonly port: number;
  /** Every command with its arguments, those of a log-in left out. */
  readonly commands: readonly string[];
  /** How many bytes of messages went out. */
  readonly bytesSent: () => number;
  readonly sessions: () => number;
  /** Puts a message into INBOX, or another folder, which is made when it is not there. */
  readonly put: (source: string | Buffer, to?: { readonly at?: Date; readonly folder?: string }) => number;
  /** As after a move to another server: every message has another number. */
  readonly numberAnew: (uidValidity: number) => void;
  readonly letServer: (onCommand: NonNullable<ImapServerOptions['onCommand']>) => void;
  readonly close: () => Promise<void>;
};

type Folder = { uidValidity: number; nextUid: number; messages: KeptMessage[] };

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A small IMAP4rev1 server (RFC 3501) on this machine, for reading only: it knows no command that could change a folder. */
export async function startImapServer(options: ImapServerOptions): Promise<ImapServer> {
  const store = new Map<string, Folder>([['INBOX', { uidValidity: 1, nextUid: 1, messages: [] }]]);
  const sockets = new Set<Socket>();
  const commands: string[] = [];
  const tally = { bytes: 0, sessions: 0 };
  let onCommand = options.onCommand ?? (() => undefined);
  const serve = (socket: Socket) => {
    tally.sessions += 1;
    // Else the second line of an answer waits for the first one's receipt, some 40 ms
    socket.setNoDelay();
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    new Session({ options, store, commands, tally, onCommand: (name, rest) => onCommand(name, rest) }).begin(socket);
  };
  const server =
    options.security === 'tls' ? createTlsServer({ ...mailCatcherCertificate }, serve) : createServer(serve);
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    commands,
    bytesSent: () => tally.bytes,
    sessions: () => tally.sessions,
    put: (source, { at = new Date('2026-03-03T10:00:00Z'), folder = 'INBOX' } = {}) => {
      const kept = store.get(folder) ?? { uidValidity: 1, nextUid: 1, messages: [] };
      store.set(folder, kept);
      const message = { uid: kept.nextUid, at, source: Buffer.from(source) };
      kept.nextUid += 1;
      kept.messages.push(message);
      return message.uid;
    },
    numberAnew: (uidValidity) => {
      for (const folder of store.values()) {
        folder.uidValidity = uidValidity;
        folder.messages = folder.messages.map((message, index) => ({ ...message, uid: index + 1 }));
        folder.nextUid = folder.messages.length + 1;
      }
    },
    letServer: (next) => {
      onCommand = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

type Parts = {
  readonly options: ImapServerOptions;
  readonly store: ReadonlyMap<string, Folder>;
  readonly commands: string[];
  readonly tally: { bytes: number; sessions: number };
  readonly onCommand: (name: string, rest: string) => ImapFault | undefined;
};

class Session {
  private readonly parts: Parts;
  private socket: Socket | null = null;
  private received = Buffer.alloc(0);
  /** The command so far, while a literal of it is awaited. */
  private begun = '';
  private literalBytes = 0;
  private isIn = false;
  private folder: Folder | null = null;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  begin(socket: Socket): void {
    this.listen(socket);
    const fault = this.parts.onCommand('GREETING', '');
    if (fault === undefined) this.say('* OK ready');
    if (fault === 'cut') socket.destroy();
  }

  private listen(socket: Socket): void {
    this.socket = socket;
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      this.received = Buffer.concat([this.received, chunk]);
      while (this.takeLiteral() || this.takeLine()) {
        // one step each
      }
    });
  }

  private say(line: string | Buffer): void {
    if (this.socket?.destroyed === false) this.socket.write(Buffer.concat([Buffer.from(line), Buffer.from('\r\n')]));
  }

  private takeLiteral(): boolean {
    if (this.literalBytes === 0 || this.received.length < this.literalBytes) return false;
    const text = this.received.subarray(0, this.literalBytes).toString();
    this.received = this.received.subarray(this.literalBytes);
    this.literalBytes = 0;
    this.begun += `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
    return true;
  }

  private takeLine(): boolean {
    const end = this.received.indexOf('\r\n');
    if (this.literalBytes > 0 || end < 0) return false;
    const line = this.begun + this.received.subarray(0, end).toString();
    this.received = this.received.subarray(end + 2);
    const literal = /\{(\d+)\+?\}$/.exec(line);
    this.begun = literal === null ? '' : line.slice(0, literal.index);
    this.literalBytes = Number(literal?.[1] ?? 0);
    if (literal === null) this.obey(line);
    else this.say('+ go on');
    return true;
  }

  private obey(line: string): void {
    const [, tag = '*', name = '', rest = ''] = /^(\S+) (UID \S+|\S+) ?(.*)$/.exec(line) ?? [];
    const verb = name.toUpperCase();
    this.parts.commands.push(verb === 'LOGIN' ? verb : `${verb} ${rest}`.trim());
    const fault = this.parts.onCommand(verb, rest);
    if (fault === 'cut') this.socket?.destroy();
    if (fault === 'trickle') this.trickle();
    if (fault !== undefined) return;
    const answer = this.answerTo(verb, rest);
    this.say(`${tag} ${answer}`);
    if (verb === 'LOGOUT') this.socket?.end();
    if (verb === 'STARTTLS' && answer.startsWith('OK')) this.encrypt();
  }

  private trickle(): void {
    const timer = setInterval(() => this.say('* OK still here'), 100);
    this.socket?.once('close', () => clearInterval(timer));
  }

  private encrypt(): void {
    const plain = this.socket;
    if (plain === null) return;
    plain.removeAllListeners('data');
    this.listen(new TLSSocket(plain, { isServer: true, ...mailCatcherCertificate }));
  }

  private answerTo(verb: string, rest: string): string {
    switch (verb) {
      case 'CAPABILITY':
        this.say(`* CAPABILITY IMAP4rev1 ID NAMESPACE${this.canEncrypt() ? ' STARTTLS LOGINDISABLED' : ''}`);
        return 'OK done';
      case 'ID':
        this.say('* ID NIL');
        return 'OK done';
      case 'NOOP':
        return 'OK done';
      case 'STARTTLS':
        return this.canEncrypt() ? 'OK go on' : 'BAD not here';
      case 'LOGOUT':
        this.say('* BYE');
        return 'OK done';
      case 'LOGIN':
        return this.logIn(rest);
      default:
        return this.isIn ? this.answerInside(verb, rest) : 'BAD log in first';
    }
  }

  private canEncrypt(): boolean {
    return this.parts.options.security === 'starttls' && !(this.socket instanceof TLSSocket);
  }

  private logIn(rest: string): string {
    const { user, password } = this.parts.options;
    const [given, word] = stringsIn(rest);
    this.isIn = given === user && word === password && !this.canEncrypt();
    return this.isIn ? 'OK welcome' : 'NO [AUTHENTICATIONFAILED] wrong';
  }

  private answerInside(verb: string, rest: string): string {
    switch (verb) {
      case 'NAMESPACE':
        this.say('* NAMESPACE (("" "/")) NIL NIL');
        return 'OK done';
      case 'LIST':
      case 'LSUB':
        for (const name of this.parts.store.keys()) {
          if (stringsIn(rest)[1] === name) this.say(`* ${verb} () "/" ${JSON.stringify(name)}`);
        }
        return 'OK done';
      case 'EXAMINE':
        return this.examine(stringsIn(rest)[0] ?? '');
      case 'UID SEARCH':
        return this.search(rest);
      case 'UID FETCH':
        return this.fetch(rest);
      default:
        return 'BAD not known';
    }
  }

  private examine(name: string): string {
    this.folder = this.parts.store.get(name) ?? null;
    if (this.folder === null) return 'NO [NONEXISTENT] no such folder';
    this.say('* FLAGS (\\Seen)');
    this.say(`* ${this.folder.messages.length} EXISTS`);
    this.say('* 0 RECENT');
    this.say(`* OK [UIDVALIDITY ${this.folder.uidValidity}] valid`);
    this.say(`* OK [UIDNEXT ${this.folder.nextUid}] next`);
    return 'OK [READ-ONLY] done';
  }

  private search(rest: string): string {
    const messages = this.folder?.messages ?? [];
    const since = /SINCE "?(\d+)-(\w+)-(\d+)/i.exec(rest);
    const range = /UID ([\d:*,]+)/i.exec(rest)?.[1];
    const dayMs = since === null ? 0 : Date.UTC(Number(since[3]), months.indexOf(since[2] ?? ''), Number(since[1]));
    const found = messages
      .filter(({ at }) => at.getTime() >= dayMs)
      .filter(({ uid }) => range === undefined || isIn(range, uid, messages.at(-1)?.uid ?? 0))
      .map(({ uid }) => uid);
    // In an order of its own, as servers may (RFC 3501 7.2.5)
    this.say(`* SEARCH ${[...found].reverse().join(' ')}`.trim());
    return 'OK done';
  }

  private fetch(rest: string): string {
    const [range = '', ...items] = rest.split(' ');
    const query = items.join(' ');
    const messages = this.folder?.messages ?? [];
    for (const [index, { uid, source }] of messages.entries()) {
      if (!isIn(range, uid, messages.at(-1)?.uid ?? 0)) continue;
      const sections = sectionsOf(query, source);
      for (const { content } of sections) this.parts.tally.bytes += content.length;
      const head = Buffer.from(`* ${index + 1} FETCH (UID ${uid}`);
      const bodies = sections.map(({ name, content }) =>
        Buffer.concat([Buffer.from(` ${name} {${content.length}}\r\n`), content]),
      );
      this.say(Buffer.concat([head, ...bodies, Buffer.from(')')]));
    }
    return 'OK done';
  }
}

function stringsIn(text: string): readonly string[] {
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll(/\\(.)/g, '$1') ?? bare ?? '',
  );
}

function isIn(range: string, uid: number, lastUid: number): boolean {
  const numberOf = (text: string) => (text === '*' ? lastUid : Number(text));
  return range.split(',').some((part) => {
    const [one = '', other = one] = part.split(':');
    const [low = 0, high = 0] = [numberOf(one), numberOf(other)].sort((a, b) => a - b);
    return uid >= low && uid <= high;
  });
}

/** The parts of a message that a FETCH asks for: fields of the header, or its bytes from 0 on. */
function sectionsOf(query: string, source: Buffer): readonly { readonly name: string; readonly content: Buffer }[] {
  const head = source.subarray(0, source.indexOf('\r\n\r\n') + 4);
  const fields = /BODY\.PEEK\[HEADER\.FIELDS \(([^)]*)\)\]/i.exec(query);
  const whole = /BODY\.PEEK\[\](?:<0\.(\d+)>)?/i.exec(query);
  return [
    ...(fields === null
      ? []
      : [{ name: `BODY[HEADER.FIELDS (${fields[1]})]`, content: onlyFields(head, (fields[1] ?? '').split(' ')) }]),
    ...(whole === null
      ? []
      : [
          {
            name: whole[1] === undefined ? 'BODY[]' : 'BODY[]<0>',
            content: source.subarray(0, Number(whole[1] ?? source.length)),
          },
        ]),
  ];
}

function onlyFields(head: Buffer, names: readonly string[]): Buffer {
  const wanted = names.map((name) => name.toLowerCase());
  const fields = head
    .toString('latin1')
    .split(/\r\n(?![ \t])/)
    .filter((field) => wanted.includes(field.slice(0, field.indexOf(':')).toLowerCase()));
  return Buffer.from(`${fields.map((field) => `${field}\r\n`).join('')}\r\n`, 'latin1');
}

/** Waits short enough for a test in which a server stays silent, long enough for a busy machine. */
export const shortReturnBoxLimits: ReturnBoxLimits = { ...usualReturnBoxLimits, openMs: 3_000, answerMs: 3_000 };
