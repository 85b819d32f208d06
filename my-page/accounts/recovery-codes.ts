import { randomBytes, randomInt } from 'node:crypto';
import { hashWithSalt } from './passwords.ts';

export const recoveryCodeCount = 10;
/** Below this the customer is told to make new ones. */
export const fewRecoveryCodes = 3;

/** Crockford's base32: no i, l, o, u, so that nobody confuses them with 1, 0 or v. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';
/** 50 bits. */
const length = 10;

/** Ten codes, as they are shown: two groups of five. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: recoveryCodeCount }, () => {
    const code = Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
    return `${code.slice(0, length / 2)}-${code.slice(length / 2)}`;
  });
}

/** What was typed as a recovery code, in the form that is hashed; null when it cannot be one. */
export function readTypedRecoveryCode(typed: string): string | null {
  const code = typed.toLowerCase().replace(/[\s-]/g, '').replace(/[il]/g, '1').replace(/o/g, '0');
  return code.length === length && [...code].every((letter) => letters.includes(letter)) ? code : null;
}

export function newCodeSalt(): string {
  return randomBytes(16).toString('base64url');
}

/**
 * What the store keeps of a code. Argon2id, since 50 bits could be searched through (ASVS 5.0 6.5.2); one salt for the
 * codes of an account, so that a typed code costs one hash and not ten. @throws BusyError
 */
export function hashRecoveryCode(code: string, salt: string): Promise<string> {
  return hashWithSalt(code, Buffer.from(salt, 'base64url'));
}
