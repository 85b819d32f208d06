import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { languageCode } from '../../shared/my-page/protocol.ts';
import { changePassword } from '../accounts/change-password-service.ts';
import { changeSettings } from '../accounts/customer-settings-service.ts';
import { readDetails } from '../accounts/details-store.ts';
import type { PasswordCheck } from '../accounts/passwords.ts';
import { readSecondFactor } from '../accounts/second-factor-store.ts';
import { deleteSessionsOf, endListedSession, listSessions } from '../accounts/session-store.ts';
import { writeAudit } from '../audit/audit-store.ts';
import type { Site } from '../site/site.ts';
import { beginSession } from './begin-session.ts';
import { clearCookie, readCookie } from './cookies.ts';
import { type Labels, pageLanguageFor } from './labels.ts';
import { sendPage } from './layout.ts';
import { passwordFault } from './password-fault.ts';
import type { PasswordFaults } from './password-view.ts';
import { doneThings, type SettingsPage, settingsView } from './settings-view.ts';
import { fieldOf, isMember, type MemberVisit, openFormVisit, openVisit, rawFieldOf } from './visit.ts';

/** My settings: language, order status e-mails on or off, the password, and where one is logged in. */
export function registerSettingsRoutes(app: FastifyInstance, site: Site, check: PasswordCheck): void {
  app.get<{ Querystring: { done?: unknown } }>('/settings', async (request, reply) => {
    const visit = await openVisit(site, request, reply);
    if (!isMember(visit)) return reply.redirect('/log-in?next=/settings', 303);
    const done = doneThings.find((thing) => thing === request.query.done) ?? null;
    return sendSettings(site, request, reply, { visit, done });
  });

  app.post('/settings', async (request, reply) => {
    const visit = await openFormVisit(site, request, reply);
    if (!isMember(visit)) return reply.redirect('/log-in?next=/settings', 303);
    await changeSettings(site, visit.account.id, {
      language: chosenLanguage(fieldOf(request, 'language'), visit.account.language),
      orderStatusMails: fieldOf(request, 'order-status-mails') === 'yes',
    });
    return reply.redirect('/settings?done=saved', 303);
  });

  app.post('/settings/password', async (request, reply) => {
    const visit = await openFormVisit(site, request, reply);
    if (!isMember(visit)) return reply.redirect('/log-in?next=/settings', 303);
    const passwordFaults = await tryChange(site, check, request, visit);
    if (passwordFaults !== null) {
      const status = passwordFaults.form === undefined ? 422 : 429;
      return sendSettings(site, request, reply, { visit, passwordFaults }, status);
    }
    await beginSession(site, request, reply, visit.account.id);
    // A place on the page, or the browser would go to that of the form once more
    return reply.redirect('/settings?done=password#content', 303);
  });

  app.post('/settings/log-out-everywhere', async (request, reply) => {
    const visit = await openFormVisit(site, request, reply);
    if (!isMember(visit)) return reply.redirect('/log-in?next=/settings', 303);
    const accountId = visit.account.id;
    await site.store.write(async (tx) => {
      await deleteSessionsOf(tx, accountId);
      await writeAudit(tx, 'logged-out-everywhere', { at: site.now(), accountId });
    });
    clearCookie(site, reply, 'session');
    return reply.redirect('/log-in?left=everywhere', 303);
  });

  app.post('/settings/end-session', async (request, reply) => {
    const visit = await openFormVisit(site, request, reply);
    if (!isMember(visit)) return reply.redirect('/log-in?next=/settings', 303);
    const accountId = visit.account.id;
    const id = fieldOf(request, 'session');
    await site.store.write(async (tx) => {
      const isEnded = await endListedSession(tx, accountId, id);
      if (isEnded) await writeAudit(tx, 'session-ended', { at: site.now(), accountId });
    });
    return reply.redirect('/settings?done=session', 303);
  });

  /** Where password managers look for the form (W3C "A Well-Known URL for Changing Passwords"). */
  app.get('/.well-known/change-password', async (_request, reply) => reply.redirect('/settings#password', 303));
}

/** "nb" chosen by someone who has "no" is no change: the desktop is not told of another way to write it. */
function chosenLanguage(chosen: string, current: string): string {
  const isSame = pageLanguageFor(chosen) !== null && pageLanguageFor(chosen) === pageLanguageFor(current);
  return isSame || !languageCode.safeParse(chosen).success ? current : chosen;
}

/** Changes the password, or says at which field it cannot be. */
async function tryChange(
  site: Site,
  check: PasswordCheck,
  request: FastifyRequest,
  { labels, account, settings }: MemberVisit,
): Promise<PasswordFaults | null> {
  const oldPassword = rawFieldOf(request, 'old-password');
  const newPassword = rawFieldOf(request, 'new-password');
  const context = { email: account.email, name: account.name, siteName: settings.siteName };
  const newFault = await passwordFault(newPassword, context, labels);
  if (newFault !== null) return { newPassword: newFault };
  const outcome = await changePassword(site, check, { accountId: account.id, oldPassword, newPassword });
  return outcome === 'changed' ? null : faultsFor(outcome, labels);
}

function faultsFor(outcome: 'wrong' | 'too-many-tries', labels: Labels): PasswordFaults {
  return outcome === 'wrong' ? { oldPassword: labels.wrongPassword } : { form: labels.tooManyTries };
}

type ShownSettings = Partial<Pick<SettingsPage, 'done' | 'passwordFaults'>> & { readonly visit: MemberVisit };

async function sendSettings(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  { visit, done = null, passwordFaults = {} }: ShownSettings,
  status = 200,
): Promise<FastifyReply> {
  const token = readCookie(site, request, 'session') ?? '';
  const asked = { token, now: site.now() };
  const sessions = await listSessions(site.store.read, visit.account.id, asked);
  const details = await readDetails(site.store.read, visit.account.id);
  const secondFactor = await readSecondFactor(site.store.read, visit.account.id);
  const content = settingsView(visit, { details, sessions, done, passwordFaults, secondFactor });
  const page = { title: visit.labels.mySettings, place: 'settings', width: 'narrow', content } as const;
  return sendPage(reply, visit, page, status);
}
