import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProgramLanguage } from '../../../../shared/program-language.ts';
import { type Redirect, readRedirect } from './authorization-request.ts';
import { signInPage } from './sign-in-pages.ts';

/** Waits on this machine for the browser that comes back from the provider (RFC 8252 7.3). */
export type RedirectListener = {
  readonly port: number;
  /** The provider's answer to this sign-in. @throws the signal's reason */
  readonly answer: (signal: AbortSignal) => Promise<Exclude<Redirect, { readonly kind: 'not-ours' }>>;
  readonly close: () => void;
};

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'referrer-policy': 'no-referrer',
  connection: 'close',
};

/** Listens on a free port of the loopback address only; requests that do not carry `state` change nothing. */
export async function listenForRedirect(state: string, language: ProgramLanguage): Promise<RedirectListener> {
  const { promise, resolve } = Promise.withResolvers<Exclude<Redirect, { readonly kind: 'not-ours' }>>();
  const server = createServer((request, response) => {
    const redirect: Redirect = request.method === 'GET' ? readRedirect(request.url ?? '', state) : { kind: 'not-ours' };
    if (redirect.kind === 'not-ours') {
      response.writeHead(404, headers).end();
      return;
    }
    response.writeHead(200, headers).end(signInPage(language, redirect.kind === 'code' ? 'done' : 'refused'));
    response.once('close', () => resolve(redirect));
  });
  await new Promise<void>((listening, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', listening);
  });
  return {
    port: (server.address() as AddressInfo).port,
    answer: (signal) => Promise.race([promise, abortOf(signal)]),
    close: () => closeAll(server),
  };
}

function closeAll(server: Server): void {
  server.close();
  server.closeAllConnections();
}

function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
