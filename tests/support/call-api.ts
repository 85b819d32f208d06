export type ApiCall = {
  readonly key: string;
  readonly method?: 'GET' | 'PUT' | 'POST';
  /** Below /api/v1. */
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};
export type ApiReply = { readonly status: number; readonly body: unknown; readonly headers: Headers };

/** One call of the API over HTTP. */
export async function callApi(myPage: { readonly url: string }, call: ApiCall): Promise<ApiReply> {
  const hasBody = call.body !== undefined;
  const response = await fetch(`${myPage.url}/api/v1${call.path}`, {
    method: call.method ?? 'GET',
    headers: {
      authorization: `Bearer ${call.key}`,
      ...(hasBody && { 'content-type': 'application/json' }),
      ...call.headers,
    },
    ...(hasBody && { body: JSON.stringify(call.body) }),
  });
  return { status: response.status, body: await response.json(), headers: response.headers };
}
