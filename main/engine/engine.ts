/**
 * The engine process: joins port, session and router. Started by the shell as a utility process or under plain Node; it knows
 * nothing of Electron and loads the database and the keychain only when a company is opened.
 */
import type { EngineRequest } from '../../shared/bridge.ts';
import { appRouter } from './api.ts';
import { createSession } from './create-session.ts';
import { isStillReading } from './db/file-check.ts';
import { closeDemo } from './demo-host.ts';
import { openEngineLog } from './logging/engine-log.ts';
import { userDataFolder } from './recent-companies.ts';
import { openPort } from './rpc/port.ts';
import { createRpcServer } from './rpc/rpc-server.ts';

const port = openPort();
const log = openEngineLog(userDataFolder());
const session = createSession({ log });
const server = createRpcServer({
  router: appRouter,
  port,
  context: { session },
  onUnexpected: (error, path) => log.unexpected(path, error),
});

let isStopping = false;

/** Ends the process once the company is closed; a second call changes nothing. */
function stop(): void {
  if (isStopping) return;
  isStopping = true;
  server.close();
  session.close();
  closeDemo().finally(() => {
    // All is closed, and the next start of the program would find this one still there
    if (isStillReading()) process.kill(process.pid, 'SIGKILL');
    process.exit(0);
  });
}

port.onRequest((request: EngineRequest) => {
  if (request.kind === 'stop') stop();
  else server.handle(request);
});
port.onClosed(() => stop());
process.on('SIGTERM', () => stop());

port.post({ kind: 'ready' });
