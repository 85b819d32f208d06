import type { Endpoint } from './endpoints.ts';

type Headers = Readonly<Record<string, unknown>>;

const text = (description: string): unknown => ({ description, schema: { type: 'string' } });

const limits: Headers = {
  'RateLimit-Policy': text('How many requests a client has: `q` within `w` seconds. Not sent to the desktop.'),
  RateLimit: text('`r` requests are left; all come back in `t` seconds. Not sent to the desktop.'),
};
const entityTag: Headers = {
  ETag: {
    ...Object(text('Sent back as If-None-Match, it spares the body while nothing has changed.')),
    required: true,
  },
};

/** The headers of an answer that somebody programs against. */
export function headersOf(endpoint: Endpoint, status: number): Headers {
  return {
    ...(endpoint.scopes.includes('storefront') && limits),
    ...(endpoint.hasEntityTag && status < 400 && entityTag),
    ...(endpoint.isIdempotent &&
      status === endpoint.success && {
        'Idempotent-Replayed': text('`true` when this request was answered before, and nothing was stored again.'),
      }),
    ...(status === 401 && { 'WWW-Authenticate': { ...Object(text('Bearer')), required: true } }),
    ...(status === 429 && limits),
    ...([429, 503].includes(status) && {
      'Retry-After': { description: 'Seconds.', required: true, schema: { type: 'integer', minimum: 1 } },
    }),
  };
}

/** What a request may carry beside path, query and body. */
export function requestHeadersOf(endpoint: Endpoint): readonly unknown[] {
  return [
    ...(endpoint.isIdempotent
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: false,
            description:
              'Drawn anew for each order, kept for its repetitions: the same key within 30 days gets the first answer.',
            schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' },
          },
        ]
      : []),
    ...(endpoint.hasEntityTag
      ? [{ name: 'If-None-Match', in: 'header', required: false, schema: { type: 'string' } }]
      : []),
  ];
}
