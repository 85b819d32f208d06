import { assertNever } from '../../../shared/errors.ts';
import type { SendFailure } from './send-failure.ts';

/** What becomes of a mail, and of the sending, after a failure. */
export type NextStep = 'wait' | 'stop-sending' | 'mark-address' | 'refuse' | 'mark-uncertain';

/** A mail whose body may have left may have arrived: never sent again by itself (RFC 5321 4.2.1, 6.1; domain.md 9.11-12). */
export function nextStepAfter(failure: SendFailure): NextStep {
  switch (failure.at) {
    case 'connect':
    case 'line-lost-before-body':
      return 'wait';
    case 'tls':
      return 'stop-sending';
    case 'login':
    case 'sender':
      return failure.isTemporary ? 'wait' : 'stop-sending';
    case 'recipient':
      if (failure.isAddressError) return 'mark-address';
      return failure.isTemporary ? 'wait' : 'refuse';
    case 'message':
      return failure.isTemporary ? 'wait' : 'refuse';
    case 'line-lost-after-body-began':
      return 'mark-uncertain';
    default:
      return assertNever(failure, 'send failure');
  }
}
