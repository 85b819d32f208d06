import { BlockList, isIPv4, isIPv6 } from 'node:net';

type SpfQualifier = '+' | '-' | '~' | '?';
type SpfMechanism = 'all' | 'include' | 'a' | 'mx' | 'ip4' | 'ip6' | 'exists' | 'ptr';

export type SpfTerm = {
  readonly qualifier: SpfQualifier;
  readonly mechanism: SpfMechanism;
  /** A domain, or an address; '' for the domain of the record itself. */
  readonly value: string;
  /** Lengths of network prefixes; null for a single address. */
  readonly prefix4: number | null;
  readonly prefix6: number | null;
  /** The term as it stands. */
  readonly text: string;
};

export type SpfRecord = { readonly terms: readonly SpfTerm[]; readonly redirect: string | null };

/** Whether a TXT record is an SPF record (RFC 7208 4.5). */
export function isSpf(text: string): boolean {
  return /^v=spf1(?: |$)/i.test(text);
}

/** The name depends on the mail that is checked, which nobody knows before it is sent. */
export function hasMacro(value: string): boolean {
  return value.includes('%');
}

const termPattern =
  /^(?<qualifier>[+~?-]?)(?<mechanism>all|include|a|mx|ptr|ip4|ip6|exists)(?:[:](?<value>[^/]*(?:\/(?!\d)[^/]*)*))?(?:\/(?<prefix4>\d{1,3}))?(?:\/\/(?<prefix6>\d{1,3}))?$/i;

/** Reads an SPF record. @returns the term that cannot be read, when there is one: receivers then see no SPF at all (permerror) */
export function parseSpf(text: string): SpfRecord | { readonly faulty: string } {
  const terms: SpfTerm[] = [];
  let redirect: string | null = null;
  for (const word of text.split(/ +/).slice(1)) {
    if (word === '') continue;
    const [, name, value] = /^([a-z][a-z0-9_.-]*)=(.*)$/i.exec(word) ?? [];
    if (name !== undefined) {
      if (name.toLowerCase() === 'redirect') redirect = value ?? '';
      continue;
    }
    const term = parseTerm(word);
    if (term === null) return { faulty: word };
    terms.push(term);
  }
  return { terms, redirect: redirect === '' ? null : redirect };
}

function parseTerm(text: string): SpfTerm | null {
  const groups = termPattern.exec(text)?.groups;
  if (groups === undefined) return null;
  const mechanism = groups.mechanism?.toLowerCase() as SpfMechanism;
  const value = groups.value ?? '';
  const length = (prefix: string | undefined) => (prefix === undefined ? null : Number(prefix));
  const [prefix4, prefix6] = [length(groups.prefix4), length(groups.prefix6)];
  const needsValue = mechanism === 'include' || mechanism === 'exists' || mechanism === 'ip4' || mechanism === 'ip6';
  if (needsValue && value === '') return null;
  if (mechanism === 'ip4' && !(isIPv4(value) && isPrefix(prefix4, 32) && prefix6 === null)) return null;
  if (mechanism === 'ip6' && !(isIPv6(value) && isPrefix(prefix4, 128) && prefix6 === null)) return null;
  if (!isPrefix(prefix6, 128) || (mechanism !== 'ip6' && !isPrefix(prefix4, 32))) return null;
  return {
    qualifier: (groups.qualifier === '' ? '+' : groups.qualifier) as SpfQualifier,
    mechanism,
    value,
    prefix4: mechanism === 'ip6' ? null : prefix4,
    prefix6: mechanism === 'ip6' ? prefix4 : prefix6,
    text,
  };
}

function isPrefix(length: number | null, longest: number): boolean {
  return length === null || length <= longest;
}

/** A record with all that it names, looked up. */
export type LoadedSpf = {
  readonly domain: string;
  readonly text: string;
  readonly terms: readonly LoadedTerm[];
  readonly redirect: LoadedSpf | null;
};
export type LoadedTerm = SpfTerm & {
  /** Of `a` and `mx`: the addresses behind the name. */
  readonly addresses: readonly string[];
  /** Of `include`. */
  readonly included: LoadedSpf | null;
};

export type SpfResult = 'pass' | 'fail' | 'softfail' | 'neutral' | 'not-known';

const results = { '+': 'pass', '-': 'fail', '~': 'softfail', '?': 'neutral' } as const satisfies Record<
  SpfQualifier,
  SpfResult
>;

/** What receivers make of a mail from an address (RFC 7208 4.6); `not-known` where it depends on the mail itself. */
export function spfResultFor(spf: LoadedSpf, address: string): SpfResult {
  let mayHaveMatched = false;
  for (const term of spf.terms) {
    const matches = doesMatch(term, address);
    if (matches === 'not-known') mayHaveMatched = true;
    else if (matches) return mayHaveMatched && term.qualifier !== '+' ? 'not-known' : results[term.qualifier];
  }
  if (spf.redirect !== null) {
    const result = spfResultFor(spf.redirect, address);
    return mayHaveMatched && result !== 'pass' ? 'not-known' : result;
  }
  return mayHaveMatched ? 'not-known' : 'neutral';
}

function doesMatch(term: LoadedTerm, address: string): boolean | 'not-known' {
  switch (term.mechanism) {
    case 'all':
      return true;
    case 'ip4':
    case 'ip6':
      return isWithin(address, term.value, term);
    case 'a':
    case 'mx':
      if (hasMacro(term.value)) return 'not-known';
      return term.addresses.some((network) => isWithin(address, network, term));
    case 'include': {
      if (term.included === null) return 'not-known';
      const result = spfResultFor(term.included, address);
      return result === 'not-known' ? result : result === 'pass';
    }
    default:
      return 'not-known';
  }
}

function isWithin(address: string, network: string, { prefix4, prefix6 }: SpfTerm): boolean {
  if (isIPv4(address) !== isIPv4(network)) return false;
  const family = isIPv4(network) ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  list.addSubnet(network, family === 'ipv4' ? (prefix4 ?? 32) : (prefix6 ?? 128), family);
  return list.check(address, family);
}

/** Every domain whose record a record lets send, however deep it is named. */
export function domainsNamed(spf: LoadedSpf): readonly string[] {
  const included = spf.terms.flatMap((term) =>
    term.mechanism === 'include' && term.qualifier === '+'
      ? [term.value.toLowerCase(), ...(term.included === null ? [] : domainsNamed(term.included))]
      : [],
  );
  const redirected = spf.redirect === null ? [] : [spf.redirect.domain.toLowerCase(), ...domainsNamed(spf.redirect)];
  return [...included, ...redirected];
}

/** What becomes of mail that nothing in the record names: the qualifier of `all`, through redirects; null without one. */
export function restOf(spf: LoadedSpf): SpfQualifier | null {
  const all = spf.terms.find(({ mechanism }) => mechanism === 'all');
  if (all !== undefined) return all.qualifier;
  return spf.redirect === null ? null : restOf(spf.redirect);
}
