import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Misbehaviour, startMailCatcher } from '../../../../demo/mail-catcher.ts';
import { sendQueuedMails } from '../../../../main/engine/outbox/send-service.ts';
import { casesOf, fuzzTimeoutMs } from '../../../support/fuzz.ts';
import { shortLimits } from '../../../support/smtp.ts';
import { companyOver } from '../../../support/web-orders.ts';
import { openOutboxCompany, queueMail, secretsWith, storedMail } from './outbox-company.ts';

type Deed = { readonly at: 'sender' | 'recipient' | 'message'; readonly what: Misbehaviour };

const deed: fc.Arbitrary<Deed | null> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(null) },
  {
    weight: 3,
    arbitrary: fc.record({
      at: fc.constantFrom('recipient', 'message'),
      what: fc.constantFrom<Misbehaviour>(
        { reply: '550 5.1.1 unknown' },
        { reply: '554 5.7.1 refused' },
        { reply: '550 refused' },
        { reply: '451 4.3.0 later' },
        { reply: '421 4.3.2 closing' },
        'cut',
        'reset',
      ),
    }),
  },
);

test('whatever a server does, the sums hold, only its 250 is an acceptance, and no body goes again without a refusal of it', {
  timeout: fuzzTimeoutMs,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(deed, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 15 }),
      fc.integer({ min: 1, max: 4 }),
      async (deeds, sessions) => {
        // Per mail, what came of each body that the server had in full
        const bodies = deeds.map((): string[] => []);
        const tries = deeds.map(() => 0);
        const deedOf = (index: number): Deed | null => deeds[index]?.[(tries[index] ?? 1) - 1] ?? null;
        const indexOf = (address: string) => Number(/^c(\d+)@/.exec(address)?.[1]);
        const catcher = await startMailCatcher({
          hooks: {
            onRecipient(address) {
              const index = indexOf(address);
              tries[index] = (tries[index] ?? 0) + 1;
              const planned = deedOf(index);
              return planned?.at === 'recipient' ? planned.what : undefined;
            },
            onMessage(mail) {
              const index = indexOf(mail.to);
              const planned = deedOf(index);
              const what = planned?.at === 'message' ? planned.what : undefined;
              bodies[index]?.push(what === undefined ? 'accepted' : typeof what === 'string' ? 'lost' : 'refused');
              return what;
            },
          },
        });
        const db = await openOutboxCompany({ port: catcher.port, sessions });
        const ids = deeds.map((_, index) => queueMail(db, { to: `c${index}@customer.example` }));
        const result = await sendQueuedMails(companyOver(db), {
          websiteId: 1,
          secrets: secretsWith(null),
          limits: shortLimits,
          timing: { nowMs: () => 0, wait: async () => {} },
        });
        expect(result.planned).toBe(deeds.length);
        expect(result.accepted + result.waiting + result.refused + result.uncertain).toBe(deeds.length);
        for (const [index, id] of ids.entries()) {
          const { state, journal, attempts } = storedMail(db, id);
          const came = bodies[index] ?? [];
          expect(journal).toBe(0);
          expect(attempts).toBeLessThanOrEqual(4);
          expect(came.slice(0, -1).every((body) => body === 'refused')).toBe(true);
          expect(state === 'accepted').toBe(came.at(-1) === 'accepted');
          expect(state === 'uncertain').toBe(came.at(-1) === 'lost');
        }
        db.close();
        await catcher.close();
      },
    ),
    casesOf('SMTP conversations', { slice: 15, ofAMillion: 100 }),
  );
});
