/**
 * One Get Website Data in a process of its own, beside which staff go on working, and which kills itself at a point:
 * `killed-run.ts <company file> <secrets file> <orders as JSON>`. Tells on its output every point that it reaches, and what staff were
 * told is stored.
 */
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { createSession } from '../../main/engine/create-session.ts';
import { all } from '../../main/engine/db/database.ts';
import { getWebsiteData } from '../../main/engine/website-data/run-service.ts';
import { numbered, watchCommits, watchSecrets } from './points.ts';
import { ship } from './ship.ts';

const [companyPath = '', secretsPath = '', ordersJson = ''] = process.argv.slice(2);
const { now, killedAt, staffWorkAt } = z
  .object({
    now: z.string(),
    killedAt: z.union([z.string(), z.object({ own: z.number() }), z.object({}).transform(() => '')]),
    staffWorkAt: z.array(z.number()),
  })
  .parse(JSON.parse(ordersJson));
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
let own = 0;
const reach = numbered((point) => {
  own += 1;
  say({ point, walBytes: statSync(`${companyPath}-wal`, { throwIfNoEntry: false })?.size ?? 0 });
  if (typeof killedAt === 'object' ? killedAt.own === own : killedAt === point) process.kill(process.pid, 'SIGKILL');
});

const readSecrets = () => new Map<string, string>(JSON.parse(readFileSync(secretsPath, 'utf8')));
const change = async (work: (kept: Map<string, string>) => unknown) => {
  const kept = readSecrets();
  work(kept);
  // Whole or not at all, as a keychain writes
  writeFileSync(`${secretsPath}.new`, JSON.stringify([...kept]));
  renameSync(`${secretsPath}.new`, secretsPath);
};
const secrets = {
  get: async (account: string) => readSecrets().get(account) ?? null,
  set: (account: string, secret: string) => change((kept) => kept.set(account, secret)),
  delete: (account: string) => change((kept) => kept.delete(account)),
};

async function main(): Promise<void> {
  say({ starts: true });
  const session = createSession({ now: () => new Date(now), secrets: watchSecrets(secrets, reach) });
  const { db } = await session.open(companyPath);
  watchCommits(db, reach);

  let events = 0;
  await getWebsiteData(session, {
    onEvent: () => {
      events += 1;
      if (!staffWorkAt.includes(events)) return;
      const orders = all<{ id: number }>(db, `SELECT id FROM sales_order WHERE web_order_no <> 'W-NEW' ORDER BY id`);
      const order = orders[events % orders.length];
      if (order !== undefined) say({ acknowledged: ship(db, order.id) });
    },
  });
  session.close();
}

void main();
