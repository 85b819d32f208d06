import { Agent, request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A reverse proxy that hands every single request to another server than the one before. */
export type AlternatingProxy = {
  /** What browsers type. */
  readonly url: string;
  /** From now on requests go to these in turn. */
  readonly handTo: (targets: readonly string[]) => void;
  /** What each target has served, "GET /orders" and the like. */
  readonly served: ReadonlyMap<string, readonly string[]>;
  readonly close: () => Promise<void>;
};

export async function startAlternatingProxy(): Promise<AlternatingProxy> {
  const agent = new Agent({ keepAlive: true });
  const served = new Map<string, string[]>();
  let targets: readonly string[] = [];
  let turn = 0;
  const server = createServer((request, response) => {
    const target = targets[turn++ % targets.length];
    if (target === undefined) return void response.writeHead(503).end();
    served.get(target)?.push(`${request.method} ${request.url?.split('?')[0]}`);
    passOn(request, response, { target, agent });
  });
  // A browser that comes back after a while shall not meet a connection that is just being closed
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    handTo: (urls) => {
      targets = urls;
      for (const url of urls) served.set(url, []);
    },
    served,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        agent.destroy();
      }),
  };
}

type Way = { readonly target: string; readonly agent: Agent };

function passOn(request: IncomingMessage, response: ServerResponse, { target, agent }: Way): void {
  const { method, headers, url = '/' } = request;
  const onward = ask(new URL(url, target), { method, headers, agent }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    answer.pipe(response);
  });
  onward.on('error', () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
  request.pipe(onward);
}
