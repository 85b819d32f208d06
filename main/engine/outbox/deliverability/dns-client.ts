import { Resolver } from 'node:dns/promises';

/** What a name server said of a name. `failed`: it said nothing that can be used, which is not the same as nothing there. */
export type LookUp =
  | { readonly kind: 'found'; readonly records: readonly string[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed' };

export type Dns = {
  /** TXT records, each with its strings joined (RFC 7208 3.3). */
  readonly texts: (name: string) => Promise<LookUp>;
  /** IPv4 and IPv6. */
  readonly addresses: (name: string) => Promise<LookUp>;
  /** Names of the servers that take the domain's mail. */
  readonly mailServers: (name: string) => Promise<LookUp>;
};

/** Codes by which a name server says that there is no such record. */
const nothingThere: ReadonlySet<string> = new Set(['ENOTFOUND', 'ENODATA']);

/** Asks the name servers of this computer, or the ones named (`address:port`). One question is asked twice and waits 4 s each. */
export function openDns(servers?: readonly string[]): Dns {
  const resolver = new Resolver({ timeout: 4000, tries: 2 });
  if (servers !== undefined && servers.length > 0) resolver.setServers(servers);
  return {
    texts: (name) => ask(async () => (await resolver.resolveTxt(name)).map((strings) => strings.join(''))),
    addresses: async (name) =>
      joined(await Promise.all([ask(() => resolver.resolve4(name)), ask(() => resolver.resolve6(name))])),
    mailServers: (name) => ask(async () => (await resolver.resolveMx(name)).map(({ exchange }) => exchange)),
  };
}

async function ask(question: () => Promise<readonly string[]>): Promise<LookUp> {
  try {
    const records = await question();
    return records.length === 0 ? { kind: 'none' } : { kind: 'found', records };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { kind: nothingThere.has(code) ? 'none' : 'failed' };
  }
}

function joined(answers: readonly LookUp[]): LookUp {
  const records = answers.flatMap((answer) => (answer.kind === 'found' ? answer.records : []));
  if (records.length > 0) return { kind: 'found', records };
  return { kind: answers.some((answer) => answer.kind === 'failed') ? 'failed' : 'none' };
}
