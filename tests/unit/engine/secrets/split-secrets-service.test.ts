import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Secrets } from '../../../../main/engine/secrets/secrets.ts';
import { partLimits, splitSecrets } from '../../../../main/engine/secrets/split-secrets-service.ts';
import { memoryKeychain } from '../../../support/memory-keychain.ts';
import { runs } from '../../../support/runs.ts';

const account = 'oauth-refresh:shop';

/** Windows' credential store: it takes no entry over its limit. */
function windowsKeychain() {
  const keychain = memoryKeychain();
  const set: Secrets['set'] = async (name, secret) => {
    if (Buffer.byteLength(secret) > partLimits.bytes || secret.length * 2 > partLimits.bytes) {
      throw new Error('The stub received bad data');
    }
    await keychain.set(name, secret);
  };
  return { ...keychain, set };
}

/** The program is killed at its n-th change of the keychain. */
function killedAt(keychain: Secrets, change: number): Secrets {
  let changes = 0;
  const count = () => {
    changes += 1;
    if (changes === change) throw new Error('killed');
  };
  return {
    get: keychain.get,
    set: async (name, secret) => {
      count();
      await keychain.set(name, secret);
    },
    delete: async (name) => {
      count();
      await keychain.delete(name);
    },
  };
}

const long = (letter: string, length = 5000) => letter.repeat(length);

describe('a long value', () => {
  test('comes back as it was, whatever its length and characters, in entries that Windows takes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 6000, size: 'max' }), async (secret) => {
        const keychain = windowsKeychain();
        await splitSecrets(keychain).set(account, secret);
        expect(await splitSecrets(keychain).get(account)).toBe(secret);
      }),
      { numRuns: runs(60) },
    );
  });

  test('that fits one entry lies there as it is, as it always did', async () => {
    const keychain = windowsKeychain();
    await splitSecrets(keychain).set(account, long('s', partLimits.characters));
    expect([...keychain.kept]).toEqual([[account, long('s', partLimits.characters)]]);
  });

  test('leaves nothing behind when it is replaced or forgotten', async () => {
    const keychain = windowsKeychain();
    const secrets = splitSecrets(keychain);
    await secrets.set(account, long('a'));
    await secrets.set(account, long('b', 9000));
    await secrets.set(account, long('c', 3000));
    expect([...keychain.kept.values()].join('')).not.toMatch(/aa|bb/);
    await secrets.set(account, 'short');
    expect([...keychain.kept]).toEqual([[account, 'short']]);
    await secrets.set(account, long('d'));
    await secrets.delete(account);
    expect([...keychain.kept]).toEqual([]);
  });

  test('that reads like a note of this program is still only a value', async () => {
    const keychain = windowsKeychain();
    const secrets = splitSecrets(keychain);
    const forged = `orderbud-parts:1:a:1:${'0'.repeat(64)}`;
    await secrets.set(account, forged);
    expect(await secrets.get(account)).toBe(forged);
  });
});

describe('a set written by half is never taken as a value', () => {
  test.each([
    ['short to long', 'old', long('n')],
    ['long to long', long('o'), long('n', 7000)],
    ['long to short', long('o'), 'new'],
    ['nothing to long', null, long('n')],
  ])('%s', async (_what, before, after) => {
    for (let change = 1; change < 30; change += 1) {
      const keychain = windowsKeychain();
      if (before !== null) await splitSecrets(keychain).set(account, before);
      const outcome = await splitSecrets(killedAt(keychain, change))
        .set(account, after)
        .then(
          () => 'done',
          () => 'killed',
        );
      expect([before, after]).toContain(await splitSecrets(keychain).get(account));
      // What the killed program left is no obstacle to the next try, and lies nowhere after it
      await splitSecrets(keychain).set(account, after);
      expect(await splitSecrets(keychain).get(account)).toBe(after);
      await splitSecrets(keychain).delete(account);
      expect([...keychain.kept]).toEqual([]);
      if (outcome === 'done') return;
    }
    throw new Error('The change never came to its end');
  });

  test('forgetting that was killed leaves the value whole or gone', async () => {
    for (let change = 1; change < 10; change += 1) {
      const keychain = windowsKeychain();
      await splitSecrets(keychain).set(account, long('o'));
      await splitSecrets(killedAt(keychain, change))
        .delete(account)
        .catch(() => {});
      expect([long('o'), null]).toContain(await splitSecrets(keychain).get(account));
      await splitSecrets(keychain).delete(account);
      expect([...keychain.kept]).toEqual([]);
    }
  });

  test('a part that is lost or was changed makes it missing, not another value', async () => {
    const keychain = windowsKeychain();
    await splitSecrets(keychain).set(account, long('o'));
    await keychain.set(`${account}#a1`, long('x', partLimits.characters));
    expect(await splitSecrets(keychain).get(account)).toBeNull();
    await keychain.delete(`${account}#a1`);
    expect(await splitSecrets(keychain).get(account)).toBeNull();
  });
});

test('a new value is kept although the parts of the old one cannot be removed; the next change removes them', async () => {
  const keychain = windowsKeychain();
  await splitSecrets(keychain).set(account, long('o'));
  const told: unknown[] = [];
  const locked = new Error('locked');
  const stubborn = { ...keychain, delete: () => Promise.reject(locked) };
  const secrets = splitSecrets(stubborn, (error) => told.push(error));
  await secrets.set(account, long('n'));
  expect(await secrets.get(account)).toBe(long('n'));
  expect(told).toEqual([locked]);
  await splitSecrets(keychain).set(account, 'short');
  expect([...keychain.kept]).toEqual([[account, 'short']]);
});

test('who reads or writes while another writes takes turns: every value is whole', async () => {
  const keychain = windowsKeychain();
  const secrets = splitSecrets(keychain);
  await secrets.set(account, long('o'));
  const work = [
    secrets.set(account, long('n')),
    secrets.get(account),
    secrets.set(account, long('m', 7000)),
    secrets.set(account, long('k')),
    secrets.get(account),
  ];
  expect(await Promise.all(work)).toEqual([undefined, long('n'), undefined, undefined, long('k')]);
  const parts = [...keychain.kept].filter(([name]) => name !== account).map(([, part]) => part);
  expect(parts.join('')).toBe(long('k'));
});

test('a change that fails stands in nobody’s way', async () => {
  const keychain = memoryKeychain();
  const secrets = splitSecrets(killedAt(keychain, 1));
  const failing = secrets.set(account, 'first');
  const next = secrets.set(account, 'second');
  await expect(failing).rejects.toThrow('killed');
  await next;
  expect(await secrets.get(account)).toBe('second');
});
