import { conformanceFaults, type RecordedCall } from './api-document.ts';

export type ApiCall = {
  readonly key: string;
  readonly method?: 'GET' | 'PUT' | 'POST';
  /** Below /api/v1. */
  readonly path: string;
  /** Sent as JSON, bytes as they are. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};
export type ApiReply = { readonly status: number; readonly body: unknown; readonly headers: Headers };

/** Hears of every call that `callApi` makes. */
export const apiListeners = new Set<(call: RecordedCall) => void>();

/** One call of the API over HTTP. @throws Error when it, or its answer, is not as the OpenAPI document says */
export async function callApi(myPage: { readonly url: string }, call: ApiCall): Promise<ApiReply> {
  const hasBody = call.body !== undefined;
  const method = call.method ?? 'GET';
  const response = await fetch(`${myPage.url}/api/v1${call.path}`, {
    method,
    headers: {
      authorization: `Bearer ${call.key}`,
      ...(hasBody && { 'content-type': 'application/json' }),
      ...call.headers,
    },
    ...(hasBody && { body: call.body instanceof Uint8Array ? new Uint8Array(call.body) : JSON.stringify(call.body) }),
  });
  const text = await response.text();
  const reply = { status: response.status, body: text === '' ? null : JSON.parse(text), headers: response.headers };
  const recorded = { method, path: call.path, requestBody: call.body, ...reply };
  const faults = conformanceFaults(recorded);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  for (const listener of apiListeners) listener(recorded);
  return reply;
}
