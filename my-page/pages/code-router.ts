import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findOpenChallenge, passChallenge } from '../accounts/log-in-challenge-service.ts';
import type { Site } from '../site/site.ts';
import { beginSession } from './begin-session.ts';
import { type CodeKind, codeView } from './code-view.ts';
import { clearCookie, readCookie } from './cookies.ts';
import { sendPage } from './layout.ts';
import { safeNext } from './log-in-router.ts';
import { tellWait } from './too-many-tries.ts';
import { fieldOf, openFormVisit, openVisit, type Visit } from './visit.ts';

type CodeRequest = FastifyRequest<{ Querystring: { next?: unknown } }>;
type CodePage = { readonly kind: CodeKind; readonly next: string; readonly fault?: string };

/** The second step of a log-in: the code of the app, or a recovery code. Either page takes either. */
export function registerCodeRoutes(app: FastifyInstance, site: Site): void {
  registerCodePage(app, site, { path: '/log-in/code', kind: 'app' });
  registerCodePage(app, site, { path: '/log-in/recovery-code', kind: 'recovery' });
}

function registerCodePage(app: FastifyInstance, site: Site, page: { path: string; kind: CodeKind }): void {
  const { path, kind } = page;
  app.get(path, async (request: CodeRequest, reply) => {
    const visit = await openVisit(site, request, reply);
    const next = safeNext(request.query.next);
    if (visit.account) return reply.redirect(next, 303);
    const token = readCookie(site, request, 'challenge');
    if (token === null || (await findOpenChallenge(site, token)) === null) return sendToLogIn(site, reply, next);
    return sendCodePage(reply, visit, { kind, next });
  });

  app.post(path, async (request, reply) => {
    const visit = await openFormVisit(site, request, reply);
    const next = safeNext(fieldOf(request, 'next'));
    const token = readCookie(site, request, 'challenge');
    if (token === null) return sendToLogIn(site, reply, next);
    const browser = { token, deviceCookie: readCookie(site, request, 'device') };
    const outcome = await passChallenge(site, browser, fieldOf(request, 'code'));
    switch (outcome.kind) {
      case 'passed':
        clearCookie(site, reply, 'challenge');
        await beginSession(site, request, reply, outcome.accountId);
        return reply.redirect(next, 303);
      case 'over':
        return sendToLogIn(site, reply, next);
      case 'too-many-tries':
        return sendCodePage(
          reply,
          visit,
          { kind, next, fault: tellWait(reply, visit.labels, outcome.waitSeconds) },
          429,
        );
      case 'wrong':
        return sendCodePage(reply, visit, { kind, next, fault: faultText(kind, visit) }, 422);
    }
  });
}

function sendToLogIn(site: Site, reply: FastifyReply, next: string): FastifyReply {
  clearCookie(site, reply, 'challenge');
  return reply.redirect(`/log-in?left=code&next=${encodeURIComponent(next)}`, 303);
}

function sendCodePage(reply: FastifyReply, visit: Visit, page: CodePage, status = 200): FastifyReply {
  const { labels } = visit;
  const title = page.kind === 'app' ? labels.enterCode : labels.enterRecoveryCode;
  return sendPage(
    reply,
    visit,
    { title, place: 'log-in', width: 'narrow', content: codeView(visit, { ...page, title }) },
    status,
  );
}

function faultText(kind: CodeKind, { labels }: Visit): string {
  return kind === 'app' ? labels.wrongCode : labels.wrongRecoveryCode;
}
