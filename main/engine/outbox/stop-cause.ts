import type { StopCause } from '../../../shared/mails.ts';
import { nextStepAfter } from './next-step.ts';
import type { SendFailure } from './send-failure.ts';

/** Why a failure ends all sending for now; null when only its mail or its session is concerned (domain.md 9.12). */
export function stopCauseOf(failure: SendFailure): StopCause | null {
  if (nextStepAfter(failure) !== 'stop-sending') return null;
  switch (failure.at) {
    case 'tls':
      return 'mail-server-tls-failed';
    case 'login':
      return 'mail-server-login-refused';
    case 'sender':
      return 'mail-server-refused-sender';
    default:
      return 'mail-server-unreachable';
  }
}
