import type { ReadDb } from '../../main/engine/db/database.ts';
import type { Secrets } from '../../main/engine/secrets/secrets.ts';

/** Told of every point at which a program may be killed, by its name. */
export type Reach = (point: string) => void;

/** Tells points apart that have one name: "before commit of +shipment #2". */
export function numbered(reach: Reach): Reach {
  const times = new Map<string, number>();
  return (name) => {
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    reach(`${name} #${time}`);
  };
}

/**
 * Names what a connection commits from now on, just before and just after each commit. Wraps the connection's own functions, so the
 * program carries no hook for it.
 */
export function watchCommits(db: ReadDb, reach: Reach): void {
  const written: string[] = [];
  const { prepare, transaction } = db;
  db.prepare = ((text: string) => {
    const statement = prepare.call(db, text);
    const write = writeOf(text);
    if (write === null) return statement;
    for (const way of ['run', 'all', 'get'] as const) {
      const original = statement[way];
      Object.defineProperty(statement, way, {
        value: (...given: readonly unknown[]) => {
          written.push(write);
          return Reflect.apply(original, statement, given);
        },
      });
    }
    return statement;
  }) as typeof db.prepare;
  db.transaction = ((work: () => unknown) => {
    const isOuter = !db.inTransaction;
    if (isOuter) written.length = 0;
    const inner = transaction.call(db, () => {
      const result = work();
      if (isOuter && written.length > 0) reach(`before commit of ${nameOf(written)}`);
      return result;
    });
    const immediate = () => {
      const result = inner.immediate();
      if (isOuter && written.length > 0) reach(`after commit of ${nameOf(written)}`);
      return result;
    };
    // Only read in
    const deferred = () => transaction.call(db, work).deferred();
    return { immediate, deferred };
  }) as unknown as typeof db.transaction;
}

/** Tells before and after every write to the keychain. */
export function watchSecrets(secrets: Secrets, reach: Reach): Secrets {
  return {
    ...secrets,
    set: async (account, secret) => {
      const kind = account.split(':')[0];
      reach(`before keychain keeps ${kind}`);
      await secrets.set(account, secret);
      reach(`after keychain keeps ${kind}`);
    },
  };
}

/** What a statement writes; null for one that reads, or that only keeps lists up to date. */
function writeOf(text: string): string | null {
  const [, verb = '', table = '', rest = ''] =
    /^\s*(INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM) (\w+)\s*(?:SET (\w+ = (?:\d+|'\w+')))?/.exec(text) ?? [];
  if (verb === '' || /^order_(to_list|list|group)/.test(table)) return null;
  return `${verb.startsWith('I') ? '+' : verb === 'UPDATE' ? '' : '-'}${table}${rest === '' ? '' : `(${rest})`}`;
}

/** The first few writes say which transaction it is. */
function nameOf(written: readonly string[]): string {
  return [...new Set(written)].slice(0, 4).join(' ');
}
