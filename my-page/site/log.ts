import { type DestinationStream, type Logger, pino } from 'pino';
import { describeError } from './describe-error.ts';

/** Log lines as JSON, without personal data; nowhere without `logTo`. */
export function makeLog(logTo: DestinationStream | undefined): Logger {
  if (!logTo) return pino({ enabled: false });
  return pino({ redact: ['req.headers'], serializers: { err: describeError, req: describeRequest } }, logTo);
}

/** Fastify's own lines: an address may hold a token. */
function describeRequest(request: { readonly method?: unknown }): { readonly method: unknown } {
  return { method: request.method };
}
