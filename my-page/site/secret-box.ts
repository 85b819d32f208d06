import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps secrets that the site itself must read again; each is bound to its purpose and opens for no other. */
export type SecretBox = {
  readonly seal: (secret: string, purpose: string) => string;
  /** Null when none of our keys sealed it for that purpose. */
  readonly open: (sealed: string, purpose: string) => string | null;
  /** Whether it was sealed with today's key; if not, seal it anew when it is at hand. */
  readonly isCurrent: (sealed: string) => boolean;
};

export const shortestKey = 32;

const form = 'v1';
const nonceBytes = 12;
const tagBytes = 16;

type Key = { readonly id: string; readonly bytes: Buffer };

/**
 * Seals with AES-256-GCM under the first key; opens what any of the keys has sealed, so that a key can be replaced while
 * secrets are in use. Keys are texts of at least 32 characters that nobody can guess.
 */
export function makeSecretBox(keys: readonly [string, ...string[]]): SecretBox {
  const [current, ...former] = keys;
  const sealing = toKey(current);
  const known = [sealing, ...former.map(toKey)];
  const start = `${form}.${sealing.id}.`;
  return {
    seal: (secret, purpose) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', sealing.bytes, nonce, { authTagLength: tagBytes });
      cipher.setAAD(Buffer.from(purpose));
      const body = Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${start}${body.toString('base64url')}`;
    },
    open: (sealed, purpose) => {
      const [version, id, body = ''] = sealed.split('.');
      const key = known.find((candidate) => candidate.id === id);
      return version === form && key ? openWith(key, Buffer.from(body, 'base64url'), purpose) : null;
    },
    isCurrent: (sealed) => sealed.startsWith(start),
  };
}

function openWith({ bytes }: Key, body: Buffer, purpose: string): string | null {
  if (body.length < nonceBytes + tagBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', bytes, body.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(purpose));
  decipher.setAuthTag(body.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(body.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString('utf8');
  } catch {
    // Not ours, or changed: node says so by throwing.
    return null;
  }
}

/** The id tells keys apart without telling them. */
function toKey(text: string): Key {
  const bytes = Buffer.from(hkdfSync('sha256', text, '', 'orderbud my page secret box v1', 32));
  return { bytes, id: createHash('sha256').update('key id').update(bytes).digest('hex').slice(0, 8) };
}
