import { describe, expect, test } from 'vitest';
import type { Dns, LookUp } from '../../../../main/engine/outbox/deliverability/dns-client.ts';
import { loadSpf } from '../../../../main/engine/outbox/deliverability/load-spf-service.ts';
import { spfFinding } from '../../../../main/engine/outbox/deliverability/spf-finding.ts';
import {
  domainsNamed,
  isSpf,
  parseSpf,
  restOf,
  spfResultFor,
} from '../../../../main/engine/outbox/deliverability/spf-record.ts';
import { mailPresets } from '../../../../shared/mail-presets.ts';

type Names = Readonly<
  Record<string, { readonly txt?: readonly string[]; readonly ip?: readonly string[]; readonly mx?: readonly string[] }>
>;

/** Name servers by the book; what is not named is not there. */
function dnsOf(names: Names): Dns {
  const answer = (records: readonly string[] | undefined): LookUp =>
    records === undefined ? { kind: 'none' } : { kind: 'found', records };
  return {
    texts: async (name) => answer(names[name]?.txt),
    addresses: async (name) => answer(names[name]?.ip),
    mailServers: async (name) => answer(names[name]?.mx),
  };
}

const domain = 'fjell.example';
const loaded = async (names: Names) => {
  const lookUp = await loadSpf(domain, dnsOf(names));
  if (lookUp.kind !== 'loaded') throw new Error(lookUp.kind);
  return lookUp.spf;
};

describe('reading a record', () => {
  test.each([
    ['v=spf1 -all', true],
    ['v=spf1', true],
    ['V=SPF1 a', true],
    ['v=spf10 -all', false],
    ['spf1 -all', false],
  ])('%s is one: %s', (text, isOne) => expect(isSpf(text)).toBe(isOne));

  test.each([
    ['v=spf1 include: -all', 'include:'],
    ['v=spf1 ip4:1.2.3 -all', 'ip4:1.2.3'],
    ['v=spf1 ip4:1.2.3.4/33 -all', 'ip4:1.2.3.4/33'],
    ['v=spf1 ip6:1.2.3.4 -all', 'ip6:1.2.3.4'],
    ['v=spf1 incldue:x.example -all', 'incldue:x.example'],
    ['v=spf1 a/24//129', 'a/24//129'],
  ])('%s: receivers stumble over %s', (text, faulty) => expect(parseSpf(text)).toEqual({ faulty }));

  test('qualifiers, prefixes and modifiers are understood', () => {
    expect(parseSpf('v=spf1 +a/24//64 -mx:mail.example ?ip6:2001:db8::/32 exp=why.example redirect=r.example')).toEqual(
      {
        terms: [
          { qualifier: '+', mechanism: 'a', value: '', prefix4: 24, prefix6: 64, text: '+a/24//64' },
          {
            qualifier: '-',
            mechanism: 'mx',
            value: 'mail.example',
            prefix4: null,
            prefix6: null,
            text: '-mx:mail.example',
          },
          {
            qualifier: '?',
            mechanism: 'ip6',
            value: '2001:db8::',
            prefix4: null,
            prefix6: 32,
            text: '?ip6:2001:db8::/32',
          },
        ],
        redirect: 'r.example',
      },
    );
  });
});

describe('what receivers make of an address', () => {
  const names: Names = {
    [domain]: {
      txt: ['other=1', 'v=spf1 ip4:192.0.2.0/24 a:smtp.fjell.example mx include:_spf.host.example ~all'],
      mx: ['mx.fjell.example'],
    },
    'smtp.fjell.example': { ip: ['198.51.100.7', '2001:db8::7'] },
    'mx.fjell.example': { ip: ['198.51.100.9'] },
    '_spf.host.example': { txt: ['v=spf1 include:inner.host.example -ip4:203.0.113.66 ip4:203.0.113.0/24 -all'] },
    'inner.host.example': { txt: ['v=spf1 ip6:2001:db8:1::/48 ?all'] },
  };
  test.each([
    ['192.0.2.200', 'pass'],
    ['198.51.100.7', 'pass'],
    ['2001:db8::7', 'pass'],
    ['198.51.100.9', 'pass'],
    ['203.0.113.5', 'pass'],
    ['203.0.113.66', 'softfail'],
    ['2001:db8:1::1', 'pass'],
    ['8.8.8.8', 'softfail'],
  ] as const)('%s: %s', async (address, result) => expect(spfResultFor(await loaded(names), address)).toBe(result));

  test('a redirect decides where nothing matched, and only without an `all`', async () => {
    const target = { 'r.example': { txt: ['v=spf1 ip4:192.0.2.1 -all'] } };
    const redirected = await loaded({ ...target, [domain]: { txt: ['v=spf1 redirect=r.example'] } });
    expect(spfResultFor(redirected, '192.0.2.1')).toBe('pass');
    expect(spfResultFor(redirected, '192.0.2.2')).toBe('fail');
    expect(restOf(redirected)).toBe('-');
    const ended = await loaded({ ...target, [domain]: { txt: ['v=spf1 ?all redirect=r.example'] } });
    expect(spfResultFor(ended, '192.0.2.1')).toBe('neutral');
  });

  test('what depends on the mail itself is not known', async () => {
    const spf = await loaded({ [domain]: { txt: ['v=spf1 exists:%{i}._spf.example ip4:192.0.2.1 -all'] } });
    expect(spfResultFor(spf, '192.0.2.1')).toBe('pass');
    expect(spfResultFor(spf, '192.0.2.2')).toBe('not-known');
  });

  test('a provider is named however deep its record is included', async () => {
    const spf = await loaded({
      [domain]: { txt: ['v=spf1 include:_spf.fjell.example -all'] },
      '_spf.fjell.example': { txt: ['v=spf1 include:SPF.protection.outlook.com ~all'] },
      'SPF.protection.outlook.com': { txt: ['v=spf1 ip4:192.0.2.0/24 -all'] },
    });
    expect(domainsNamed(spf)).toContain('spf.protection.outlook.com');
  });
});

describe('a record that does not work', () => {
  test('none, several, an include without a record, more look-ups than receivers make', async () => {
    expect(await loadSpf(domain, dnsOf({}))).toEqual({ kind: 'missing' });
    expect(await loadSpf(domain, dnsOf({ [domain]: { txt: ['v=spf1 -all', 'v=spf1 ~all'] } }))).toEqual({
      kind: 'several',
    });
    expect(await loadSpf(domain, dnsOf({ [domain]: { txt: ['v=spf1 include:gone.example -all'] } }))).toEqual({
      kind: 'faulty',
      term: 'gone.example',
    });
    const many = Array.from({ length: 11 }, (_, index) => `a:a${index}.example`).join(' ');
    expect(await loadSpf(domain, dnsOf({ [domain]: { txt: [`v=spf1 ${many} -all`] } }))).toEqual({
      kind: 'too-many-lookups',
    });
    const loop = { [domain]: { txt: [`v=spf1 include:${domain} -all`] } };
    expect(await loadSpf(domain, dnsOf(loop))).toEqual({ kind: 'too-many-lookups' });
  });

  test('a name server that does not answer is not a missing record', async () => {
    const dns: Dns = { ...dnsOf({}), texts: async () => ({ kind: 'failed' }) };
    expect(await loadSpf(domain, dns)).toEqual({ kind: 'failed' });
  });
});

describe('what is told of it', () => {
  const { loopia, postmark } = mailPresets;
  const host = 'smtp.fjell.example';
  const kundspf = { 'kundspf.loopia.se': { txt: ['v=spf1 ip4:192.0.2.0/24 -all'] } };
  const told = async (
    record: string | null,
    rest: {
      readonly preset?: typeof loopia | typeof postmark | null;
      readonly addresses?: readonly string[];
      readonly isHostHere?: boolean;
    } = {},
  ) => {
    const lookUp = await loadSpf(
      domain,
      dnsOf({ ...kundspf, ...(record === null ? {} : { [domain]: { txt: [record] } }) }),
    );
    const { verdict, finding } = spfFinding({
      domain,
      lookUp,
      host,
      preset: null,
      addresses: ['192.0.2.9'],
      isHostHere: false,
      ...rest,
    });
    return [verdict, finding];
  };
  test.each([
    ['no record', null, {}, ['bad', 'spf-missing']],
    [
      'the provider is included',
      'v=spf1 include:kundspf.loopia.se -all',
      { preset: loopia },
      ['good', 'spf-names-provider'],
    ],
    ['the provider is not included', 'v=spf1 mx -all', { preset: loopia }, ['bad', 'spf-lacks-provider']],
    [
      'its addresses are written out',
      'v=spf1 ip4:192.0.2.0/24 -all',
      { preset: loopia },
      ['good', 'spf-covers-server'],
    ],
    ['the server is covered', 'v=spf1 ip4:192.0.2.9 -all', {}, ['good', 'spf-covers-server']],
    ['the server is not covered', 'v=spf1 ip4:192.0.2.1 -all', {}, ['warning', 'spf-lacks-server']],
    [
      'only one of its addresses is covered',
      'v=spf1 ip4:192.0.2.9 -all',
      { addresses: ['192.0.2.9', '2001:db8::9'] },
      ['warning', 'spf-lacks-server'],
    ],
    ['its addresses are not known', 'v=spf1 -all', { addresses: [] }, ['unknown', 'spf-not-known']],
    ['the server is this computer', 'v=spf1 -all', { isHostHere: true }, ['unknown', 'spf-server-here']],
    ['everybody may send', 'v=spf1 +all', {}, ['warning', 'spf-allows-all']],
    ['the provider has an envelope of its own', null, { preset: postmark }, ['unknown', 'spf-by-provider']],
  ] as const)('%s', async (_what, record, rest, expected) => expect(await told(record, rest)).toEqual(expected));
});
