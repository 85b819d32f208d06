import type { FastifyReply, FastifyRequest } from 'fastify';
import { describeDevice } from '../accounts/device.ts';
import { startSession } from '../accounts/log-in-service.ts';
import type { Site } from '../site/site.ts';
import { clearCookie, readCookie, writeCookie } from './cookies.ts';

/** Logs this browser in: a new session id, which is returned, and no trace of what it was before. */
export async function beginSession(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  accountId: string,
): Promise<string> {
  const session = await startSession(site, accountId, {
    formerToken: readCookie(site, request, 'session'),
    device: describeDevice(request.headers['user-agent']),
  });
  writeCookie(site, reply, 'session', session);
  clearCookie(site, reply, 'visitor');
  return session.value;
}
