/** Takes and gives back locks as it is told on its input: a path takes that company's lock, an empty line gives it back. */
import { createInterface } from 'node:readline';
import { type FileLock, takeLock } from '../../main/engine/db/file-lock.ts';
import { AppError } from '../../shared/errors.ts';

let lock: FileLock | undefined;
console.log('ready');
createInterface({ input: process.stdin }).on('line', (path) => {
  if (path === '') {
    lock?.release();
    lock = undefined;
    console.log('released');
    return;
  }
  try {
    lock = takeLock(path, () => new Date());
    console.log('taken');
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    console.log(error.code);
  }
});
