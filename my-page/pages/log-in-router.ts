import type { FastifyInstance, FastifyReply } from 'fastify';
import { checkLogIn, type LogInOutcome } from '../accounts/log-in-service.ts';
import type { PasswordCheck } from '../accounts/passwords.ts';
import { deleteSession } from '../accounts/session-store.ts';
import { writeAudit } from '../audit/audit-store.ts';
import type { Site } from '../site/site.ts';
import { continueLogIn } from './continue-log-in.ts';
import { clearCookie, readCookie } from './cookies.ts';
import { fieldView, noticeView } from './form-view.ts';
import { html } from './html.ts';
import type { Labels } from './labels.ts';
import { hiddenToken, sendPage } from './layout.ts';
import { isRegistrationOpen } from './registration-open.ts';
import { tellWait } from './too-many-tries.ts';
import { fieldOf, openFormVisit, openVisit, rawFieldOf, type Visit } from './visit.ts';

type LogInNotice = { readonly kind: 'good' | 'bad'; readonly text: string };
type LogInForm = {
  readonly email: string;
  readonly next: string;
  readonly notice?: LogInNotice;
};

/** Log in, log out, and the way in at `/`. */
export function registerLogInRoutes(app: FastifyInstance, site: Site, check: PasswordCheck): void {
  app.get('/', async (request, reply) => {
    const { account } = await openVisit(site, request, reply);
    return reply.redirect(account ? '/orders' : '/log-in', 303);
  });

  app.get<{ Querystring: { next?: unknown; left?: unknown } }>('/log-in', async (request, reply) => {
    const visit = await openVisit(site, request, reply);
    const next = safeNext(request.query.next);
    if (visit.account) return reply.redirect(next, 303);
    const notice = leaveNotice(request.query.left, visit.labels);
    return sendLogIn(reply, visit, { email: '', next, ...(notice && { notice }) });
  });

  app.post('/log-in', async (request, reply) => {
    const visit = await openFormVisit(site, request, reply);
    const email = fieldOf(request, 'email');
    const next = safeNext(fieldOf(request, 'next'));
    const password = rawFieldOf(request, 'password');
    const browser = { networkAddress: request.ip, deviceCookie: readCookie(site, request, 'device') };
    const outcome = await checkLogIn(site, check, { email, password, ...browser });
    site.metrics.countLogIn(outcome.kind);
    if (outcome.kind !== 'logged-in') {
      const notice = { kind: 'bad', text: faultText(reply, outcome, visit.labels) } as const;
      return sendLogIn(reply, visit, { email, next, notice }, outcome.kind === 'too-many-tries' ? 429 : 422);
    }
    return continueLogIn(site, { request, reply }, { accountId: outcome.account.id, next });
  });

  app.post('/log-out', async (request, reply) => {
    const { account } = await openFormVisit(site, request, reply);
    const token = readCookie(site, request, 'session');
    if (token !== null) {
      await site.store.write(async (tx) => {
        await deleteSession(tx, token);
        if (account) await writeAudit(tx, 'logged-out', { at: site.now(), accountId: account.id });
      });
    }
    clearCookie(site, reply, 'session');
    return reply.redirect('/log-in?left=1', 303);
  });
}

/** Only places of our own that a link may lead to after log-in; anything else goes to the orders. */
export function safeNext(next: unknown): string {
  const isOwn = typeof next === 'string' && /^\/(orders(\/(received\/)?[0-9a-f-]{36})?|settings|shop)$/i.test(next);
  return isOwn ? next : '/orders';
}

function sendLogIn(reply: FastifyReply, visit: Visit, form: LogInForm, status = 200): FastifyReply {
  const { labels } = visit;
  const content = html`<section class="card">
<h1>${labels.logIn}</h1>
<p class="lead">${labels.logInLead}</p>
${form.notice && noticeView(form.notice.kind, form.notice.text)}
<form method="post" action="/log-in">
${hiddenToken(visit)}<input type="hidden" name="next" value="${form.next}">
${fieldView(labels, { name: 'email', label: labels.email, type: 'email', value: form.email, autocomplete: 'username' })}
${fieldView(labels, { name: 'password', label: labels.password, type: 'password', autocomplete: 'current-password' })}
<button class="button">${labels.logIn}</button>
</form>
<p class="hint after"><a href="/forgot-password">${labels.forgotPassword}</a></p>
</section>
${isRegistrationOpen(visit.settings) && html`<p class="aside">${labels.noAccountYet} <a href="/register">${labels.register}</a></p>`}
<p class="aside">${labels.lookUpAside} <a href="/look-up">${labels.lookUp}</a></p>`;
  return sendPage(reply, visit, { title: labels.logIn, place: 'log-in', width: 'narrow', content }, status);
}

function leaveNotice(left: unknown, labels: Labels): LogInNotice | null {
  if (left === 'code') return { kind: 'bad', text: labels.logInAgain };
  if (left === 'everywhere') return { kind: 'good', text: labels.loggedOutEverywhere };
  return left === '1' ? { kind: 'good', text: labels.loggedOut } : null;
}

function faultText(
  reply: FastifyReply,
  outcome: Exclude<LogInOutcome, { readonly kind: 'logged-in' }>,
  labels: Labels,
): string {
  switch (outcome.kind) {
    case 'wrong':
      return labels.wrongLogIn;
    case 'too-many-tries':
      return tellWait(reply, labels, outcome.waitSeconds);
    case 'pending':
      return labels.awaitsApproval;
    case 'declined':
      return labels.accountClosed;
    case 'deletion-asked':
      return labels.accountDeletionAsked;
  }
}
