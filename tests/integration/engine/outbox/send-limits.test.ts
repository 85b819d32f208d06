import { afterEach, describe, expect, test } from 'vitest';
import { type MailCatcher, type MailCatcherHooks, startMailCatcher } from '../../../../demo/mail-catcher.ts';
import type { CommandContext } from '../../../../main/engine/db/context.ts';
import { inTransaction, type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { handedOverSince } from '../../../../main/engine/outbox/send-count-store.ts';
import { type SendOptions, sendQueuedMails } from '../../../../main/engine/outbox/send-service.ts';
import { testContext } from '../../../support/company.ts';
import { shortLimits } from '../../../support/smtp.ts';
import { companyOver } from '../../../support/web-orders.ts';
import { openOutboxCompany, queueMail, type Setup, secretsWith, storedMails } from './outbox-company.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const password = 'correct horse';
const startMs = Date.parse(testContext.now);

/** A website over a real mail server, and a clock that waiting moves on at once. */
class Desk {
  readonly db: ReadDb;
  readonly catcher: MailCatcher;
  /** When the server heard of each mail, since the beginning. */
  readonly heardMs: number[];
  private isDiskFull = false;
  private readonly clock: { nowMs: number };

  private constructor(parts: Pick<Desk, 'db' | 'catcher' | 'heardMs'> & { readonly clock: { nowMs: number } }) {
    this.db = parts.db;
    this.catcher = parts.catcher;
    this.heardMs = parts.heardMs;
    this.clock = parts.clock;
  }

  static async open(limits: Setup['limits'], sessions = 3, hooks?: MailCatcherHooks, user = ''): Promise<Desk> {
    const clock = { nowMs: 0 };
    const heardMs: number[] = [];
    const note = { onSender: () => void heardMs.push(clock.nowMs) };
    const catcher = await startMailCatcher({ hooks: hooks ?? note, user, password });
    closers.push(catcher.close);
    const db = await openOutboxCompany({
      port: catcher.port,
      user,
      sessions,
      ...(limits === undefined ? {} : { limits }),
    });
    closers.push(() => db.close());
    return new Desk({ db, catcher, heardMs, clock });
  }

  queue(count: number): void {
    for (let index = 0; index < count; index += 1) queueMail(this.db, { subject: `news ${index}` });
  }

  /** Nothing can be written any more. */
  fillDisk(): void {
    this.isDiskFull = true;
  }

  later(ms: number): void {
    this.clock.nowMs += ms;
  }

  async send(options: Partial<SendOptions> = {}) {
    const { clock } = this;
    const context = (): CommandContext => ({ ...testContext, now: new Date(startMs + clock.nowMs).toISOString() });
    const company: Parameters<typeof sendQueuedMails>[0] = {
      db: this.db,
      context,
      command: (work) => {
        if (this.isDiskFull) throw new Error('disk full');
        return companyOver(this.db, context()).command(work);
      },
    };
    return sendQueuedMails(company, {
      websiteId: 1,
      secrets: secretsWith(null),
      limits: shortLimits,
      timing: {
        nowMs: () => clock.nowMs,
        // Sessions wait at the same time, not one after the other
        wait: async (ms) => {
          const untilMs = clock.nowMs + ms;
          await Promise.resolve();
          clock.nowMs = Math.max(clock.nowMs, untilMs);
        },
      },
      ...options,
    });
  }
}

function mostInAMinute(times: readonly number[]): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 60_000).length));
}

const reasons = (db: ReadDb) => storedMails(db).map(({ state, reason }) => (state === 'accepted' ? state : reason));

describe('the limit per minute', () => {
  test('is kept over all sessions together, and every mail goes', async () => {
    const desk = await Desk.open({ perMinute: 4 });
    desk.queue(11);
    expect(await desk.send()).toMatchObject({ accepted: 11, stoppedBy: null });
    expect(mostInAMinute(desk.heardMs)).toBeLessThanOrEqual(4);
  });

  test('lets nobody wait for a turn when no mail is left (by the real clock)', async () => {
    const desk = await Desk.open({ perMinute: 2 });
    desk.queue(2);
    expect(await desk.send({ timing: undefined })).toMatchObject({ accepted: 2, stoppedBy: null });
  }, 10_000);

  test('lets nobody wait for a turn when sending has stopped (by the real clock)', async () => {
    const desk = await Desk.open({ perMinute: 2 }, 3, { onSender: () => ({ reply: '550 5.7.1 not yours' }) });
    desk.queue(9);
    expect(await desk.send({ timing: undefined })).toMatchObject({
      waiting: 9,
      stoppedBy: 'mail-server-refused-sender',
    });
  }, 10_000);

  test('lets nobody wait for a turn when a session meets something unforeseen (by the real clock)', async () => {
    const desk = await Desk.open({ perMinute: 2 }, 3, {}, 'shop');
    desk.queue(9);
    let questions = 0;
    const secrets = {
      ...secretsWith(password),
      get: async () => {
        questions += 1;
        if (questions > 1) throw new Error('unforeseen');
        return password;
      },
    };
    await expect(desk.send({ timing: undefined, secrets })).rejects.toThrow('unforeseen');
    expect(desk.catcher.mails.length).toBeLessThan(2);
    expect(reasons(desk.db)).not.toContain('');
  }, 10_000);

  test('lets nobody wait for a turn when nothing can be written any more (by the real clock)', async () => {
    const desk: Desk = await Desk.open({ perMinute: 2 }, 3, {
      onMessage: () => {
        desk.fillDisk();
        return undefined;
      },
    });
    desk.queue(9);
    await expect(desk.send({ timing: undefined })).rejects.toThrow('disk full');
    expect(desk.catcher.mails.length).toBeLessThan(3);
  }, 10_000);

  test('counts what an earlier run handed over', async () => {
    const desk = await Desk.open({ perMinute: 3 });
    desk.queue(3);
    await desk.send();
    desk.later(10_000);
    desk.queue(3);
    expect(await desk.send()).toMatchObject({ accepted: 3 });
    expect(mostInAMinute(desk.heardMs)).toBeLessThanOrEqual(3);
  });

  test('ends a session instead of letting it idle, and goes on with a new one', async () => {
    const desk = await Desk.open({ perMinute: 1 }, 1);
    desk.queue(3);
    expect(await desk.send()).toMatchObject({ accepted: 3, stoppedBy: null });
    expect(new Set(desk.catcher.mails.map((mail) => mail.sessionId)).size).toBe(3);
    expect(desk.heardMs).toEqual([0, 61_000, 122_000]);
  });

  test('a cancelled run does not wait for its next minute', async () => {
    const desk = await Desk.open({ perMinute: 1 }, 1);
    desk.queue(3);
    const cancel = new AbortController();
    const result = await desk.send({ signal: cancel.signal, onProgress: () => cancel.abort() });
    expect(result).toMatchObject({ accepted: 1, waiting: 2 });
    expect(reasons(desk.db)).toEqual(['accepted', 'cancelled', 'cancelled']);
  });
});

describe('the limit per session', () => {
  test('ends it after so many mails', async () => {
    const desk = await Desk.open({ perSession: 2 }, 2);
    desk.queue(9);
    expect(await desk.send()).toMatchObject({ accepted: 9, stoppedBy: null });
    const carried = Map.groupBy(desk.catcher.mails, (mail) => mail.sessionId);
    expect(Math.max(...[...carried.values()].map((mails) => mails.length))).toBe(2);
  });
});

describe('the limit per day', () => {
  test('lets so many go; the rest waits for it and says so', async () => {
    const desk = await Desk.open({ perDay: 5 });
    desk.queue(8);
    expect(await desk.send()).toMatchObject({ planned: 8, accepted: 5, waiting: 3, stoppedBy: 'daily-limit' });
    expect(desk.catcher.mails).toHaveLength(5);
    expect(reasons(desk.db).toSorted()).toEqual([
      ...Array.from({ length: 5 }, () => 'accepted'),
      ...Array.from({ length: 3 }, () => 'daily-limit'),
    ]);
  });

  test('is counted over the last 24 hours, whatever the number of runs, and the next run goes on', async () => {
    const desk = await Desk.open({ perDay: 5 });
    desk.queue(3);
    expect(await desk.send()).toMatchObject({ accepted: 3, stoppedBy: null });
    desk.later(23 * 3_600_000);
    desk.queue(4);
    expect(await desk.send()).toMatchObject({ accepted: 2, waiting: 2, stoppedBy: 'daily-limit' });
    const heard = desk.heardMs.length;
    desk.queue(1);
    expect(await desk.send()).toMatchObject({ accepted: 0, stoppedBy: 'daily-limit' });
    expect(desk.heardMs).toHaveLength(heard);
    desk.later(2 * 3_600_000);
    desk.queue(2);
    expect(await desk.send()).toMatchObject({ accepted: 2, stoppedBy: null });
  });

  test('counts what the login sent for another website too', async () => {
    const desk = await Desk.open({ perDay: 3 });
    desk.queue(2);
    await desk.send();
    inTransaction(desk.db, (tx) => {
      run(
        tx,
        `INSERT INTO website(id, public_id, name, smtp_host, smtp_user) SELECT 2, 'w2', 'Second', ' 127.0.0.1', smtp_user
         FROM website WHERE id = 1`,
      );
      run(tx, 'UPDATE mail SET website_id = 2');
    });
    desk.queue(3);
    expect(await desk.send()).toMatchObject({ accepted: 1, waiting: 2, stoppedBy: 'daily-limit' });
  });

  test('a refused recipient takes no place', async () => {
    const desk = await Desk.open({ perDay: 2 }, 1);
    queueMail(desk.db, { to: 'no one' });
    desk.queue(2);
    expect(await desk.send()).toMatchObject({ accepted: 2, refused: 1, stoppedBy: null });
  });

  test('is found without reading every mail', async () => {
    const desk = await Desk.open({});
    const plan = desk.db
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${handedOverSince}`)
      .all({ host: 'h', user: 'u', since: testContext.now });
    expect(plan.map(({ detail }) => detail).join('\n')).toContain('SEARCH m USING INDEX mail_by_settled');
  });
});
