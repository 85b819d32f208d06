import { initTRPC, TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import type { ChosenPath, FailureCode } from '../../shared/bridge.ts';
import { AppError, type ErrorDetails } from '../../shared/errors.ts';
import { namedIfDiskFull } from './db/disk-full.ts';
import type { EngineSession } from './session.ts';

/** What every procedure gets: the session with the open company, if any, and which paths of its input a person chose. */
export interface EngineContext {
  readonly session: EngineSession;
  readonly chosenPaths?: readonly ChosenPath[] | undefined;
}

export interface Failure {
  readonly appCode: FailureCode;
  readonly details: ErrorDetails;
}

/** What a window may know of an error: its code and facts, never a bug's text. */
export function failureOf(thrown: unknown): Failure {
  const error = namedIfDiskFull(thrown);
  if (error instanceof AppError) return { appCode: error.code, details: error.details };
  if (error instanceof TRPCError) {
    // An input that is none of ours; a strange enough one breaks the check itself, which is no bug of the program
    if (error.code === 'BAD_REQUEST') {
      const issue = error.cause instanceof ZodError ? error.cause.issues[0] : undefined;
      return { appCode: 'bad-input', details: { field: issue?.path.join('.') ?? '' } };
    }
    if (error.cause !== undefined) return failureOf(error.cause);
  }
  return { appCode: 'unexpected', details: {} };
}

/** Values cross by structured clone, so procedures answer dates, bytes and branded ids as they are. */
const asItIs = { serialize: (value: unknown) => value, deserialize: (value: unknown) => value };

const trpc = initTRPC.context<EngineContext>().create({
  transformer: asItIs,
  isDev: false,
  errorFormatter: ({ shape, error }) => {
    const failure = failureOf(error);
    return { message: failure.appCode, code: shape.code, data: { code: shape.data.code, ...failure } };
  },
});

export const router = trpc.router;
export const procedure = trpc.procedure;
export const createCallerFactory = trpc.createCallerFactory;
