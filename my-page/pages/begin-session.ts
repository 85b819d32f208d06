import type { FastifyReply, FastifyRequest } from 'fastify';
import { findAccount } from '../accounts/account-store.ts';
import { describeDevice } from '../accounts/device.ts';
import { withDevice } from '../accounts/device-cookie.ts';
import { startSession } from '../accounts/log-in-service.ts';
import type { Site } from '../site/site.ts';
import { clearCookie, readCookie, writeCookie } from './cookies.ts';

const deviceKnownSeconds = 365 * 86_400;

/**
 * Logs this browser in: a new session id, which is returned, and no trace of what it was before. It is known to the account
 * from now on.
 */
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
  const account = await findAccount(site.store.read, accountId);
  if (account) {
    const value = withDevice(readCookie(site, request, 'device'), account.email, site.deviceSecret);
    writeCookie(site, reply, 'device', { value, maxAgeSeconds: deviceKnownSeconds });
  }
  return session.value;
}
