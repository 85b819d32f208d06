import type { Endpoint } from './endpoints.ts';

/** Every code that a refusal may carry, with what it means to whoever programs the other side. */
export const problemMeanings = {
  'bad-json':
    'The body cannot be read as JSON, or an object has the same name twice. Sending it again changes nothing.',
  'bad-input': '`faults` names each fault by its place. Nothing was stored. Sending it again changes nothing.',
  'key-refused': 'No key, an unknown one, or one that was revoked.',
  'key-not-allowed': 'The key is valid, but of the other scope.',
  'not-found': 'There is no such end point.',
  'method-not-allowed': 'The end point has other methods; `Allow` lists them.',
  'cursor-unknown':
    'This cursor is unknown here, as after a restore from a backup. Read from the start, drop what is known.',
  'account-unknown': 'No account with this id was published here.',
  'account-not-approved': 'The account is not approved.',
  'mail-not-set-up': 'My page has no mail server, or no sender address.',
  'web-order-no-taken': 'This site has an order with that number already.',
  'idempotency-key-reused': 'This Idempotency-Key came with another order before.',
  'not-pdf': 'The body is no PDF, or was not sent as application/pdf.',
  'paper-unknown': 'No held document of this order names this paper: publish the order history first.',
  'too-large': 'The body is larger than this end point takes.',
  'not-json': 'The body was not sent as the content type that the end point takes.',
  'too-many-requests': 'Wait as long as `Retry-After` says, then go on.',
  failed: 'The site failed. Whether it stored something is not known: send it again, with the same Idempotency-Key.',
  unavailable:
    'The store does not answer now. Whether the request was stored is not known: send it again, as after `failed`, when `Retry-After` says.',
} as const satisfies Record<string, string>;
export type ProblemCode = keyof typeof problemMeanings;
export type Problems = Readonly<Partial<Record<number, readonly ProblemCode[]>>>;

/** All refusals of an end point, by status: its own and those that follow from what it takes. */
export function problemsOf(endpoint: Endpoint): ReadonlyMap<number, readonly ProblemCode[]> {
  const { body, bodyType, query, path, scopes } = endpoint;
  const takesJson = body !== undefined;
  const takesBody = takesJson || bodyType !== undefined;
  const isParsed = takesJson || query !== undefined || path.includes(':');
  const found = new Map<number, readonly ProblemCode[]>();
  const add = (status: number, ...codes: readonly ProblemCode[]): void => {
    if (codes.length > 0) found.set(status, [...(found.get(status) ?? []), ...codes]);
  };
  if (takesJson) add(400, 'bad-json');
  if (isParsed) add(400, 'bad-input');
  add(401, 'key-refused');
  if (scopes.length === 1) add(403, 'key-not-allowed');
  if (takesBody) add(413, 'too-large');
  if (takesBody) add(415, 'not-json');
  add(429, 'too-many-requests');
  add(500, 'failed');
  add(503, 'unavailable');
  for (const [status, codes] of Object.entries(endpoint.problems ?? {})) add(Number(status), ...(codes ?? []));
  return new Map([...found].sort(([one], [other]) => one - other));
}
