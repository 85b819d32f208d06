import { createSocket } from 'node:dgram';
import type { AddressInfo } from 'node:net';
import { type Answer, AUTHORITATIVE_ANSWER, decode, encode, type Question } from 'dns-packet';

/** What a name holds; `silent` answers nothing, `broken` that the server could not find out (SERVFAIL). */
export type Zone = Readonly<Record<string, NameRecords | 'silent' | 'broken'>>;
export type NameRecords = {
  readonly TXT?: readonly string[];
  readonly A?: readonly string[];
  readonly AAAA?: readonly string[];
  readonly MX?: readonly string[];
  readonly CNAME?: string;
};

export type NameServer = {
  /** As resolvers take it. */
  readonly server: string;
  /** Changes what is there from now on. */
  readonly hold: (zone: Zone) => void;
  readonly close: () => Promise<void>;
};

const brokenReply = 2;
const noSuchName = 3;
/** What one string of a TXT record may hold. */
const longestString = 255;

/** A name server on loopback that speaks DNS over UDP (RFC 1035) and knows the names it was given, in any case of letters. */
export async function startNameServer(first: Zone): Promise<NameServer> {
  let zone = lowerCased(first);
  const socket = createSocket('udp4');
  socket.on('message', (bytes, { address, port }) => {
    const query = decode(bytes);
    const question = query.questions?.[0];
    if (question === undefined) return;
    const held = zone.get(question.name.toLowerCase());
    if (held === 'silent') return;
    const answers = held === undefined || held === 'broken' ? [] : answersTo(question, held, zone);
    const code = held === 'broken' ? brokenReply : held === undefined ? noSuchName : 0;
    const reply = encode({
      type: 'response',
      id: query.id ?? 0,
      flags: AUTHORITATIVE_ANSWER | code,
      questions: [question],
      answers: [...answers],
    });
    socket.send(reply, port, address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return {
    server: `127.0.0.1:${(socket.address() as AddressInfo).port}`,
    hold: (next) => {
      zone = lowerCased(next);
    },
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

function lowerCased(zone: Zone): ReadonlyMap<string, Zone[string]> {
  return new Map(Object.entries(zone).map(([name, held]) => [name.toLowerCase(), held]));
}

function answersTo(
  { name, type }: Question,
  held: NameRecords,
  zone: ReadonlyMap<string, Zone[string]>,
): readonly Answer[] {
  const ttl = 1;
  if (held.CNAME !== undefined) {
    const target = zone.get(held.CNAME.toLowerCase());
    const alias: Answer = { type: 'CNAME', name, ttl, data: held.CNAME };
    return typeof target === 'object' ? [alias, ...answersTo({ name: held.CNAME, type }, target, zone)] : [alias];
  }
  if (type === 'TXT') return (held.TXT ?? []).map((text) => ({ type, name, ttl, data: stringsOf(text) }));
  if (type === 'A' || type === 'AAAA') return (held[type] ?? []).map((data) => ({ type, name, ttl, data }));
  if (type === 'MX')
    return (held.MX ?? []).map((exchange) => ({ type, name, ttl, data: { preference: 10, exchange } }));
  return [];
}

function stringsOf(text: string): string[] {
  return text.match(new RegExp(`.{1,${longestString}}`, 'gs')) ?? [''];
}
