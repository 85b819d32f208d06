import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type SiteRequest = {
  readonly method: string;
  readonly url: string;
  readonly authorization: string;
  readonly body: unknown;
};

export type ScriptedSite = {
  readonly url: string;
  readonly requests: readonly SiteRequest[];
  readonly close: () => Promise<void>;
};

/** A real HTTP server on loopback that answers as a test says: for what My page itself never does. */
export async function startScriptedSite(
  answer: (request: SiteRequest, response: ServerResponse, count: number) => void,
): Promise<ScriptedSite> {
  const requests: SiteRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const request = await readRequest(incoming);
    requests.push(request);
    answer(request, response, requests.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readRequest(incoming: IncomingMessage): Promise<SiteRequest> {
  let text = '';
  for await (const chunk of incoming) text += String(chunk);
  return {
    method: incoming.method ?? '',
    url: incoming.url ?? '',
    authorization: incoming.headers.authorization ?? '',
    body: text === '' ? null : JSON.parse(text),
  };
}

/** Answers JSON. */
export function sendJson(
  response: ServerResponse,
  body: unknown,
  { status = 200, headers = {} }: { readonly status?: number; readonly headers?: Record<string, string> } = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
