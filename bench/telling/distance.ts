import { randomUUID } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { all, inTransaction, run } from '../../main/engine/db/database.ts';
import { openDatabase } from '../../main/engine/db/open-database.ts';
import { sendQueuedMails } from '../../main/engine/outbox/send-service.ts';
import { queueMails } from '../../main/engine/website-data/queue-mails-service.ts';
import { insertRun } from '../../main/engine/website-data/run-store.ts';
import { testContext } from '../../tests/support/company.ts';
import { companyOver } from '../../tests/support/web-orders.ts';
import { type Helper, startHelper } from '../processes.ts';
import { type BenchResult, median, spreadOf } from '../result.ts';
import { sendBare } from './bare-client.ts';
import { buildCustomers } from './customers.ts';

const roundTripMs = 50;
const sessionCounts = [1, 5, 20] as const;
/** So many mails a session that opening it counts little. */
const mailsPerSession = 100;
const rounds = 5;
const goal = 0.9;
/** With a pipelined envelope (RFC 2920) a mail costs two: the envelope, and the body. */
const tripsPerMail = 2;

/**
 * Sending mails that are queued to a server with a round trip of 50 ms, every stage journalled: mails a second, of those
 * that the distance lets through; and, in turns, of those that a bare client gets through it on this machine just now.
 */
export async function benchDistance(): Promise<readonly BenchResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'orderbud-distance-'));
  const sink = await startHelper(new URL('./sink-process.ts', import.meta.url));
  const distance = await startHelper(new URL('./distance-process.ts', import.meta.url), {
    environment: { ROUND_TRIP_MS: String(roundTripMs) },
    first: Number(sink.said),
  });
  try {
    const port = Number(distance.said);
    const cases: Case[] = [];
    for (const sessions of sessionCounts) {
      const path = join(folder, `queued-${sessions}.orderbud`);
      await queueAll(path, sessions, port);
      cases.push({ sessions, path, port, measured: [] });
    }
    for (let round = 0; round < rounds; round++) {
      for (const one of cases) one.measured.push(await measure(one, sink));
    }
    return cases.flatMap(resultsOf);
  } finally {
    await distance.stop();
    await sink.stop();
    await rm(folder, { recursive: true });
  }
}

type Case = {
  readonly sessions: number;
  readonly path: string;
  readonly port: number;
  readonly measured: Measured[];
};
/** Mails a second, and how long the journal's commits took a mail. */
type Measured = { readonly rate: number; readonly bareRate: number; readonly commitMs: number };

function resultsOf({ sessions, measured }: Case): readonly BenchResult[] {
  const bound = (1000 * sessions) / (tripsPerMail * roundTripMs);
  const ofBound = measured.map(({ rate }) => rate / bound);
  const ofBare = measured.map(({ rate, bareRate }) => rate / bareRate);
  const middle = (of: keyof Measured) => median(measured.map((one) => one[of])).toFixed(1);
  const work = `Sending over ${sessions} sessions at a round trip of ${roundTripMs} ms`;
  return [
    {
      work: `${work}, of what the distance lets through`,
      ratio: median(ofBound),
      spread: spreadOf(ofBound),
      goal,
      isLeast: true,
      detail: `${middle('rate')} of ${bound} mails a second; commits took ${middle('commitMs')} ms a mail`,
    },
    {
      work: `${work}, of a bare client that journals nothing`,
      ratio: median(ofBare),
      spread: spreadOf(ofBare),
      goal: Number.POSITIVE_INFINITY,
      isLeast: true,
      detail: `${middle('rate')} of ${middle('bareRate')} mails a second`,
    },
  ];
}

/** A company whose mails are queued, and not yet tried. */
async function queueAll(path: string, sessions: number, port: number): Promise<void> {
  await buildCustomers(path, sessions * mailsPerSession);
  const db = await openDatabase(path);
  const company = companyOver(db);
  inTransaction(db, (tx) =>
    run(
      tx,
      `UPDATE website SET smtp_host = '127.0.0.1', smtp_port = @port, smtp_security = 'none', smtp_sessions = @sessions WHERE id = 1`,
      { port, sessions },
    ),
  );
  const runId = company.command((tx) => insertRun(tx, { at: testContext.now, who: 'bench' }));
  await queueMails(company, { runId, websiteId: 1, newUuid: randomUUID, now: () => new Date(testContext.now) });
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

async function measure({ sessions, path, port }: Case, sink: Helper): Promise<Measured> {
  const mails = sessions * mailsPerSession;
  const copy = `${path}.round`;
  await copyFile(path, copy);
  const db = await openDatabase(copy);
  const messages = all<{ message: Buffer }>(db, 'SELECT message FROM whole_mail').map(({ message }) => message);
  const company = companyOver(db);
  let commitMs = 0;
  const command: typeof company.command = (work) => {
    const before = performance.now();
    const done = company.command(work);
    commitMs += performance.now() - before;
    return done;
  };
  const ms = await timeOf(() => sendQueuedMails({ ...company, command }, { websiteId: 1, secrets: noSecrets }));
  db.close();
  await expectTaken(sink, mails);
  const bareMs = await timeOf(() => sendBare(port, { sessions, messages }));
  await expectTaken(sink, mails);
  return { rate: (1000 * mails) / ms, bareRate: (1000 * mails) / bareMs, commitMs: commitMs / mails };
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

async function expectTaken(sink: Helper, mails: number): Promise<void> {
  const taken = await sink.ask('taken');
  if (taken !== mails) throw new Error(`The server took ${taken} of ${mails} mails`);
}

const noSecrets = { get: async () => null, set: async () => {}, delete: async () => {} };
