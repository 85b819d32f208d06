import { SettingError } from './environment.ts';

const words: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens on this port. Stop it, or set PORT to another one.',
  EACCES:
    'this user may not listen on this port, or not write the store. Set PORT above 1023, and check the folder of MY_PAGE_STORE.',
  SQLITE_CANTOPEN: 'the folder of MY_PAGE_STORE does not exist or cannot be written.',
  SQLITE_NOTADB: 'the file of MY_PAGE_STORE is not a My page store.',
};

/** SQLSTATE and Node's codes, where the store is PostgreSQL. */
const databaseWords: Readonly<Record<string, string>> = {
  '28P01': 'the database refuses the password of DATABASE_URL.',
  '28000': 'the database refuses the user of DATABASE_URL: he does not exist, or pg_hba.conf does not let him in.',
  '3D000': 'the database of DATABASE_URL does not exist. Make it with CREATE DATABASE.',
  '42501': 'the user of DATABASE_URL may not make tables in the database. Make him its owner.',
  '53300': 'the database has no connection left. Raise max_connections, or lower MY_PAGE_DATABASE_CONNECTIONS.',
  '57P03': 'the database is just starting. Try again in a moment.',
  ENOTFOUND: 'the host of DATABASE_URL is unknown.',
  EAI_AGAIN: 'the host of DATABASE_URL is unknown, or the name server does not answer.',
  ECONNREFUSED: 'no database listens at the host and port of DATABASE_URL.',
  ENOENT: 'no database listens at the socket of DATABASE_URL.',
  ECONNRESET: 'the database ended the connection. Does it want TLS (sslmode=verify-full)?',
  ETIMEDOUT: 'the host of DATABASE_URL does not answer.',
  EHOSTUNREACH: 'the host of DATABASE_URL cannot be reached.',
  DEPTH_ZERO_SELF_SIGNED_CERT:
    "the database's certificate is not signed by anybody known. Name its CA with sslrootcert=.",
  SELF_SIGNED_CERT_IN_CHAIN: "the CA of the database's certificate is not known. Name it with sslrootcert=.",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "the CA of the database's certificate is not known. Name it with sslrootcert=.",
  CERT_HAS_EXPIRED: "the database's certificate has expired.",
  ERR_TLS_CERT_ALTNAME_INVALID: "the database's certificate is made out to another host than that of DATABASE_URL.",
  ERR_INVALID_URL: 'DATABASE_URL is not an address such as postgres://user:password@host:5432/database.',
};

/** What a person can act on when My page does not start; null for a bug, which keeps its stack. */
export function wordsForStartError(error: unknown, usesPostgres: boolean): string | null {
  if (error instanceof SettingError) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('STORE_')) return error instanceof Error ? error.message : null;
  if (usesPostgres) {
    const known = databaseWords[code];
    if (known !== undefined) return known;
    const message = error instanceof Error ? error.message : '';
    if (/does not support SSL/.test(message)) return 'the database does not speak TLS, which DATABASE_URL asks for.';
    if (/timeout/.test(message)) return 'the host of DATABASE_URL does not answer.';
    if (/password must be a string/.test(message)) return 'the database wants a password; DATABASE_URL holds none.';
  } else if (code === 'ENOENT') return words.SQLITE_CANTOPEN ?? null;
  return words[code] ?? null;
}
