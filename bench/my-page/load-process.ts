import autocannon from 'autocannon';

/** Loads one address; in a process of its own, so that measuring and answering do not share a thread. */
export type LoadOrder = {
  readonly url: string;
  /** Each with the cookie that it is asked with; every connection goes through a share of them, again and again. */
  readonly visits: readonly { readonly path: string; readonly cookie: string }[];
  readonly connections: number;
  readonly seconds: number;
  /** Requests a second of all connections together; as many as it takes where it is not given. */
  readonly rate?: number;
};
export type LoadResult = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
};

process.on('message', (order) => {
  void load(order as LoadOrder).then((result) => process.send?.(result));
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');

async function load(order: LoadOrder): Promise<LoadResult> {
  const { url, visits, connections, seconds, rate } = order;
  let connection = 0;
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    ...(rate !== undefined && { overallRate: rate }),
    setupClient: (client) => {
      const mine = visits.filter((_visit, index) => index % connections === connection);
      connection += 1;
      client.setRequests(mine.map(({ path, cookie }) => ({ method: 'GET', path, headers: { cookie } })));
    },
  });
  return {
    perSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.errors + result.timeouts + result.non2xx,
  };
}
