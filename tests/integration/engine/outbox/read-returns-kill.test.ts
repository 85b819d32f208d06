import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { all, get, inTransaction, run } from '../../../../main/engine/db/database.ts';
import { openDatabase } from '../../../../main/engine/db/open-database.ts';
import { postfixBounce } from '../../../support/bounces.ts';
import { startImapServer } from '../../../support/imap-server.ts';
import { openOutboxCompany, queueMail } from './outbox-company.ts';

const child = fileURLToPath(new URL('./read-returns-child.ts', import.meta.url));
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const mailCount = 250;
/** The moments of the kills, by how many answers the server had been asked for by then. */
const killAt = [1, 60, 105, 215, 330];

test('killed again and again while the box is read: every mail is noted as back, and none twice', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'returns-kill-'));
  closers.push(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'company.db');
  let fetches = 0;
  let kill = () => {};
  const onCommand = (name: string) => {
    if (name !== 'UID FETCH') return undefined;
    fetches += 1;
    if (!killAt.includes(fetches)) return undefined;
    kill();
    return 'silence' as const;
  };
  const server = await startImapServer({ user: 'post@shop.example', password: 'correct horse', onCommand });
  closers.push(server.close);
  const setUp = await openOutboxCompany({ path, port: 9 });
  for (let index = 0; index < mailCount; index += 1) queueMail(setUp);
  inTransaction(setUp, (tx) => {
    run(tx, `UPDATE mail SET state = 'accepted'`);
    run(
      tx,
      `UPDATE website SET return_host = '127.0.0.1', return_port = @port, return_security = 'none', return_user = 'post@shop.example'`,
      { port: server.port },
    );
  });
  for (const mail of all<{ randomId: string; address: string }>(
    setUp,
    'SELECT random_id AS randomId, address FROM mail',
  )) {
    const bounce = postfixBounce({ messageId: `<${mail.randomId}@shop.example>`, to: mail.address });
    server.put(bounce, { at: new Date() });
  }
  setUp.close();

  let rounds = 0;
  for (let isEnded = false; !isEnded && rounds < 20; rounds += 1) {
    const started = spawn(process.execPath, [child, path], { stdio: ['ignore', 'ignore', 'inherit'] });
    kill = () => started.kill('SIGKILL');
    isEnded = await new Promise<boolean>((resolve) => {
      started.once('close', (code) => resolve(code === 0));
    });
  }

  expect(rounds).toBe(killAt.length + 1);
  const db = await openDatabase(path);
  closers.push(() => db.close());
  const count = (sql: string) => get<{ n: number }>(db, `SELECT count(*) AS n FROM ${sql}`)?.n;
  expect(count('mail WHERE came_back_at IS NOT NULL')).toBe(mailCount);
  expect(count('address_mark')).toBe(mailCount);
  expect(count(`log_entry WHERE what = 'mail-came-back'`)).toBe(mailCount);
});
