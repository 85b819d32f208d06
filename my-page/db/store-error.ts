export type StoreErrorCode =
  /** A newer program wrote the store. */
  | 'STORE_NEWER'
  /** The PostgreSQL database does not hold UTF-8. */
  | 'STORE_NOT_UTF8';

/** A store that this program must not touch. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string) {
    super(message);
    this.name = 'StoreError';
    this.code = code;
  }
}

/** Node's codes for a line that could not be made or was lost. */
const lineCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** pg says these without a code. */
const lineWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered)/;

/**
 * Whether a failure means that the store cannot answer now, but may soon: the line to PostgreSQL is lost, it restarts,
 * has no connection left, or a lock was not had in time. What was being written may or may not be stored.
 *
 * SQLSTATE classes 08 (connection), 53 (resources) and 57 (operator: restart, time limits), 25P03 (idle too long in a
 * transaction), 55P03 (lock): https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function isStoreUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (/^(08|53|57)[0-9A-Z]{3}$/.test(code) || code === '25P03' || code === '55P03') return true;
  return code.startsWith('SQLITE_BUSY') || lineCodes.has(code) || lineWords.test(error.message);
}
