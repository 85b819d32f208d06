import { AppError } from '../../../shared/errors.ts';
import { type StopCause, stopCauses } from '../../../shared/mails.ts';
import { nextStepAfter } from './next-step.ts';
import type { SendFailure } from './send-failure.ts';

/** Why a failure ends all sending for now; null when only its mail or its session is concerned (domain.md 9.12). */
export function stopCauseOf(failure: SendFailure, auth: 'password' | 'oauth2'): StopCause | null {
  if (nextStepAfter(failure) !== 'stop-sending') return null;
  switch (failure.at) {
    case 'tls':
      return 'mail-server-tls-failed';
    case 'login':
      return auth === 'oauth2' ? 'mail-server-token-refused' : 'mail-server-login-refused';
    case 'sender':
      return 'mail-server-refused-sender';
    default:
      return 'mail-server-unreachable';
  }
}

/** The same of what keychain or sign-in threw; null for anything else. */
export function stopCauseOfError(error: unknown): StopCause | null {
  if (!(error instanceof AppError)) return null;
  return stopCauses.find((cause) => cause === error.code) ?? null;
}
