import { setTimeout as pause } from 'node:timers/promises';
import type { z } from 'zod';
import { AppError, type ErrorDetails } from '../../../shared/errors.ts';
import { apiProblem } from '../../../shared/my-page/protocol.ts';
import { readAnswer } from '../../../shared/read-answer.ts';

const maximumAnswerBytes = 64 * 1024 * 1024;
const maximumBusyAnswers = 3;
const maximumBusyWaitMs = 30_000;

/** Where and as whom to call, and the parts that tests replace. */
export type JsonHttpParts = {
  /** Ends with a slash. */
  readonly address: URL;
  readonly key: string;
  /** For one try, body included. */
  readonly timeoutMs?: number;
  readonly wait?: (ms: number, signal?: AbortSignal) => Promise<void>;
};

export type JsonCall<Schema extends z.ZodType> = {
  readonly method: 'GET' | 'PUT' | 'POST';
  /** Below the address, with its query. */
  readonly path: string;
  readonly body?: unknown;
  /** Sent instead of a JSON body. */
  readonly file?: { readonly bytes: Uint8Array; readonly type: string };
  readonly answer: Schema;
  /** Statuses that are an outcome, answered as `{kind: 'status'}`, not a failure. */
  readonly expectedStatuses?: readonly number[];
  readonly signal?: AbortSignal | undefined;
};

export type JsonAnswer<Body> =
  | { readonly kind: 'body'; readonly body: Body }
  | { readonly kind: 'status'; readonly status: number };

type RawAnswer = {
  readonly status: number;
  readonly isJson: boolean;
  readonly text: string;
  readonly retryAfter: string | null;
};

/**
 * Makes one call with a bearer key and parses its answer. A busy site (429, 503 with Retry-After) is asked again up to
 * three times, a lost line once: every call of the protocol may be repeated. No redirect is followed, so the key goes
 * to no other host. Bodies and keys reach no error.
 *
 * @throws AppError 'website-unreachable', 'website-key-refused' or 'website-bad-answer'; the signal's own reason when
 * the caller stopped it
 */
export async function callJson<Schema extends z.ZodType>(
  parts: JsonHttpParts,
  call: JsonCall<Schema>,
): Promise<JsonAnswer<z.infer<Schema>>> {
  // A key with a line break would otherwise end up, whole, in the error text of fetch.
  if (!/^[\x21-\x7e]+$/.test(parts.key)) throw new AppError('website-key-refused', { reason: 'malformed' });
  const answer = await untilNotBusy(parts, call);
  if (call.expectedStatuses?.includes(answer.status)) return { kind: 'status', status: answer.status };
  failUnlessOk(answer);
  return { kind: 'body', body: parseBody(answer, call.answer) };
}

async function untilNotBusy(parts: JsonHttpParts, call: JsonCall<z.ZodType>): Promise<RawAnswer> {
  const wait = parts.wait ?? ((ms, signal) => pause(ms, undefined, signal === undefined ? {} : { signal }));
  for (let busyAnswers = 0; ; busyAnswers += 1) {
    const answer = await tryTwice(parts, call);
    const isBusy = answer.status === 429 || (answer.status === 503 && answer.retryAfter !== null);
    if (!isBusy || busyAnswers === maximumBusyAnswers) return answer;
    try {
      await wait(busyWaitMs(answer.retryAfter), call.signal);
    } catch (error) {
      call.signal?.throwIfAborted();
      throw error;
    }
  }
}

/** Retry-After is seconds or an HTTP date (RFC 9110 10.2.3); a date is taken as "soon". */
function busyWaitMs(retryAfter: string | null): number {
  const seconds = /^\d{1,6}$/.test(retryAfter ?? '') ? Number(retryAfter) : 2;
  return Math.min(Math.max(seconds * 1000, 100), maximumBusyWaitMs);
}

async function tryTwice(parts: JsonHttpParts, call: JsonCall<z.ZodType>): Promise<RawAnswer> {
  const first = await tryOnce(parts, call);
  if (!('failure' in first)) return first;
  // A site may close a kept connection just as we use it; a time-out is not tried again.
  const second = first.isTimeout ? first : await tryOnce(parts, call);
  if (!('failure' in second)) return second;
  throw new AppError(
    'website-unreachable',
    { reason: second.isTimeout ? 'timeout' : second.reason },
    { cause: second.failure },
  );
}

type LostCall = { readonly failure: unknown; readonly isTimeout: boolean; readonly reason: string };

async function tryOnce(parts: JsonHttpParts, call: JsonCall<z.ZodType>): Promise<RawAnswer | LostCall> {
  call.signal?.throwIfAborted();
  const timeout = AbortSignal.timeout(parts.timeoutMs ?? 30_000);
  const body = bodyOf(call);
  try {
    const response = await fetch(new URL(call.path, parts.address), {
      method: call.method,
      redirect: 'manual',
      headers: {
        authorization: `Bearer ${parts.key}`,
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': body.type }),
      },
      ...(body === undefined ? {} : { body: body.content }),
      signal: call.signal === undefined ? timeout : AbortSignal.any([timeout, call.signal]),
    });
    return {
      status: response.status,
      isJson: /^application\/(problem\+)?json\b/i.test(response.headers.get('content-type') ?? ''),
      retryAfter: response.headers.get('retry-after'),
      text: await readText(response),
    };
  } catch (error) {
    if (error instanceof AppError) throw error;
    call.signal?.throwIfAborted();
    return { failure: error, isTimeout: timeout.aborted, reason: networkReason(error) };
  }
}

function bodyOf({
  body,
  file,
}: JsonCall<z.ZodType>): { readonly type: string; readonly content: BodyInit } | undefined {
  if (file !== undefined) return { type: file.type, content: new Uint8Array(file.bytes) };
  return body === undefined ? undefined : { type: 'application/json', content: JSON.stringify(body) };
}

/** The system's own code, for example ECONNREFUSED or CERT_HAS_EXPIRED; never a text. */
function networkReason(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : 'connection-lost';
}

async function readText(response: Response): Promise<string> {
  const text = await readAnswer(response, maximumAnswerBytes);
  if (text === null) throw new AppError('website-bad-answer', { reason: 'too-large' });
  return text;
}

function failUnlessOk(answer: RawAnswer): void {
  const { status } = answer;
  if (status >= 200 && status < 300) return;
  const details: ErrorDetails = { status, ...problemOf(answer) };
  if (status === 401 || status === 403) throw new AppError('website-key-refused', details);
  if (status === 429 || status >= 500) throw new AppError('website-unreachable', details);
  if (status >= 300 && status < 400) throw new AppError('website-bad-answer', { status, reason: 'redirect' });
  throw new AppError('website-bad-answer', details);
}

/** The problem's code and the place of its first fault; its texts may quote what was sent, so they stay out. */
function problemOf(answer: RawAnswer): ErrorDetails {
  if (!answer.isJson) return {};
  const problem = apiProblem.safeParse(parseJson(answer.text));
  if (!problem.success || !/^[\w-]{1,60}$/.test(problem.data.error)) return {};
  const field = problem.data.faults?.[0]?.field ?? '';
  return { problem: problem.data.error, ...(/^[\w.]{1,100}$/.test(field) ? { field } : {}) };
}

function parseBody<Schema extends z.ZodType>(answer: RawAnswer, schema: Schema): z.infer<Schema> {
  if (!answer.isJson && answer.text !== '') throw new AppError('website-bad-answer', { reason: 'not-json' });
  const parsed = schema.safeParse(answer.text === '' ? null : parseJson(answer.text));
  if (parsed.success) return parsed.data;
  throw new AppError('website-bad-answer', {
    reason: 'schema',
    field: parsed.error.issues[0]?.path.join('.') ?? '',
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
