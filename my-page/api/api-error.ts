import type { z } from 'zod';
import type { ApiProblem } from '../../shared/my-page/protocol.ts';
import { faultWords, unknownFieldWords } from './fault-words.ts';

const mostFaults = 100;
const longestField = 200;

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

/**
 * Reads a value as the schema says. `names` are those that a misspelt one may have meant.
 * @throws ApiError 400 `bad-input`, naming every fault by its place
 */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  names: readonly string[] = [],
): z.infer<Schema> {
  const parsed = schema.safeParse(input, { error: faultWords });
  if (parsed.success) return parsed.data;
  throw badInput(faultsOf(parsed.error, names));
}

/** The refusal of what is readable, but not right. */
export function badInput(faults: readonly ApiFault[]): ApiError {
  return new ApiError(400, 'bad-input', 'The request has faults; nothing was stored.', faults);
}

/** Every fault with its place, for example `lines.0.quantityMilli`; the first hundred. */
export function faultsOf(error: z.ZodError, names: readonly string[] = []): readonly ApiFault[] {
  return error.issues
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({ path: [...issue.path, key], message: unknownFieldWords(key, names) }))
        : [issue],
    )
    .slice(0, mostFaults)
    .map(({ path, message }) => ({ field: path.join('.').slice(0, longestField), message }));
}
