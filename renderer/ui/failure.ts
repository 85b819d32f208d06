import { TRPCClientError } from '@trpc/client';
import type { FailureCode, RpcErrorShape } from '../../shared/bridge.ts';
import type { ErrorDetails } from '../../shared/errors.ts';
import { type ErrorText, errorTextFor } from './error-texts.ts';

export interface Failure {
  readonly code: FailureCode;
  readonly details: ErrorDetails;
}

/** What a failed call says in codes; words are made of it by code, never of an error's text. */
export function failureOf(error: unknown): Failure {
  if (error instanceof TRPCClientError) {
    const carried = (error.data ?? undefined) as RpcErrorShape['data'] | undefined;
    if (carried !== undefined) return { code: carried.appCode, details: carried.details };
  }
  return { code: 'unexpected', details: {} };
}

/** The words for whatever a call failed with. */
export function errorTextOf(error: unknown): ErrorText {
  const { code, details } = failureOf(error);
  return errorTextFor(code, details);
}
