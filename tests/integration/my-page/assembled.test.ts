import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const run = promisify(execFile);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'my-page-assembled-'));
  await run(process.execPath, ['my-page/deploy/assemble.ts', folder]);
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

test('My page without the desktop program has all that it loads when it first uses it: common passwords, QR codes, the rest', async () => {
  const script = `
    const { commonPasswords } = await import('./my-page/accounts/common-passwords.ts');
    const { qrCode } = await import('./my-page/pages/qr-code.ts');
    const { createMyPage } = await import('./my-page/server.ts');
    const myPage = await createMyPage();
    const { status } = await fetch(myPage.url + '/log-in');
    await myPage.close();
    console.log(JSON.stringify([(await commonPasswords()).has('password123'), qrCode('x', 'y').markup.includes('<svg'), status]));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], { cwd: folder });
  expect(JSON.parse(stdout)).toEqual([true, true, 200]);
  // Not found by chance in a folder above.
  for (const name of ['bwip-js', 'fxa-common-password-list', 'fastify']) {
    expect(existsSync(join(folder, 'node_modules', name)), name).toBe(true);
  }
});
