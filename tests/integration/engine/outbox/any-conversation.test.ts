import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReadDb } from '../../../../main/engine/db/database.ts';
import { nextStepAfter } from '../../../../main/engine/outbox/next-step.ts';
import { sendQueuedMails } from '../../../../main/engine/outbox/send-service.ts';
import { openSmtpSession } from '../../../../main/engine/outbox/smtp-client.ts';
import type { SmtpLimits } from '../../../../main/engine/outbox/smtp-settings.ts';
import { type AnyMailServer, anyScript, startAnyMailServer, type TakenBody } from '../../../support/any-mail-server.ts';
import { casesOf, fuzzTimeoutMs } from '../../../support/fuzz.ts';
import { loopbackSettings } from '../../../support/smtp.ts';
import { companyOver } from '../../../support/web-orders.ts';
import { openOutboxCompany, queueMail, secretsWith, setWebsite, storedMail } from './outbox-company.ts';

/** A case in which the server falls silent is over soon; whatever ends a wait, the rules hold. */
const limits: SmtpLimits = { openMs: 120, envelopeMs: 120, bodyMs: 120, quitMs: 20 };
/** Longer than any case can take: what goes on is a hang. */
const hangMs = 60_000;

let server: AnyMailServer;
let db: ReadDb;
beforeAll(async () => {
  server = await startAnyMailServer();
  db = await openOutboxCompany({ port: server.port });
});
afterAll(async () => {
  db.close();
  await server.close();
});

const has2xx = ({ said }: TakenBody): boolean => /^2\d\d/m.test(said);
const hasRefusal = ({ said }: TakenBody): boolean => /^[45]\d\d/m.test(said);

/** What the server heard of a mail, held against what the program says of it. */
function judge(to: string, state: 'accepted' | 'uncertain' | 'waiting' | 'refused'): void {
  const bodies = server.bodies().filter((body) => body.to === to);
  // Only a 2xx after the final dot is an acceptance
  if (state === 'accepted') expect(bodies.filter(has2xx).length).toBeGreaterThan(0);
  // Known not to have arrived, so that it may go again: the server never had it, or refused it
  if (state === 'waiting' || state === 'refused') expect(bodies.every(hasRefusal)).toBe(true);
  if (state === 'uncertain') expect(server.hasAskedFor(to)).toBe(true);
  // Whatever the server had in full and did not refuse never went again
  expect(bodies.slice(0, -1).every(hasRefusal)).toBe(true);
}

test('whatever a server says, each mail of a session is judged by what the server in truth had of it', {
  timeout: fuzzTimeoutMs,
}, async () => {
  const states = new Set<string>();
  let number = 0;
  await fc.assert(
    fc.asyncProperty(anyScript, fc.boolean(), fc.constantFrom('starttls', 'none'), async (script, logsIn, security) => {
      server.speak(script);
      const settings = loopbackSettings(server.port, { security, user: logsIn ? 'shop' : '' });
      const opened = await openSmtpSession(settings, { password: 'secret' }, { limits });
      if (opened.kind === 'failed') {
        expect(['wait', 'stop-sending']).toContain(nextStepAfter(opened.failure));
        states.add('failed to open');
        return;
      }
      for (let turn = 0; turn < 2 && opened.session.isOpen(); turn += 1) {
        number += 1;
        const to = `c${number}@customer.example`;
        const message = Buffer.from(`From: post@shop.example\r\nTo: ${to}\r\n\r\n.news\r\n`);
        const mail = { from: 'post@shop.example', to, message, beforeBody: async () => {} };
        const answer = await opened.session.deliver(mail);
        const state = answer.kind === 'accepted' ? 'accepted' : stateAfter(nextStepAfter(answer.failure));
        judge(to, state);
        states.add(state);
      }
      await opened.session.close();
    }),
    { ...casesOf('SMTP conversations', { slice: 250, ofAMillion: 20_000 }), timeout: hangMs },
  );
  expect([...states]).toEqual(expect.arrayContaining(['accepted', 'failed to open', 'uncertain', 'waiting']));
});

function stateAfter(step: ReturnType<typeof nextStepAfter>): 'uncertain' | 'waiting' | 'refused' {
  if (step === 'mark-uncertain') return 'uncertain';
  return step === 'mark-address' || step === 'refuse' ? 'refused' : 'waiting';
}

test('whatever a server says, a whole sending ends, and every mail is accepted, refused, waiting or uncertain by the rules', {
  timeout: fuzzTimeoutMs,
}, async () => {
  const states = new Set<string>();
  await fc.assert(
    fc.asyncProperty(anyScript, fc.integer({ min: 1, max: 3 }), fc.boolean(), async (script, sessions, logsIn) => {
      server.speak(script);
      setWebsite(db, { smtp_sessions: sessions, smtp_user: logsIn ? 'shop' : '' });
      const ids = [1, 2, 3, 4].map(() => queueMail(db));
      const result = await sendQueuedMails(companyOver(db), {
        websiteId: 1,
        secrets: secretsWith('secret'),
        limits,
        timing: { nowMs: () => 0, wait: async () => {} },
      });
      const mails = ids.map((id) => ({ ...storedMail(db, id) }));
      for (const { state, journal, randomId } of mails) {
        expect(journal).toBe(0);
        judge(`${randomId}@customer.example`, state as 'accepted');
        states.add(state);
      }
      const counted = (wanted: string) => mails.filter(({ state }) => state === wanted).length;
      expect(result).toMatchObject({
        planned: 4,
        accepted: counted('accepted'),
        waiting: counted('waiting'),
        refused: counted('refused'),
        uncertain: counted('uncertain'),
      });
    }),
    { ...casesOf('SMTP conversations', { slice: 60, ofAMillion: 3_000 }), timeout: hangMs },
  );
  expect([...states]).toEqual(expect.arrayContaining(['accepted', 'waiting']));
});
