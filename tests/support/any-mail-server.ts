import { type AddressInfo, createServer, type Socket } from 'node:net';
import fc from 'fast-check';

/** Where a mail server is asked something. */
const points = ['greeting', 'ehlo', 'auth', 'mail', 'rcpt', 'data', 'afterBody', 'rset', 'other'] as const;
type Point = (typeof points)[number];

/** What it says there, byte for byte (latin1), and what it does next. */
export type Say = { readonly say: string; readonly next: 'go on' | 'cut' | 'reset' };
/** At every point what it says the first time, the second, ...; the last one from then on. */
export type AnyScript = Readonly<Record<Point, readonly Say[]>> & {
  /** Said unasked, once so many bytes of a body came. */
  readonly inBody: Say | null;
};

const usual: Readonly<Record<Point, readonly string[]>> = {
  greeting: ['220 ready\r\n', '220-one\r\n220 two\r\n'],
  ehlo: [
    '250 hello\r\n',
    '250-hello\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN\r\n',
    '250-hello\r\n250-SIZE 40\r\n250 SMTPUTF8\r\n',
    '250-hello\r\n250 STARTTLS\r\n',
  ],
  auth: ['235 welcome\r\n', '334 VXNlcm5hbWU6\r\n'],
  mail: ['250 sender\r\n'],
  rcpt: ['250 recipient\r\n', '251 will forward\r\n'],
  data: ['354 go on\r\n'],
  afterBody: ['250 2.0.0 taken\r\n', '250-taken\r\n250 as 4711\r\n'],
  rset: ['250 flushed\r\n'],
  other: ['250 fine\r\n', '221 bye\r\n'],
};

const code = fc.oneof(
  fc.constantFrom(
    211,
    220,
    221,
    235,
    250,
    251,
    334,
    354,
    421,
    450,
    451,
    452,
    454,
    500,
    501,
    503,
    530,
    535,
    550,
    552,
    554,
  ),
  fc.integer({ min: 0, max: 999 }),
);
const words = fc.oneof(
  fc.constantFrom('', 'ok', '5.1.1 unknown', '4.2.1 later', '5.7.1 policy', '2.0.0 taken', '5.1.1\tx', '250 ok'),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
/** One well-formed reply, of one line or more. */
const reply = fc.tuple(code, fc.array(words, { minLength: 1, maxLength: 3 })).map(([number, lines]) =>
  lines
    .map((text, index) => {
      const sign = index < lines.length - 1 ? '-' : ' ';
      return `${String(number).padStart(3, '0')}${sign}${text.replaceAll(/[\r\n]/g, '')}\r\n`;
    })
    .join(''),
);
const crumbs = fc.constantFrom(
  '2',
  '250',
  '250 ',
  '250-',
  '25',
  '354',
  '354 ',
  '421',
  '550 5.1.1',
  ' ',
  '-',
  '\r\n',
  '\n',
  '\r',
  '\0',
  'ok',
  '\xff',
);
/** Whatever a server says: well-formed replies, two at once, pieces of some, or any bytes. */
export const anyReply: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: reply },
  { weight: 1, arbitrary: fc.tuple(reply, reply).map((two) => two.join('')) },
  { weight: 2, arbitrary: fc.array(crumbs, { maxLength: 8 }).map((parts) => parts.join('')) },
  {
    weight: 1,
    arbitrary: fc.uint8Array({ maxLength: 40, size: 'max' }).map((bytes) => Buffer.from(bytes).toString('latin1')),
  },
);

const isReply = (text: string): boolean => /^\d{3}(?: [^\n]*)?\r?\n$/m.test(text);

/** After what is no reply to an end the client waits; that happens, but not in every case. */
const anySay: fc.Arbitrary<Say> = fc
  .tuple(anyReply, fc.constantFrom('go on', 'go on', 'go on', 'go on', 'cut', 'reset'), fc.integer({ min: 0, max: 19 }))
  .map(([say, next, chance]) => ({ say, next: next === 'go on' && !isReply(say) && chance > 0 ? 'cut' : next }) as Say);

const sayings = (point: Point): fc.Arbitrary<readonly Say[]> => {
  const good = fc.constantFrom(...usual[point]).map((say): Say => ({ say, next: 'go on' }));
  // A server that is odd everywhere never gets as far as a mail
  const some = fc.oneof({ weight: 4, arbitrary: good }, { weight: 1, arbitrary: anySay });
  const many = fc.array(some, { minLength: 1, maxLength: 3 });
  return fc.oneof({ weight: 3, arbitrary: good.map((one) => [one]) }, { weight: 1, arbitrary: many });
};

export const anyScript: fc.Arbitrary<AnyScript> = fc.record({
  greeting: sayings('greeting'),
  ehlo: sayings('ehlo'),
  auth: sayings('auth'),
  mail: sayings('mail'),
  rcpt: sayings('rcpt'),
  data: sayings('data'),
  afterBody: sayings('afterBody'),
  rset: sayings('rset'),
  other: sayings('other'),
  inBody: fc.oneof({ weight: 8, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: anySay }),
});

/**
 * A body that came with its final dot, and what was said from its first byte on, up to the next command: a client that has
 * handed it over cannot tell a reply that comes too early from the one to the final dot.
 */
export type TakenBody = { readonly to: string; said: string };

export type AnyMailServer = {
  readonly port: number;
  /** From here on it speaks so, and has heard nothing yet; lines that still stand are cut. */
  readonly speak: (script: AnyScript) => void;
  /** Whether it asked for a body to this address; some of it may be on the line when the line is cut. */
  readonly hasAskedFor: (to: string) => boolean;
  readonly bodies: () => readonly TakenBody[];
  readonly close: () => Promise<void>;
};

type Heard = { readonly bodies: TakenBody[]; readonly askedFor: Set<string> };

/** A server that says anything. It keeps no rule of SMTP but that a body ends with a dot. */
export async function startAnyMailServer(): Promise<AnyMailServer> {
  const sockets = new Set<Socket>();
  let heard: Heard = { bodies: [], askedFor: new Set() };
  let script: AnyScript | null = null;
  let times = new Map<Point, number>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    socket.setNoDelay(true);
    if (script === null) socket.destroy();
    else converse(socket, { script, times, heard });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cutAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    speak: (next) => {
      cutAll();
      script = next;
      heard = { bodies: [], askedFor: new Set() };
      times = new Map();
    },
    hasAskedFor: (to) => heard.askedFor.has(to),
    bodies: () => heard.bodies,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cutAll();
      }),
  };
}

type Talk = { readonly script: AnyScript; readonly times: Map<Point, number>; readonly heard: Heard };

function converse(socket: Socket, { script, times, heard }: Talk): void {
  let received = '';
  let recipient = '';
  let isInBody = false;
  let hasInterrupted = false;
  let taken: TakenBody | null = null;
  const utter = ({ say, next }: Say) => {
    if (taken !== null) taken.said += say;
    if (next === 'cut') socket.end(say, 'latin1');
    else socket.write(say, 'latin1');
    if (next === 'reset') socket.resetAndDestroy();
  };
  const at = (point: Point): Say => {
    const turn = times.get(point) ?? 0;
    times.set(point, turn + 1);
    const turns = script[point];
    return turns[Math.min(turn, turns.length - 1)] ?? { say: '', next: 'cut' };
  };
  const readBody = (): boolean => {
    const to = /^To: (.*)\r$/m.exec(received)?.[1];
    if (script.inBody !== null && !hasInterrupted && received.length > 0) {
      hasInterrupted = true;
      utter(script.inBody);
    }
    const end = received.indexOf('\r\n.\r\n');
    if (end < 0) return false;
    received = received.slice(end + 5);
    isInBody = false;
    taken = { to: to ?? '', said: hasInterrupted ? (script.inBody?.say ?? '') : '' };
    heard.bodies.push(taken);
    utter(at('afterBody'));
    return true;
  };
  const readLine = (): boolean => {
    const end = received.indexOf('\r\n');
    if (end < 0) return false;
    const verb = received.slice(0, Math.min(end, 4)).toUpperCase();
    recipient = /^RCPT TO:<([^>]*)>/i.exec(received)?.[1] ?? recipient;
    received = received.slice(end + 2);
    // Who asks on has heard what was said of the body
    taken = null;
    const said = at(pointOf(verb));
    if (verb !== 'QUIT' || said.next !== 'go on') utter(said);
    else utter({ say: said.say, next: 'cut' });
    // It has no certificate: what comes next is a handshake
    if (verb === 'STAR') socket.once('data', () => socket.destroy());
    isInBody = verb === 'DATA' && /^3/m.test(said.say);
    if (isInBody) heard.askedFor.add(recipient);
    return true;
  };
  socket.on('data', (chunk: Buffer) => {
    received += chunk.toString('latin1');
    // A client that did not hear "go on" says something else
    while (isInBody && !/^(RSET|QUIT)\r\n/.test(received) ? readBody() : readLine()) {
      // one step each
    }
  });
  utter(at('greeting'));
}

function pointOf(verb: string): Point {
  if (verb === 'EHLO' || verb === 'HELO') return 'ehlo';
  if (verb === 'AUTH') return 'auth';
  if (verb === 'MAIL') return 'mail';
  if (verb === 'RCPT') return 'rcpt';
  if (verb === 'DATA') return 'data';
  if (verb === 'RSET') return 'rset';
  return 'other';
}
