import { createHash } from 'node:crypto';
import type { Secrets } from './secrets.ts';

/**
 * What one entry may hold. Windows allows 2,560 bytes (CRED_MAX_CREDENTIAL_BLOB_SIZE of wincred.h): the library writes UTF-8,
 * Windows' own tools count UTF-16, so a part fits both.
 */
export const partLimits = { characters: 1280, bytes: 2560 } as const;

/** What the account of a value that lies in parts holds: which set of parts, how many, and a digest of the whole. */
type Header = { readonly set: PartSet; readonly count: number; readonly digest: string };

const partSets = ['a', 'b'] as const;
type PartSet = (typeof partSets)[number];

const headerPattern = /^orderbud-parts:1:([ab]):(\d{1,3}):([0-9a-f]{64})$/;

/**
 * Keeps values of any length in a keychain whose entries are short. A value that fits one entry is stored as it is, as it
 * always was. A longer one is stored in parts, and the account's own entry names them once they all lie there: a set that was
 * written by half is no value, the one before it still is. The next value uses the other set's names, so that writing it
 * touches nothing that counts. `onLeftOver` hears of an old value's parts that could not be removed: the new value is kept all
 * the same, and the next change removes them.
 */
export function splitSecrets(keychain: Secrets, onLeftOver: (error: unknown) => void = () => {}): Secrets {
  const inTurn = turnsByAccount();

  /** From the last to the first: what a killed program leaves is found again from the first. */
  async function removeParts(account: string, set: PartSet): Promise<void> {
    let count = 0;
    while ((await keychain.get(partName(account, set, count))) !== null) count += 1;
    for (let index = count - 1; index >= 0; index -= 1) await keychain.delete(partName(account, set, index));
  }

  async function join(account: string, { set, count, digest }: Header): Promise<string | null> {
    let whole = '';
    for (let index = 0; index < count; index += 1) {
      const part = await keychain.get(partName(account, set, index));
      if (part === null) return null;
      whole += part;
    }
    return digestOf(whole) === digest ? whole : null;
  }

  async function setInParts(account: string, secret: string, set: PartSet): Promise<void> {
    await removeParts(account, set);
    const parts = partsOf(secret);
    for (const [index, part] of parts.entries()) await keychain.set(partName(account, set, index), part);
    await keychain.set(account, headerText({ set, count: parts.length, digest: digestOf(secret) }));
  }

  async function get(account: string): Promise<string | null> {
    const stored = await keychain.get(account);
    const header = stored === null ? null : readHeader(stored);
    return header === null ? stored : join(account, header);
  }

  async function set(account: string, secret: string): Promise<void> {
    const isShort = fitsOneEntry(secret);
    const used = readHeader((await keychain.get(account)) ?? '')?.set;
    const next: PartSet = used === 'a' ? 'b' : 'a';
    if (isShort) await keychain.set(account, secret);
    else await setInParts(account, secret, next);
    for (const old of partSets) if (isShort || old !== next) await removeParts(account, old).catch(onLeftOver);
  }

  async function forget(account: string): Promise<void> {
    await keychain.delete(account);
    for (const old of partSets) await removeParts(account, old);
  }

  return {
    get: (account) => inTurn(account, () => get(account)),
    set: (account, secret) => inTurn(account, () => set(account, secret)),
    delete: (account) => inTurn(account, () => forget(account)),
  };
}

/** One after the other for each account: who reads while the parts are exchanged would find neither value. */
function turnsByAccount() {
  const last = new Map<string, Promise<unknown>>();
  return <Answer>(account: string, work: () => Promise<Answer>): Promise<Answer> => {
    const turn = (last.get(account) ?? Promise.resolve()).then(work);
    last.set(
      account,
      turn.catch(() => {}),
    );
    return turn;
  };
}

/** A value that reads like a header would be taken for one. */
function fitsOneEntry(secret: string): boolean {
  return partsOf(secret).length <= 1 && readHeader(secret) === null;
}

/** Cuts between whole characters: half a surrogate pair does not survive UTF-8. */
function partsOf(secret: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const character of secret) {
    const more = Buffer.byteLength(character);
    if (part.length + character.length > partLimits.characters || bytes + more > partLimits.bytes) {
      parts.push(part);
      part = '';
      bytes = 0;
    }
    part += character;
    bytes += more;
  }
  return part === '' ? parts : [...parts, part];
}

function partName(account: string, set: PartSet, index: number): string {
  return `${account}#${set}${index}`;
}

function headerText({ set, count, digest }: Header): string {
  return `orderbud-parts:1:${set}:${count}:${digest}`;
}

function readHeader(text: string): Header | null {
  const [, set, count, digest] = headerPattern.exec(text) ?? [];
  const partSet = partSets.find((each) => each === set);
  if (partSet === undefined || count === undefined || digest === undefined) return null;
  return { set: partSet, count: Number(count), digest };
}

function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
