import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Deed } from './deeds.ts';
import { readMail } from './heard.ts';
import { killedProgram } from './killed-program.ts';
import { numbered } from './points.ts';
import type { FaultScene, Faults } from './scene.ts';
import { factValue } from './shop-facts.ts';

/** How a run in a process of its own ended, and the points that it came by. */
export type KilledRun = {
  readonly wasKilled: boolean;
  readonly points: readonly string[];
  /** How long the write-ahead log was at the points of the program's own. */
  readonly walBytes: ReadonlyMap<string, number>;
};

/** A point by its name, by its number among all of a side, or a moment after it began to open the company. */
export type KillAt = string | { readonly own: number } | { readonly outside: number } | { readonly afterMs: number };

export type KillOptions = {
  /** So many sessions have their first mail's body over before any of them is answered, or counts as a point. */
  readonly together?: number;
  /** What staff do before the run (0), or when so many events of it have come. */
  readonly work?: readonly { readonly atEvent: number; readonly deed: Deed }[];
  /** What else goes wrong on the other side. */
  readonly faults?: Faults;
  /** Nobody waits longer than a moment for an answer. */
  readonly isHasty?: boolean;
};

const facts = z.record(z.string(), factValue);
const line = z.union([
  z.object({ starts: z.literal(true) }),
  z.object({ point: z.string(), walBytes: z.number() }),
  z.object({ facts, held: z.array(z.string()) }),
  z.object({ begins: z.string(), facts }),
  z.object({ withholds: z.array(z.string()).readonly(), isBeforeRun: z.boolean() }),
  z.object({ ends: z.string(), isDone: z.boolean(), facts }),
]);
/** What a killed run tells on its output. */
export type KilledRunLine = z.input<typeof line>;

const parcels = [2, 7, 14].map((atEvent) => ({ atEvent, deed: { kind: 'ship' as const, pick: atEvent, value: 0 } }));

/**
 * Runs Get Website Data on the scene's company in a process of its own and kills it (SIGKILL) when it comes by a point: its own ones
 * (points.ts), what the mail server hears, and what goes to and fro between it and My page. Without a point it comes to its end.
 */
export async function runKilledAt(
  scene: FaultScene,
  killedAt: KillAt = '',
  { together = 1, work = parcels, faults = {}, isHasty = false }: KillOptions = {},
): Promise<KilledRun> {
  const { shop } = scene;
  shop.session.close();
  const folder = mkdtempSync(join(tmpdir(), 'orderbud-killed-run-'));
  const secretsPath = join(folder, 'secrets.json');
  writeFileSync(secretsPath, JSON.stringify([...shop.secrets]));
  const arrivedIds = scene.arrived.map((mail) => mail.parsed.messageId ?? '');
  const orders = JSON.stringify({ now: shop.now().toISOString(), killedAt, work, arrivedIds, isHasty });
  const { path } = await killedProgram();
  const child = spawn(process.execPath, [path, shop.companyPath, secretsPath, orders], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(path, '..', 'compiled') },
  });
  const ended = once(child, 'close') as Promise<[number | null, string | null]>;
  const told = listenTo(scene, child, killedAt);
  watchOutside(scene, { child, ended, killedAt, together, faults, points: told.points });
  const [code, signal] = await ended;
  // Whoever is asked later what arrived knows of all that it sent
  await shop.catcher.atRest();
  for (const [account, secret] of JSON.parse(readFileSync(secretsPath, 'utf8'))) shop.secrets.set(account, secret);
  rmSync(folder, { recursive: true, force: true });
  if (signal !== 'SIGKILL' && code !== 0) throw new Error(`The run ended with ${code}`);
  told.stop();
  if (!work.some(({ deed }) => deed.kind === 'let go')) assertHeldHeardNothing(scene, told.held, arrivedIds.length);
  return { wasKilled: signal === 'SIGKILL', points: told.points, walBytes: told.walBytes };
}

/** Writes down what the run tells, and kills it after a time. */
function listenTo(scene: FaultScene, child: ChildProcess, killedAt: KillAt) {
  const points: string[] = [];
  const walBytes = new Map<string, number>();
  const held: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  const begin = () => {
    const isTimed = typeof killedAt === 'object' && 'afterMs' in killedAt;
    timer = isTimed ? setTimeout(() => child.kill('SIGKILL'), killedAt.afterMs) : undefined;
  };
  const take = (told: z.output<typeof line>) => {
    if ('starts' in told) begin();
    else if ('point' in told) {
      points.push(told.point);
      walBytes.set(told.point, told.walBytes);
    } else if ('withholds' in told)
      scene.history.withhold(told.withholds, told.isBeforeRun ? scene.arrived.length : null);
    else if ('begins' in told) scene.history.begin(told.facts);
    else if ('ends' in told) scene.history.end(told.facts, told.isDone);
    else {
      scene.history.find(told.facts);
      held.push(...told.held);
    }
  };
  if (child.stdout === null) throw new Error('Its output is read');
  const failures: unknown[] = [];
  createInterface({ input: child.stdout }).on('line', (text) => {
    try {
      take(line.parse(JSON.parse(text)));
    } catch (error) {
      failures.push(error);
    }
  });
  const stop = () => {
    clearTimeout(timer);
    if (failures.length > 0) throw failures[0];
  };
  return { points, walBytes, held, stop };
}

type Outside = {
  readonly child: ChildProcess;
  readonly ended: Promise<unknown>;
  readonly killedAt: KillAt;
  readonly together: number;
  readonly faults: Faults;
  readonly points: string[];
};

/** Counts what the mail server and My page come by, and lets them go wrong. */
function watchOutside(scene: FaultScene, { child, ended, killedAt, together, faults, points }: Outside): void {
  let isKillAsked = false;
  let outside = 0;
  const reach = numbered((point) => {
    points.push(point);
    outside += 1;
    const isHere =
      typeof killedAt === 'object' ? 'outside' in killedAt && killedAt.outside === outside : point === killedAt;
    if (!isHere) return;
    isKillAsked = true;
    child.kill('SIGKILL');
  });
  // What comes to the outside counts as come only once the program is gone
  const reached = async <Answer>(name: string, answer: () => Answer): Promise<Awaited<Answer> | undefined> => {
    reach(name);
    if (!isKillAsked) return await answer();
    await ended;
    return undefined;
  };
  const allHaveBody = meeting(together);
  const { mailServer = {}, website = {} } = faults;
  scene.faults.mailServer = {
    onConnect: (...given) => reached('mail server: a line is opened', () => mailServer.onConnect?.(...given)),
    onLogin: (...given) => reached('mail server: login', () => mailServer.onLogin?.(...given)),
    onSender: (...given) => reached('mail server: MAIL FROM', () => mailServer.onSender?.(...given)),
    onRecipient: (...given) => reached('mail server: RCPT TO', () => mailServer.onRecipient?.(...given)),
    onBody: (...given) => reached('mail server: DATA', () => mailServer.onBody?.(...given)),
    onMessage: async (...given) => {
      await allHaveBody();
      return reached('mail server: the whole body came', () => mailServer.onMessage?.(...given));
    },
  };
  scene.faults.website = {
    onCall: (call) => reached(`My page: ${call.method} ${call.path} came`, () => website.onCall?.(call)),
    onAnswer: (call, answer) =>
      reached(`My page: ${call.method} ${call.path} was done`, () => website.onAnswer?.(call, answer)),
  };
}

/** Held from before the run to its end: nothing of it is told (docs/glossary.md, hold). */
function assertHeldHeardNothing(scene: FaultScene, held: readonly string[], heardBefore: number): void {
  const heard = scene.arrived.slice(heardBefore).flatMap((mail) => readMail(mail).map(({ webOrderNo }) => webOrderNo));
  assert.deepEqual(
    heard.filter((webOrderNo) => held.includes(webOrderNo)),
    [],
  );
}

/** Lets nobody on before so many have come; from then on everybody. */
function meeting(size: number): () => Promise<void> {
  let missing = size;
  let open = () => {};
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    missing -= 1;
    if (missing <= 0) open();
    return all;
  };
}
