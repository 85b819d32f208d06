import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextStepAfter } from '../../../../main/engine/outbox/next-step.ts';
import { deliveryFailure, openFailure, type SmtpError } from '../../../../main/engine/outbox/send-failure.ts';
import { enhancedCodeOf } from '../../../../main/engine/outbox/smtp-reply.ts';
import { stopCauseOf } from '../../../../main/engine/outbox/stop-cause.ts';
import { anyReply } from '../../../support/any-mail-server.ts';
import { casesOf } from '../../../support/fuzz.ts';

/** As the library reports them: with what the server said, if it said anything. */
const error: fc.Arbitrary<SmtpError> = fc
  .record({
    code: fc.constantFrom('EENVELOPE', 'EMESSAGE', 'EAUTH', 'ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'ETLS', undefined),
    originalCode: fc.constantFrom('ECONNRESET', 'CERT_HAS_EXPIRED', undefined),
    command: fc.constantFrom('MAIL FROM', 'RCPT TO', 'DATA', 'CONN', undefined),
    response: fc.option(anyReply, { nil: undefined }),
    timeoutType: fc.constantFrom('UPGRADE_TIMEOUT', undefined),
  })
  .map(({ response, ...rest }) => {
    const responseCode = Number(/^\d+/.exec(response ?? '')?.[0] ?? 0);
    return { ...rest, response, ...(responseCode > 0 ? { responseCode } : {}) };
  });

test('whatever a server said of a mail: uncertain once its body may have left, unless it refused it with 4xx or 5xx', () => {
  fc.assert(
    fc.property(error, fc.boolean(), fc.boolean(), (said, hasBodyBegun, hasAcceptedAnother) => {
      const failure = deliveryFailure(said, { hasBodyBegun, hasAcceptedAnother });
      const step = nextStepAfter(failure);
      const number = said.responseCode ?? 0;
      const isRefusal = (said.code === 'EENVELOPE' || said.code === 'EMESSAGE') && number >= 400 && number <= 599;
      if (hasBodyBegun && !isRefusal) expect(step).toBe('mark-uncertain');
      if (!hasBodyBegun || step !== 'mark-uncertain') expect(failure.at).not.toBe('line-lost-after-body-began');
      if (step === 'refuse' || step === 'mark-address') expect([number, isRefusal]).toEqual([expect.any(Number), true]);
      if (step === 'refuse' || step === 'mark-address' || step === 'stop-sending') expect(number).toBeGreaterThan(499);
      if (step === 'mark-address') expect(said.command).toBe('RCPT TO');
      stopCauseOf(failure, 'password');
    }),
    casesOf('SMTP replies', { slice: 2_000, ofAMillion: 160_000 }),
  );
});

test('whatever a server said before any mail: sending waits or stops, and no mail is judged', () => {
  fc.assert(
    fc.property(error, fc.constantFrom('connect', 'login'), (said, step) => {
      const failure = openFailure(said, step);
      expect(['wait', 'stop-sending']).toContain(nextStepAfter(failure));
      stopCauseOf(failure, 'oauth2');
    }),
    casesOf('SMTP replies', { slice: 1_000, ofAMillion: 60_000 }),
  );
});

test('an enhanced code is one or none', () => {
  fc.assert(
    fc.property(fc.oneof(anyReply, fc.string({ unit: 'binary' })), (said) => {
      expect(enhancedCodeOf(said)).toMatch(/^$|^[245]\.\d{1,3}\.\d{1,3}$/);
    }),
    casesOf('SMTP replies', { slice: 1_000, ofAMillion: 60_000 }),
  );
});
