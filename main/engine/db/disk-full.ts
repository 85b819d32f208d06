import { AppError } from '../../../shared/errors.ts';

/** What SQLite and the system say when there is no room for what is to be written, be it the index beside a file that is only read. */
const codes: readonly unknown[] = ['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT'];

/** A failure for want of room under its own code, since people can make room; any other as it came. */
export function namedIfDiskFull(error: unknown): unknown {
  const isFull = error instanceof Error && 'code' in error && codes.includes(error.code);
  return isFull ? new AppError('disk-full', {}, { cause: error }) : error;
}
