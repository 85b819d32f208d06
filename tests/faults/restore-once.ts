/** One restore in a process of its own that ends itself after a step: `restore-once.ts <company> <backup> <step>`. */
import { createSession } from '../../main/engine/create-session.ts';

const [companyPath = '', backupPath = '', killedAfter = ''] = process.argv.slice(2);
const session = createSession();
await session.open(companyPath);
await session.restore({
  companyPath,
  backupPath,
  onStep: (step) => {
    if (step === killedAfter) process.kill(process.pid, 'SIGKILL');
  },
});
session.close();
