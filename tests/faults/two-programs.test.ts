import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isLong } from './slice.ts';

/** As many as may be started at once by a person who clicks again and again. */
const programs = 8;
const rounds = isLong ? 3000 : 500;

type Taker = { readonly say: (line: string) => Promise<string>; readonly end: () => Promise<unknown> };

let folder: string;
let takers: readonly Taker[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orderbud-two-programs-'));
  takers = await Promise.all(Array.from({ length: programs }, startTaker));
});
afterEach(async () => {
  await Promise.all(takers.map((taker) => taker.end()));
  rmSync(folder, { recursive: true, force: true });
});

async function startTaker(): Promise<Taker> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'lock-taker.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => String((await lines.next()).value);
  expect(await next()).toBe('ready');
  return {
    say: (line) => {
      child.stdin.write(`${line}\n`);
      return next();
    },
    end: () => {
      child.stdin.end();
      return once(child, 'exit');
    },
  };
}

it.each([
  ['nobody had it open', false],
  ['a program that died had it open', true],
])('of programs that open a company at once one gets it, where %s (9.20)', async (_before, wasDead) => {
  for (let round = 0; round < rounds; round++) {
    const path = join(folder, `shop-${round}.orderbud`);
    if (wasDead) {
      const dead = { host: hostname(), user: 'kari', pid: 2 ** 30, heartbeatAt: '2026-03-03T09:12:00.000Z' };
      writeFileSync(`${path}.lock`, JSON.stringify(dead));
    }
    const answers = await Promise.all(takers.map((taker) => taker.say(path)));
    expect(answers.toSorted(), `round ${round}`).toEqual([
      ...Array.from({ length: programs - 1 }, () => 'company-in-use'),
      'taken',
    ]);
    await Promise.all(takers.map((taker) => taker.say('')));
    expect(existsSync(`${path}.lock`)).toBe(false);
  }
});
