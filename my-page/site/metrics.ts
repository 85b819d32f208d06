import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Store } from '../db/store.ts';

/** From a page out of memory to a page that somebody has given up waiting for. */
const durationBuckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export type AnsweredRequest = {
  readonly method: string;
  /** The pattern of the route, never the address: that may hold a token. */
  readonly route: string | undefined;
  readonly status: number;
  readonly seconds: number;
};

/** What the site counts for whoever watches it. No label holds anything of a person. */
export type Metrics = {
  readonly countRequest: (request: AnsweredRequest) => void;
  /** `outcome`: logged-in, wrong, too-many-tries, ... */
  readonly countLogIn: (outcome: string) => void;
  /** `kind`: what the mail is for; `outcome`: accepted, later, refused, ... */
  readonly countMail: (kind: string, outcome: string) => void;
  /** All of it, as Prometheus reads it. */
  readonly text: () => Promise<string>;
  readonly contentType: string;
};

/** Makes a site's metrics; what the process itself says (memory, event loop) only where they are shown. */
export function makeMetrics(store: Store, options: { readonly showsProcess: boolean }): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (options.showsProcess) collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'my_page_request_duration_seconds',
    help: 'Time from the headers of a request to the end of its answer',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: durationBuckets,
    registers,
  });
  const logIns = new Counter({
    name: 'my_page_log_ins_total',
    help: 'Log-ins by outcome',
    labelNames: ['outcome'] as const,
    registers,
  });
  const mails = new Counter({
    name: 'my_page_mails_total',
    help: 'Mails by kind and outcome',
    labelNames: ['kind', 'outcome'] as const,
    registers,
  });
  gaugeConnections(store, registers);
  return {
    countRequest: ({ method, route, status, seconds }) => {
      duration.observe({ method, route: route ?? 'none', status: String(status) }, seconds);
    },
    countLogIn: (outcome) => logIns.inc({ outcome }),
    countMail: (kind, outcome) => mails.inc({ kind, outcome }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function gaugeConnections(store: Store, registers: Registry[]): void {
  if (store.connections() === null) return;
  new Gauge({
    name: 'my_page_database_connections',
    help: 'Connections to PostgreSQL: most allowed, open, in use; requests waiting for one',
    labelNames: ['state'] as const,
    registers,
    collect() {
      const now = store.connections();
      if (!now) return;
      this.set({ state: 'most' }, now.most);
      this.set({ state: 'open' }, now.open);
      this.set({ state: 'in-use' }, now.inUse);
      this.set({ state: 'waiting' }, now.waiting);
    },
  });
}
