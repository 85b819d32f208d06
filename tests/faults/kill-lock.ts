/** Takes a company's lock and is killed in the midst of writing it: `kill-lock.ts <company file>`. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

fs.writeSync = () => {
  process.kill(process.pid, 'SIGKILL');
  return 0;
};
syncBuiltinESMExports();
const { takeLock } = await import('../../main/engine/db/file-lock.ts');
takeLock(process.argv[2] ?? '', () => new Date());
