import type { Dns } from './dns-client.ts';
import { hasMacro, isSpf, type LoadedSpf, type LoadedTerm, parseSpf, type SpfTerm } from './spf-record.ts';

export type SpfLookUp =
  | { readonly kind: 'loaded'; readonly spf: LoadedSpf }
  | { readonly kind: 'missing' }
  | { readonly kind: 'several' }
  /** The term that receivers stumble over, or the domain that is included and has no record. */
  | { readonly kind: 'faulty'; readonly term: string }
  | { readonly kind: 'too-many-lookups' }
  | { readonly kind: 'failed' };

class Stop extends Error {
  readonly outcome: Exclude<SpfLookUp, { readonly kind: 'loaded' }>;

  constructor(outcome: Exclude<SpfLookUp, { readonly kind: 'loaded' }>) {
    super(outcome.kind);
    this.outcome = outcome;
  }
}

/** Receivers give up after so many terms that ask a name server (RFC 7208 4.6.4). */
const mostLookups = 10;

/** Looks up a domain's SPF record and all that it names, as receivers do. */
export async function loadSpf(domain: string, dns: Dns): Promise<SpfLookUp> {
  let lookups = 0;
  const count = () => {
    lookups += 1;
    if (lookups > mostLookups) throw new Stop({ kind: 'too-many-lookups' });
  };

  async function load(name: string, text: string): Promise<LoadedSpf> {
    const record = parseSpf(text);
    if ('faulty' in record) throw new Stop({ kind: 'faulty', term: record.faulty });
    const terms: LoadedTerm[] = [];
    for (const term of record.terms) {
      terms.push(await loadTerm(name, term));
      // RFC 7208 5.1: what stands behind an `all` counts for nothing
      if (term.mechanism === 'all') break;
    }
    // RFC 7208 6.1: beside an `all` a redirect counts for nothing
    const hasAll = terms.some(({ mechanism }) => mechanism === 'all');
    const target = hasAll || record.redirect === null || hasMacro(record.redirect) ? null : record.redirect;
    if (target !== null) count();
    return { domain: name, text, terms, redirect: target === null ? null : await loadNamed(target) };
  }

  async function loadNamed(name: string): Promise<LoadedSpf> {
    const found = await recordOf(name, dns);
    if (typeof found === 'string') return load(name, found);
    throw new Stop(found.kind === 'failed' ? found : { kind: 'faulty', term: name });
  }

  async function loadTerm(domainOfRecord: string, term: SpfTerm): Promise<LoadedTerm> {
    const nothing = { ...term, addresses: [], included: null };
    if (term.mechanism === 'all' || term.mechanism === 'ip4' || term.mechanism === 'ip6') return nothing;
    count();
    if (hasMacro(term.value)) return nothing;
    const name = term.value === '' ? domainOfRecord : term.value;
    if (term.mechanism === 'include') return { ...nothing, included: await loadNamed(name) };
    if (term.mechanism === 'a') return { ...nothing, addresses: await addressesOf(name, dns) };
    if (term.mechanism === 'mx') return { ...nothing, addresses: await addressesOfMailServers(name, dns) };
    return nothing;
  }

  try {
    const found = await recordOf(domain, dns);
    return typeof found === 'string' ? { kind: 'loaded', spf: await load(domain, found) } : found;
  } catch (error) {
    if (error instanceof Stop) return error.outcome;
    throw error;
  }
}

async function recordOf(
  name: string,
  dns: Dns,
): Promise<string | { readonly kind: 'missing' } | { readonly kind: 'several' } | { readonly kind: 'failed' }> {
  const answer = await dns.texts(name);
  if (answer.kind === 'failed') return answer;
  const records = answer.kind === 'found' ? answer.records.filter(isSpf) : [];
  const [only] = records;
  if (only === undefined) return { kind: 'missing' };
  return records.length > 1 ? { kind: 'several' } : only;
}

async function addressesOf(name: string, dns: Dns): Promise<readonly string[]> {
  const answer = await dns.addresses(name);
  if (answer.kind === 'failed') throw new Stop(answer);
  return answer.kind === 'found' ? answer.records : [];
}

async function addressesOfMailServers(name: string, dns: Dns): Promise<readonly string[]> {
  const answer = await dns.mailServers(name);
  if (answer.kind === 'failed') throw new Stop(answer);
  const servers = answer.kind === 'found' ? answer.records.slice(0, mostLookups) : [];
  return (await Promise.all(servers.map((server) => addressesOf(server, dns)))).flat();
}
