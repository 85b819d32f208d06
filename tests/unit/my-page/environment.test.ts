import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readDatabaseUrl, readSecret, readWholeNumber } from '../../../my-page/site/environment.ts';
import { readTrustedProxies } from '../../../my-page/site/proxy.ts';

const folder = mkdtempSync(join(tmpdir(), 'my-page-secret-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a secret', () => {
  const file = join(folder, 'url');
  writeFileSync(file, 'postgres://a:b@c/d\n');

  test('comes from the variable, or from the file that its _FILE names', () => {
    expect(readSecret({ DATABASE_URL: 'x' }, 'DATABASE_URL')).toBe('x');
    expect(readSecret({ DATABASE_URL_FILE: file, DATABASE_URL: '' }, 'DATABASE_URL')).toBe('postgres://a:b@c/d');
    expect(readSecret({ DATABASE_URL: '' }, 'DATABASE_URL')).toBeUndefined();
  });

  test('given twice, or in a file that is not there, is a fault in words', () => {
    expect(() => readSecret({ DATABASE_URL: 'x', DATABASE_URL_FILE: file }, 'DATABASE_URL')).toThrow('not both');
    expect(() => readSecret({ DATABASE_URL_FILE: join(folder, 'none') }, 'DATABASE_URL')).toThrow('cannot be read');
  });
});

test('an address of another kind of database is a fault that does not repeat its password', () => {
  expect(readDatabaseUrl({ DATABASE_URL: 'postgresql://a@b/c' })).toBe('postgresql://a@b/c');
  expect(() => readDatabaseUrl({ DATABASE_URL: 'mysql://a:secret@b/c' })).toThrow(
    /^DATABASE_URL is not an address such/,
  );
});

test('a number that is none is a fault in words', () => {
  expect(readWholeNumber({ PORT: '8080' }, 'PORT')).toBe(8080);
  expect(readWholeNumber({ PORT: '' }, 'PORT')).toBeUndefined();
  expect(() => readWholeNumber({ PORT: '80a' }, 'PORT')).toThrow('PORT is not a whole number');
});

describe('trusted proxies', () => {
  test.each([
    [undefined, []],
    ['0', []],
    ['1', ['loopback', 'uniquelocal']],
    ['203.0.113.7, 10.1.0.0/16,2001:db8::1', ['203.0.113.7', '10.1.0.0/16', '2001:db8::1']],
  ])('%s', (value, expected) => {
    expect(readTrustedProxies(value)).toEqual(expected);
  });

  test.each(['true', '0.0.0.0/0', '10.0.0.0/33', 'proxy.example', '10.0.0.0/8/8'])(
    '%s is a fault in words',
    (value) => {
      expect(() => readTrustedProxies(value)).toThrow('no address of a proxy');
    },
  );
});
