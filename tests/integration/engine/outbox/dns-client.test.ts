import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDns } from '../../../../main/engine/outbox/deliverability/dns-client.ts';
import { type NameServer, startNameServer } from '../../../support/name-server.ts';

let names: NameServer;
beforeEach(async () => {
  names = await startNameServer({
    'fjell.example': { TXT: [`v=spf1 ${'ip4:192.0.2.1 '.repeat(30)}-all`, 'other'], MX: ['mx.fjell.example'] },
    's1._domainkey.fjell.example': { CNAME: 'key.host.example' },
    'key.host.example': { TXT: ['v=DKIM1; p='] },
    'smtp.fjell.example': { A: ['192.0.2.7'], AAAA: ['2001:db8::7'] },
    'empty.example': {},
    'broken.example': 'broken',
  });
});
afterEach(() => names.close());

const dns = () => openDns([names.server]);

test('a text is read whole, whatever strings it lies in, and through an alias', async () => {
  expect(await dns().texts('fjell.example')).toEqual({
    kind: 'found',
    records: [`v=spf1 ${'ip4:192.0.2.1 '.repeat(30)}-all`, 'other'],
  });
  expect(await dns().texts('s1._domainkey.fjell.example')).toEqual({ kind: 'found', records: ['v=DKIM1; p='] });
});

test('addresses are those of both kinds', async () => {
  expect(await dns().addresses('smtp.fjell.example')).toEqual({ kind: 'found', records: ['192.0.2.7', '2001:db8::7'] });
  expect(await dns().mailServers('fjell.example')).toEqual({ kind: 'found', records: ['mx.fjell.example'] });
});

test('nothing there and not known are two things', async () => {
  expect(await dns().texts('gone.example')).toEqual({ kind: 'none' });
  expect(await dns().texts('empty.example')).toEqual({ kind: 'none' });
  expect(await dns().texts('broken.example')).toEqual({ kind: 'failed' });
  expect(await dns().addresses('broken.example')).toEqual({ kind: 'failed' });
});
