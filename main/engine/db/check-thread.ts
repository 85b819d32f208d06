/** The thread of `checkBeside`: reads a company file through on a connection of its own and answers whether it is sound. */
import { parentPort, workerData } from 'node:worker_threads';
import { isFoundSound } from './file-check.ts';
import { openToLookAt } from './open-database.ts';

void openToLookAt(String(workerData)).then((db) => {
  const verdict = isFoundSound(db);
  // Before the answer: a company that is closed upon it is to take up its log
  db.close();
  parentPort?.postMessage(verdict);
});
