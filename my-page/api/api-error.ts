import type { z } from 'zod';
import type { ApiProblem } from '../../shared/my-page/protocol.ts';

export type ApiFault = { readonly field: string; readonly message: string };

/** A refusal of the API: HTTP status, a code to switch on, a sentence for the person who reads the log. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly faults: readonly ApiFault[];

  constructor(status: number, code: string, message: string, faults: readonly ApiFault[] = []) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.faults = faults;
  }
}

/** The body that a refusal is sent as. */
export function toProblem(error: ApiError): ApiProblem {
  const problem = { error: error.code, message: error.message };
  return error.faults.length > 0 ? { ...problem, faults: [...error.faults] } : problem;
}

/** Reads a value as the schema says. @throws ApiError 400 `bad-input`, naming every fault by its place. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new ApiError(400, 'bad-input', 'The request has faults; nothing was stored.', faultsOf(parsed.error));
}

/** Every fault with its place, for example `lines.0.quantityMilli`. */
export function faultsOf(error: z.ZodError): readonly ApiFault[] {
  return error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message }));
}
