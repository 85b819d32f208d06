import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { startMailCatcher } from '../../../../demo/mail-catcher.ts';
import { openDatabase } from '../../../../main/engine/db/open-database.ts';
import { openOutboxCompany, queueMail, storedMails } from './outbox-company.ts';

const child = fileURLToPath(new URL('./send-child.ts', import.meta.url));
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** Runs the sending program on a company file; `kill` ends it with SIGKILL. */
function startSending(path: string) {
  const started = spawn(process.execPath, [child, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  started.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const ended = new Promise<string>((resolve) => {
    started.once('close', () => resolve(printed));
  });
  return { kill: () => started.kill('SIGKILL'), ended };
}

const mailCount = 300;
const sessions = 3;

test('killed again and again in the middle of sending: nothing goes twice, and at most one mail a session is uncertain each time', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'outbox-kill-'));
  closers.push(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'company.db');
  // The moments of the kills: before a reply (the body came, the reply did not) and at other commands
  const killAt = [17, 60, 111, 112, 190, 250];
  const messageIds: string[] = [];
  let recipients = 0;
  let killNow = () => {};
  const catcher = await startMailCatcher({
    hooks: {
      onRecipient: () => {
        recipients += 1;
        if (recipients % 97 === 0) killNow();
        return undefined;
      },
      onMessage: (mail) => {
        messageIds.push(mail.parsed.messageId ?? '');
        if (killAt.includes(messageIds.length)) killNow();
        return undefined;
      },
    },
  });
  closers.push(catcher.close);
  const setUp = await openOutboxCompany({ path, port: catcher.port, sessions });
  for (let index = 0; index < mailCount; index += 1) queueMail(setUp, { subject: `news ${index}` });
  setUp.close();

  let kills = 0;
  let last = '';
  for (let round = 0; round < 20 && last === ''; round += 1) {
    const sending = startSending(path);
    killNow = () => {
      if (sending.kill()) kills += 1;
      killNow = () => {};
    };
    last = await sending.ended;
    if (last === '') expect(await countUnderWay(path)).toBeLessThanOrEqual(sessions);
  }

  const result = JSON.parse(last);
  expect(result.planned).toBe(result.accepted + result.waiting + result.refused + result.uncertain);
  expect(kills).toBeGreaterThanOrEqual(killAt.length);
  expect(new Set(messageIds).size).toBe(messageIds.length);
  const db = await openOutboxReader(path);
  const mails = storedMails(db);
  const accepted = mails.filter((mail) => mail.state === 'accepted');
  const uncertain = mails.filter((mail) => mail.state === 'uncertain');
  expect(accepted.length + uncertain.length).toBe(mailCount);
  expect(uncertain.length).toBeGreaterThan(0);
  const arrived = new Set(messageIds);
  expect(accepted.every((mail) => arrived.has(`<${mail.randomId}@shop.example>`))).toBe(true);
  const arrivedUncertain = uncertain.filter((mail) => arrived.has(`<${mail.randomId}@shop.example>`));
  expect(arrived.size).toBe(accepted.length + arrivedUncertain.length);
});

/** Mails whose body may have left when the program was killed. */
async function countUnderWay(path: string): Promise<number> {
  const db = await openDatabase(path);
  const count = storedMails(db).filter((mail) => mail.state === 'sending' && mail.journal === 2).length;
  db.close();
  return count;
}

async function openOutboxReader(path: string) {
  const db = await openDatabase(path);
  closers.push(() => db.close());
  return db;
}
