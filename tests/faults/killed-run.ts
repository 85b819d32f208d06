/**
 * One Get Website Data in a process of its own, beside which staff go on working, and which kills itself at a point:
 * `killed-run.ts <company file> <secrets file> <orders as JSON>`. Tells on its output every point that it reaches, what the shop is like
 * before and after everything that staff do, and what they were told is stored.
 */
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { createSession } from '../../main/engine/create-session.ts';
import { all } from '../../main/engine/db/database.ts';
import { getWebsiteData } from '../../main/engine/website-data/run-service.ts';
import { AppError } from '../../shared/errors.ts';
import { type Ask, askAmong, type Deed, deedSchema, doDeed } from './deeds.ts';
import type { KilledRunLine } from './kill.ts';
import { numbered, watchCommits, watchSecrets } from './points.ts';
import { readShopFacts } from './shop-facts.ts';
import { withheldTopics } from './withheld-topics.ts';

const [companyPath = '', secretsPath = '', ordersJson = ''] = process.argv.slice(2);
const { now, killedAt, work, arrivedIds, isHasty } = z
  .object({
    now: z.string(),
    killedAt: z.union([z.string(), z.object({ own: z.number() }), z.object({}).transform(() => '')]),
    work: z.array(z.object({ atEvent: z.number(), deed: deedSchema })),
    arrivedIds: z.array(z.string()),
    isHasty: z.boolean(),
  })
  .parse(JSON.parse(ordersJson));
const say = (line: KilledRunLine) => process.stdout.write(`${JSON.stringify(line)}\n`);
let own = 0;
const reach = numbered((point) => {
  own += 1;
  say({ point, walBytes: statSync(`${companyPath}-wal`, { throwIfNoEntry: false })?.size ?? 0 });
  if (typeof killedAt === 'object' ? killedAt.own === own : killedAt === point) process.kill(process.pid, 'SIGKILL');
});

const readSecrets = () => new Map<string, string>(JSON.parse(readFileSync(secretsPath, 'utf8')));
const change = async (alter: (kept: Map<string, string>) => unknown) => {
  const kept = readSecrets();
  alter(kept);
  // Whole or not at all, as a keychain writes
  writeFileSync(`${secretsPath}.new`, JSON.stringify([...kept]));
  renameSync(`${secretsPath}.new`, secretsPath);
};
const secrets = {
  get: async (account: string) => readSecrets().get(account) ?? null,
  set: (account: string, secret: string) => change((kept) => kept.set(account, secret)),
  delete: (account: string) => change((kept) => kept.delete(account)),
};

/** Whoever waits for a silent server waits less than a second here. */
function hasten(): void {
  const atMost = (ms: number | undefined) => Math.min(ms ?? 0, 400);
  const { setTimeout: later } = globalThis;
  const { timeout } = AbortSignal;
  globalThis.setTimeout = Object.assign(
    (run: () => void, ms?: number, ...given: unknown[]) => later(run, atMost(ms), ...(given as [])),
    later,
  );
  AbortSignal.timeout = (ms) => timeout.call(AbortSignal, atMost(ms));
}

async function main(): Promise<void> {
  if (isHasty) hasten();
  const session = createSession({ now: () => new Date(now), secrets: watchSecrets(secrets, reach) });
  say({ starts: true });
  const { db } = await session.open(companyPath);
  const held = all<{ no: string }>(
    db,
    `SELECT web_order_no AS no FROM sales_order o JOIN hold h
       ON h.contact_id = o.contact_id OR (h.order_id IN (o.id, o.parent_order_id) AND h.facts = '[]')`,
  );
  say({ facts: readShopFacts(db), held: held.map(({ no }) => no) });
  watchCommits(db, reach);
  // Of what this run itself hands over, nobody has asked the customer yet
  const ofEarlierRuns = new Set(
    all<{ id: number }>(db, `SELECT id FROM mail WHERE state = 'uncertain' OR (state = 'sending' AND journal = 2)`).map(
      ({ id }) => id,
    ),
  );
  const askEarlier = askAmong(arrivedIds);
  const ask: Ask = (mail) => (ofEarlierRuns.has(mail.id) ? askEarlier(mail) : null);
  let events = 0;
  const perform = (deed: Deed) => {
    say({ begins: deed.kind, facts: readShopFacts(db) });
    let isDone = true;
    try {
      doDeed(session, deed, ask, (withheld) =>
        say({ withholds: withheldTopics(db, withheld), isBeforeRun: events === 0 }),
      );
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      isDone = false;
    }
    say({ ends: deed.kind, isDone, facts: readShopFacts(db) });
  };
  const performAt = (event: number) => {
    for (const { atEvent, deed } of work) {
      if (atEvent !== event) continue;
      // What staff do comes as a message, so never in the midst of a transaction
      if (db.inTransaction) setImmediate(() => db.open && perform(deed));
      else perform(deed);
    }
  };

  performAt(0);
  await getWebsiteData(session, {
    sendTiming: { nowMs: () => 0, wait: async () => {} },
    onEvent: () => performAt(++events),
    // A run that cannot do its work would be killed in vain
    onUnexpected: (error) => {
      throw error;
    },
  });
  session.close();
}

void main();
