import type { FastifyReply, FastifyRequest } from 'fastify';
import { startChallenge } from '../accounts/log-in-challenge-service.ts';
import { hasSecondFactor } from '../accounts/second-factor-store.ts';
import type { Site } from '../site/site.ts';
import { beginSession } from './begin-session.ts';
import { writeCookie } from './cookies.ts';

/**
 * After the right password, or a link that set one: logs the browser in, or asks for the code of an account that has a
 * second factor. No session begins before both.
 */
export async function continueLogIn(
  site: Site,
  browser: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  { accountId, next }: { readonly accountId: string; readonly next: string },
): Promise<FastifyReply> {
  const { request, reply } = browser;
  if (await hasSecondFactor(site.store.read, accountId)) {
    writeCookie(site, reply, 'challenge', await startChallenge(site, accountId));
    return reply.redirect(`/log-in/code?next=${encodeURIComponent(next)}`, 303);
  }
  await beginSession(site, request, reply, accountId);
  return reply.redirect(next, 303);
}
