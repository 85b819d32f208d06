import { randomUUID } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import { all, inTransaction, run } from '../../main/engine/db/database.ts';
import { openDatabase } from '../../main/engine/db/open-database.ts';
import { sendQueuedMails } from '../../main/engine/outbox/send-service.ts';
import type { OpenCompany } from '../../main/engine/session.ts';
import { queueMails } from '../../main/engine/website-data/queue-mails-service.ts';
import { insertRun } from '../../main/engine/website-data/run-store.ts';
import { testContext } from '../../tests/support/company.ts';
import { companyOver } from '../../tests/support/web-orders.ts';
import { type Helper, startHelper } from '../processes.ts';
import { type BenchResult, median, spreadOf } from '../result.ts';
import { buildCustomers } from './customers.ts';

const customers = 3_000;
const rounds = 5;
const sessions = 5;
const goal = 1.3;

/**
 * A run that finds, words, composes, journals and sends 3,000 mails against nodemailer's own pool, which composes and sends
 * as many like messages from ready HTML and text. In turns, both in this process, the server in another.
 */
export async function benchTelling(): Promise<readonly BenchResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'orderbud-telling-'));
  const sink = await startHelper(new URL('./sink-process.ts', import.meta.url));
  try {
    const built = join(folder, 'built.orderbud');
    await buildCustomers(built, customers);
    const ratios: number[] = [];
    const rates: { readonly ours: number; readonly pool: number }[] = [];
    for (let round = 0; round <= rounds; round++) {
      const path = join(folder, `round-${round}.orderbud`);
      await copyFile(built, path);
      const { took: oursMs, messages } = await tellAll(path, sink);
      const poolMs = await sendByPool(messages, sink);
      await rm(path);
      // The first round warms both
      if (round === 0) continue;
      ratios.push(poolMs / oursMs);
      rates.push({ ours: (1000 * customers) / oursMs, pool: (1000 * customers) / poolMs });
    }
    const perSecond = (of: 'ours' | 'pool') => median(rates.map((rate) => rate[of])).toFixed(0);
    const detail = `${perSecond('ours')} mails a second against ${perSecond('pool')}`;
    const work = `Telling ${customers} customers, found, worded and journalled, against nodemailer's pool that only composes and sends`;
    return [{ work, ratio: median(ratios), spread: spreadOf(ratios), goal, isLeast: true, detail }];
  } finally {
    await sink.stop();
    await rm(folder, { recursive: true });
  }
}

type Message = { readonly address: string; readonly subject: string; readonly html: string; readonly plain: string };

async function tellAll(
  path: string,
  sink: Helper,
): Promise<{ readonly took: number; readonly messages: readonly Message[] }> {
  const db = await openDatabase(path);
  const company = companyOver(db);
  pointTo(company, Number(sink.said));
  const before = performance.now();
  const runId = company.command((tx) => insertRun(tx, { at: testContext.now, who: 'bench' }));
  await queueMails(company, { runId, websiteId: 1, newUuid: randomUUID, now: () => new Date(testContext.now) });
  const result = await sendQueuedMails(company, { websiteId: 1, secrets: noSecrets });
  const took = performance.now() - before;
  if (result.accepted !== customers) throw new Error(`${result.accepted} mails were accepted`);
  await expectTaken(sink);
  const messages = all<Message>(db, 'SELECT address, subject, html, plain FROM whole_mail');
  db.close();
  return { took, messages };
}

async function sendByPool(messages: readonly Message[], sink: Helper): Promise<number> {
  const pool = nodemailer.createTransport({
    pool: true,
    maxConnections: sessions,
    maxMessages: Number.POSITIVE_INFINITY,
    host: '127.0.0.1',
    port: Number(sink.said),
    secure: false,
    ignoreTLS: true,
    allowInternalNetworkInterfaces: true,
  });
  const before = performance.now();
  await Promise.all(
    messages.map(({ address, subject, html, plain }) =>
      pool.sendMail({
        from: { name: 'Shop', address: 'post@shop.example' },
        to: address,
        subject,
        html,
        text: plain,
        textEncoding: 'quoted-printable',
      }),
    ),
  );
  const took = performance.now() - before;
  pool.close();
  await expectTaken(sink);
  return took;
}

function pointTo(company: OpenCompany, port: number): void {
  inTransaction(company.db, (tx) =>
    run(
      tx,
      `UPDATE website SET smtp_host = '127.0.0.1', smtp_port = @port, smtp_security = 'none', smtp_sessions = @sessions WHERE id = 1`,
      { port, sessions },
    ),
  );
}

async function expectTaken(sink: Helper): Promise<void> {
  const taken = await sink.ask('taken');
  if (taken !== customers) throw new Error(`The server took ${taken} mails`);
}

const noSecrets = { get: async () => null, set: async () => {}, delete: async () => {} };
