/**
 * One Get Website Data in a process of its own, beside which staff go on working, and which kills itself at a point:
 * `killed-run.ts <company file> <secrets file> <now> <point>`. Tells on its output every point that it reaches, and what staff were
 * told is stored.
 */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createSession } from '../../main/engine/create-session.ts';
import { all } from '../../main/engine/db/database.ts';
import { getWebsiteData } from '../../main/engine/website-data/run-service.ts';
import { numbered, watchCommits, watchSecrets } from './points.ts';
import { ship } from './scene.ts';

const [companyPath = '', secretsPath = '', now = '', killedAt = ''] = process.argv.slice(2);
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
const reach = numbered((point) => {
  say({ point, walBytes: statSync(`${companyPath}-wal`, { throwIfNoEntry: false })?.size ?? 0 });
  if (point === killedAt) process.kill(process.pid, 'SIGKILL');
});

const readSecrets = () => new Map<string, string>(JSON.parse(readFileSync(secretsPath, 'utf8')));
const change = async (work: (kept: Map<string, string>) => unknown) => {
  const kept = readSecrets();
  work(kept);
  writeFileSync(secretsPath, JSON.stringify([...kept]));
};
const secrets = {
  get: async (account: string) => readSecrets().get(account) ?? null,
  set: (account: string, secret: string) => change((kept) => kept.set(account, secret)),
  delete: (account: string) => change((kept) => kept.delete(account)),
};

const session = createSession({ now: () => new Date(now), secrets: watchSecrets(secrets, reach) });
const { db } = await session.open(companyPath);
watchCommits(db, reach);

/** Events of the run at which staff send another parcel off. */
const staffWorkAt = new Set([2, 7, 14]);
let events = 0;
await getWebsiteData(session, {
  onEvent: () => {
    events += 1;
    if (!staffWorkAt.has(events)) return;
    const orders = all<{ id: number }>(db, `SELECT id FROM sales_order WHERE web_order_no <> 'W-NEW' ORDER BY id`);
    const order = orders[events % orders.length];
    if (order !== undefined) say({ acknowledged: ship(db, order.id) });
  },
});
session.close();
