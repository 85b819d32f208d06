import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';

const lastLine = z.strictObject({
  fetchedOrders: z.int(),
  mails: z.array(
    z.strictObject({
      to: z.email(),
      subject: z.string().min(1),
      rules: z.array(z.int().min(1).max(7)).min(1),
      messageId: z.string(),
    }),
  ),
  publishedOrders: z.int(),
  myPageShows: z.boolean(),
  secondRunMails: z.int(),
  ms: z.int(),
});

/** Temporary files of the child, so that what it leaves can be seen. */
const folder = mkdtempSync(join(tmpdir(), 'headless-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function play(
  args: readonly string[],
): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
  const program = join(import.meta.dirname, '..', '..', '..', 'demo', 'headless.ts');
  const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, TMPDIR: folder } });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

describe('npm run demo -- --headless --json', () => {
  test('plays the main job: every rule tells its customers once, My page shows it, nothing is told twice', async () => {
    const { code, out, err } = await play(['--json']);
    expect(code, err + out).toBe(0);
    const report = lastLine.parse(JSON.parse(out.trimEnd().split('\n').at(-1) ?? ''));
    expect(report).toMatchObject({ fetchedOrders: 4, myPageShows: true, secondRunMails: 0 });
    expect(report.publishedOrders).toBeGreaterThan(0);
    for (const rule of [1, 2, 3, 4, 5, 6, 7]) {
      const told = report.mails.filter(({ rules }) => rules.includes(rule));
      expect(told.length, `mails of rule ${rule}`).toBeGreaterThanOrEqual(2);
    }
    expect(new Set(report.mails.map(({ messageId }) => messageId)).size).toBe(report.mails.length);
    expect(readdirSync(folder)).toEqual([]);
  });
});
