import { type AlternatingProxy, startAlternatingProxy } from './alternating-proxy.ts';
import { MailBox } from './mail-box.ts';
import { startMailServer } from './my-page-mails.ts';
import { type InstanceOptions, startMyPageInstance } from './my-page-remote.ts';
import { makeDatabase, makeFolder } from './my-page-store.ts';
import { makeClock } from './test-clock.ts';

/** How My page runs: over which database, and in how many processes. */
export const siteKinds = ['SQLite', 'PostgreSQL', 'two instances'] as const;
export type SiteKind = (typeof siteKinds)[number];

/** A whole site as customers meet it: its address, and the processes behind it. */
export type MyPageSite = {
  readonly url: string;
  readonly desktopKey: string;
  readonly storefrontKey: string;
  readonly proxy: AlternatingProxy;
  /** What My page has handed over. */
  readonly mailBox: MailBox;
  /** What the clock of every process says. */
  readonly now: () => Date;
  /** Moves the clock of every process. */
  readonly forward: (step: { readonly minutes: number }) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Starts a site on a new, empty store. PostgreSQL is the cluster whose address ORDERBUD_TEST_POSTGRES is. */
export async function startMyPageSite(kind: SiteKind): Promise<MyPageSite> {
  const { place, remove } = kind === 'SQLite' ? await makeFolder() : await makeDatabase(postgresUrl());
  const proxy = await startAlternatingProxy();
  const clock = makeClock();
  const mailBox = new MailBox();
  const catcher = await startMailServer({ security: 'none', onMail: mailBox.keep });
  const options: InstanceOptions = {
    ...place,
    publicUrl: proxy.url,
    trustedProxies: ['127.0.0.1'],
    databaseConnections: 5,
    mailServer: catcher.server,
  };
  const first = await startMyPageInstance(options);
  const instances = kind === 'two instances' ? [first, await startMyPageInstance(options)] : [first];
  proxy.handTo(instances.map(({ localUrl }) => localUrl));
  return {
    url: proxy.url,
    desktopKey: await first.createApiKey('desktop'),
    storefrontKey: await first.createApiKey('storefront'),
    proxy,
    mailBox,
    now: clock.now,
    forward: async (step) => {
      clock.forward(step);
      await Promise.all(instances.map(({ forward }) => forward(step)));
    },
    close: async () => {
      await Promise.all(instances.map(({ close }) => close()));
      await proxy.close();
      await catcher.close();
      await remove();
    },
  };
}

function postgresUrl(): string {
  const url = process.env.ORDERBUD_TEST_POSTGRES;
  if (url === undefined) throw new Error('No PostgreSQL cluster was started for these tests');
  return url;
}
