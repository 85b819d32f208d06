import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import { type DestinationStream, type Logger, pino } from 'pino';
import { removeSecondFactor } from './accounts/second-factor-service.ts';
import { type ApiKeyScope, insertApiKey, type ListedKey, listApiKeys, revokeApiKey } from './api/api-key-store.ts';
import { apiRouter } from './api/api-router.ts';
import { openStore, type Store } from './db/store.ts';
import { startMailSender } from './mail/mail-sender-service.ts';
import type { MailServer } from './mail/mail-server.ts';
import type { SmtpLimits } from './mail/smtp-client.ts';
import { pagesRouter } from './pages/pages-router.ts';
import { answerBrokenRequest, answerUnreadableAddress, refuseSecondHost } from './site/broken-requests.ts';
import { describeError } from './site/describe-error.ts';
import { registerHealthRoutes } from './site/health-router.ts';
import { keepHouse } from './site/housekeeping-service.ts';
import { makeSecretBox, type SecretBox } from './site/secret-box.ts';
import { siteSecret } from './site/secret-store.ts';
import type { Site } from './site/site.ts';

const housekeepingEveryMs = 3_600_000;
const bodyLimitBytes = 64 * 1024;
/** From the first byte of a request to the last. */
const requestTimeoutMs = 60_000;
/** A connection on which nothing moves. */
const idleTimeoutMs = 120_000;

export type MyPageOptions = {
  /** The SQLite file; in memory where neither it nor `databaseUrl` is given. */
  readonly storePath?: string | undefined;
  /** A PostgreSQL database instead: postgres://... */
  readonly databaseUrl?: string | undefined;
  /** How many connections to PostgreSQL this instance takes at most; 10 by default. */
  readonly databaseConnections?: number | undefined;
  readonly host?: string | undefined;
  /** 0, the default, takes any free port. */
  readonly port?: number | undefined;
  /** What customers type; the address it listens on where it is not given. */
  readonly publicUrl?: string | undefined;
  /** Cookies over HTTPS only. By default, what `publicUrl` says. */
  readonly cookieSecure?: boolean | undefined;
  /** Believe X-Forwarded-For: only behind a proxy that sets it. */
  readonly trustProxy?: boolean | undefined;
  /** Where account mails are handed over; without it they stay queued. */
  readonly mailServer?: MailServer | null | undefined;
  readonly smtpLimits?: SmtpLimits | undefined;
  /** How long a request may take to arrive; a minute by default. */
  readonly requestTimeoutMs?: number | undefined;
  /** Seals what the site must read again, at least 32 characters; one from the store where it is not given. */
  readonly secretKey?: string | undefined;
  /** The key before it: what it sealed can still be read, and is sealed anew when it is used. */
  readonly formerSecretKey?: string | undefined;
  readonly clock?: (() => Date) | undefined;
  /** Where log lines (JSON, no personal data) go; nowhere by default. */
  readonly logTo?: DestinationStream | undefined;
  /** Hears of every route. For tests that go through all of them. */
  readonly onRoute?: ((route: { readonly method: string; readonly path: string }) => void) | undefined;
  /** Runs before every commit. For tests that delay commits. */
  readonly beforeCommit?: (() => Promise<void>) | undefined;
};

/** A running My page. */
export type MyPage = {
  /** What customers type; without a slash at the end. */
  readonly url: string;
  /** Where this process listens: the same, unless a proxy stands before it. */
  readonly localUrl: string;
  /** Makes a key for the API; it is shown this once and stored hashed. */
  readonly createApiKey: (scope: ApiKeyScope) => Promise<string>;
  readonly listApiKeys: () => Promise<readonly ListedKey[]>;
  /** Ends a key at once; false when there is no such key in use. */
  readonly revokeApiKey: (id: string) => Promise<boolean>;
  /** Takes away an account's second factor, and logs it out everywhere. */
  readonly removeSecondFactor: (email: string) => Promise<'removed' | 'has-none' | 'no-account'>;
  /** Removes what has had its time; runs hourly by itself. */
  readonly keepHouse: () => Promise<void>;
  /** Hands over the account mails that are due now; happens by itself, too. */
  readonly sendDueMails: () => Promise<void>;
  /** Lets requests under way end, then closes the store. */
  readonly close: () => Promise<void>;
};

/** Starts My page. Several processes may run on one store. */
export async function createMyPage(options: MyPageOptions = {}): Promise<MyPage> {
  const now = options.clock ?? (() => new Date());
  const log = makeLog(options.logTo);
  const store = await openStore({
    path: options.storePath,
    databaseUrl: options.databaseUrl,
    databaseConnections: options.databaseConnections,
    onConnectionLost: (error) => log.warn({ event: 'database-connection-lost', err: error }),
    now,
    beforeCommit: options.beforeCommit,
  });
  try {
    return await serve(options, { store, now, log });
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function serve(options: MyPageOptions, parts: Pick<Site, 'store' | 'now' | 'log'>): Promise<MyPage> {
  const { store, now, log } = parts;
  let url = options.publicUrl?.replace(/\/+$/, '') ?? '';
  const publicUrl = (): string => url;
  const mails = startMailSender({ store, now, log, publicUrl }, options.mailServer ?? null, options.smtpLimits);
  const site: Site = {
    store,
    now,
    publicUrl,
    isSecure: options.cookieSecure ?? url.startsWith('https:'),
    formSecret: await siteSecret(store, 'form'),
    optOutSecret: await siteSecret(store, 'opt-out'),
    secretBox: await openSecretBox(options, store),
    deviceSecret: await siteSecret(store, 'device'),
    mails,
    log,
  };
  const stop = { isAsked: false };
  const app = await makeApp(site, options, () => stop.isAsked);
  await app.listen({ host: options.host ?? '127.0.0.1', port: options.port ?? 0 });
  const localUrl = addressOf(app, options.host ?? '127.0.0.1');
  url ||= localUrl;
  await keepHouse(site);
  mails.poke();
  const timer = setInterval(() => {
    keepHouse(site).catch((error: unknown) => log.error({ event: 'housekeeping-failed', err: error }));
  }, housekeepingEveryMs);
  timer.unref();
  return {
    url,
    localUrl,
    createApiKey: (scope) => store.write((tx) => insertApiKey(tx, scope, now())),
    listApiKeys: () => listApiKeys(store.read),
    revokeApiKey: (id) => store.write((tx) => revokeApiKey(tx, id, now())),
    removeSecondFactor: (email) => removeSecondFactor(site, email),
    keepHouse: () => keepHouse(site),
    sendDueMails: mails.sendDue,
    close: async () => {
      clearInterval(timer);
      stop.isAsked = true;
      await app.close();
      await mails.close();
      await store.close();
    },
  };
}

/** The store's own key comes last: what it sealed before a key was set stays readable. */
async function openSecretBox(options: MyPageOptions, store: Store): Promise<SecretBox> {
  const own = await siteSecret(store, 'secret-box');
  const given = [options.secretKey, options.formerSecretKey].filter((key) => key !== undefined);
  const [current = own, ...former] = [...given, own];
  return makeSecretBox([current, ...former]);
}

async function makeApp(site: Site, options: MyPageOptions, isStopping: () => boolean): Promise<FastifyInstance> {
  const requestTimeout = options.requestTimeoutMs ?? requestTimeoutMs;
  const app = fastify({
    loggerInstance: site.log,
    // Fastify's own request lines hold addresses with tokens; ours name the route.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: bodyLimitBytes,
    requestTimeout,
    connectionTimeout: idleTimeoutMs,
    http: {
      headersTimeout: Math.min(20_000, requestTimeout),
      connectionsCheckingInterval: Math.min(5000, requestTimeout),
    },
    trustProxy: options.trustProxy ?? false,
    frameworkErrors: answerUnreadableAddress,
    clientErrorHandler: answerBrokenRequest,
  }) as unknown as FastifyInstance;
  app.addHook('onRoute', ({ method, url: path }) => {
    for (const each of [method].flat()) options.onRoute?.({ method: each, path });
  });
  // What a route does not name is no body it takes (415).
  app.removeAllContentTypeParsers();
  app.addHook('onRequest', refuseSecondHost);
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    const ms = Math.round(reply.elapsedTime);
    request.log.info({ event: 'request', method, route: routeOptions.url, status: reply.statusCode, ms });
  });
  await app.register(async (plain) => registerHealthRoutes(plain, site, isStopping));
  await app.register(apiRouter, { prefix: '/api/v1', site });
  await app.register(pagesRouter, { site });
  return app;
}

function makeLog(logTo: DestinationStream | undefined): Logger {
  const redact = ['req.headers', 'err.config'];
  return logTo ? pino({ redact, serializers: { err: describeError } }, logTo) : pino({ enabled: false });
}

function addressOf(app: FastifyInstance, host: string): string {
  const address = app.server.address() as AddressInfo;
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${address.port}`;
}
