import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { openKeychain } from '../../../../main/engine/secrets/keychain-client.ts';
import { AppError } from '../../../../shared/errors.ts';

const keychain = openKeychain();
const account = `test:${randomUUID()}`;

/** Whether a keychain answers here at all; `npm test` prepares a session bus with one on Linux. */
const hasKeychain = await keychain.set(account, 'probe').then(
  () => true,
  (error: unknown) => {
    if (error instanceof AppError && error.code === 'keychain-unavailable') return false;
    throw error;
  },
);

afterAll(async () => {
  if (hasKeychain) await keychain.delete(account);
});

test.runIf(hasKeychain)('the real keychain keeps a secret as it is, replaces it and forgets it', async () => {
  await keychain.set(account, 'first');
  await keychain.set(account, ' pæssword € "quoted" ');
  expect(await openKeychain().get(account)).toBe(' pæssword € "quoted" ');
  await keychain.delete(account);
  expect(await keychain.get(account)).toBeNull();
});

test.runIf(hasKeychain)('a secret that is not there is null, and forgetting it is no error', async () => {
  expect(await keychain.get(`test:${randomUUID()}`)).toBeNull();
  await keychain.delete(`test:${randomUUID()}`);
});

test.runIf(hasKeychain)(
  'the real keychain keeps a token that is longer than an entry, and forgets all of it',
  async () => {
    const token = `${'jwt-Ærø-€-😀.'.repeat(700)}end`;
    await keychain.set(account, token);
    expect(await openKeychain().get(account)).toBe(token);
    await keychain.set(account, 'short again');
    expect(await openKeychain().get(account)).toBe('short again');
    await keychain.set(account, token);
    await keychain.delete(account);
    expect(await keychain.get(account)).toBeNull();
    expect(await keychain.get(`${account}#a0`)).toBeNull();
  },
);

/** A program of its own, since the library keeps its connection to the bus for the life of a process. */
const withoutKeychain = `
  const { openKeychain } = await import(process.argv[1]);
  const keychain = openKeychain();
  const secret = 'must-not-be-written';
  const asked = [() => keychain.get('smtp:x'), () => keychain.set('smtp:x', secret), () => keychain.delete('smtp:x')];
  const codes = [];
  for (const ask of asked) codes.push(await ask().then(() => 'answered', (error) => error.code));
  console.log(JSON.stringify(codes));
`;

test.runIf(process.platform === 'linux')('without a keychain every question has one clear error', async () => {
  const client = new URL('../../../../main/engine/secrets/keychain-client.ts', import.meta.url).href;
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', withoutKeychain, client],
    {
      env: {
        PATH: process.env.PATH ?? '',
        DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus',
        // None of these may stand in for a keychain
        ORDERBUD_SMTP_PASSWORD: 'from the environment',
        SMTP_PASSWORD: 'from the environment',
      },
    },
  );
  expect(JSON.parse(stdout)).toEqual(['keychain-unavailable', 'keychain-unavailable', 'keychain-unavailable']);
  expect(stdout + stderr).not.toContain('must-not-be-written');
});
