import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { killedProgram } from './killed-program.ts';
import { numbered } from './points.ts';
import type { FaultScene } from './scene.ts';

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
  /** Events of the run at which staff send another parcel off. */
  readonly staffWorkAt?: readonly number[];
};

const line = z.union([
  z.object({ starts: z.literal(true) }),
  z.object({ point: z.string(), walBytes: z.number() }),
  z.object({ acknowledged: z.string() }),
]);

/**
 * Runs Get Website Data on the scene's company in a process of its own and kills it (SIGKILL) when it comes by a point: its own ones
 * (points.ts), what the mail server hears, and what goes to and fro between it and My page. Without a point it comes to its end.
 */
export async function runKilledAt(
  scene: FaultScene,
  killedAt: KillAt = '',
  { together = 1, staffWorkAt = [2, 7, 14] }: KillOptions = {},
): Promise<KilledRun> {
  const { shop, faults } = scene;
  shop.session.close();
  const folder = mkdtempSync(join(tmpdir(), 'orderbud-killed-run-'));
  const secretsPath = join(folder, 'secrets.json');
  writeFileSync(secretsPath, JSON.stringify([...shop.secrets]));
  const { path } = await killedProgram();
  const orders = JSON.stringify({ now: shop.now().toISOString(), killedAt, staffWorkAt });
  const given = [path, shop.companyPath, secretsPath, orders];
  const child = spawn(process.execPath, given, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close') as Promise<[number | null, string | null]>;
  const points: string[] = [];
  const walBytes = new Map<string, number>();
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
  let timer: NodeJS.Timeout | undefined;
  const begin = () => {
    const isTimed = typeof killedAt === 'object' && 'afterMs' in killedAt;
    timer = isTimed ? setTimeout(() => child.kill('SIGKILL'), killedAt.afterMs) : undefined;
  };
  // What comes to the outside counts as come only once the program is gone
  const reached = async (name: string) => {
    reach(name);
    if (isKillAsked) await ended;
    return undefined;
  };
  const allHaveBody = meeting(together);
  faults.mailServer = {
    onConnect: () => reached('mail server: a line is opened'),
    onLogin: () => reached('mail server: login'),
    onSender: () => reached('mail server: MAIL FROM'),
    onRecipient: () => reached('mail server: RCPT TO'),
    onBody: () => reached('mail server: DATA'),
    onMessage: async () => {
      await allHaveBody();
      return reached('mail server: the whole body came');
    },
  };
  faults.website = {
    onCall: ({ method, path }) => reached(`My page: ${method} ${path} came`),
    onAnswer: ({ method, path }) => reached(`My page: ${method} ${path} was done`),
  };
  createInterface({ input: child.stdout }).on('line', (text) => {
    const told = line.parse(JSON.parse(text));
    if ('starts' in told) begin();
    else if ('acknowledged' in told) scene.acknowledged.add(told.acknowledged);
    else {
      points.push(told.point);
      walBytes.set(told.point, told.walBytes);
    }
  });
  const [code, signal] = await ended;
  clearTimeout(timer);
  for (const [account, secret] of JSON.parse(readFileSync(secretsPath, 'utf8'))) shop.secrets.set(account, secret);
  rmSync(folder, { recursive: true, force: true });
  if (signal !== 'SIGKILL' && code !== 0) throw new Error(`The run ended with ${code}`);
  return { wasKilled: signal === 'SIGKILL', points, walBytes };
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
