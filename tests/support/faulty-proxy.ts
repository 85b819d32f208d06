import { Agent, request as ask, createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export type ProxiedCall = { readonly method: string; readonly path: string };

/** What a client gets instead of the site's answer; `cutAfter` bytes of the body the line is lost. */
export type FaultyAnswer =
  | 'cut'
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body: string;
      readonly cutAfter?: number;
    };

export type SiteAnswer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };

/** Without a hook, or when it answers undefined, a call and its answer pass as they are. */
export type ProxyHooks = {
  /** The site has not heard of the call yet, and does not when this answers something. */
  readonly onCall?: (call: ProxiedCall) => Promise<FaultyAnswer | undefined>;
  /** The site has done what it was asked; the caller has not heard of it yet. */
  readonly onAnswer?: (call: ProxiedCall, answer: SiteAnswer) => Promise<FaultyAnswer | undefined>;
};

export type FaultyProxy = { readonly url: string; readonly close: () => Promise<void> };

/** A line to a site on which a test can lose or change what goes to and fro. */
export async function startFaultyProxy(target: string, hooks: ProxyHooks): Promise<FaultyProxy> {
  const agent = new Agent({ keepAlive: true });
  const server = createServer(async (incoming, response) => {
    response.on('error', () => {});
    const give = (answer: FaultyAnswer) => {
      if (answer === 'cut') return void incoming.socket.destroy();
      const body = Buffer.from(answer.body);
      response.writeHead(answer.status, { 'content-length': body.length, ...answer.headers });
      if (answer.cutAfter === undefined) return void response.end(body);
      response.write(body.subarray(0, answer.cutAfter), () => incoming.socket.destroy());
    };
    const call = { method: incoming.method ?? '', path: new URL(incoming.url ?? '/', target).pathname };
    try {
      const sent = await bodyOf(incoming);
      const before = await hooks.onCall?.(call);
      if (before !== undefined) return give(before);
      const answer = await passOn(incoming, sent, { target, agent });
      const instead = await hooks.onAnswer?.(call, answer);
      if (instead !== undefined) return give(instead);
      const { 'transfer-encoding': _chunked, connection: _connection, ...headers } = answer.headers;
      response.writeHead(answer.status, { ...headers, 'content-length': answer.body.length }).end(answer.body);
    } catch {
      // Either side has gone
      incoming.socket.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        agent.destroy();
      }),
  };
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

type Way = { readonly target: string; readonly agent: Agent };

function passOn({ method, headers, url = '/' }: IncomingMessage, sent: Buffer, way: Way): Promise<SiteAnswer> {
  return new Promise((resolve, reject) => {
    const onward = ask(new URL(url, way.target), { method, headers, agent: way.agent }, (answer) => {
      bodyOf(answer).then(
        (body) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body }),
        reject,
      );
    });
    onward.on('error', reject);
    onward.end(sent);
  });
}
