import type { FastifyInstance, FastifyReply } from 'fastify';
import { askForDeletion } from '../accounts/ask-deletion-service.ts';
import { confirmPassword } from '../accounts/change-password-service.ts';
import { collectMyData } from '../accounts/my-data-service.ts';
import type { PasswordCheck } from '../accounts/passwords.ts';
import { writeAudit } from '../audit/audit-store.ts';
import type { Site } from '../site/site.ts';
import { clearCookie, readCookie } from './cookies.ts';
import { fieldView } from './form-view.ts';
import { type Html, html } from './html.ts';
import { labelsFor } from './labels.ts';
import { hiddenToken, sendPage } from './layout.ts';
import { messageView } from './message-view.ts';
import { userNameField } from './password-view.ts';
import { isMember, type MemberVisit, openFormVisit, openVisit, rawFieldOf } from './visit.ts';

/** Taking one's data away, and asking to be deleted. */
export function registerMyDataRoutes(app: FastifyInstance, site: Site, check: PasswordCheck): void {
  app.get('/settings/my-data.json', async (request, reply) => {
    const visit = await openVisit(site, request, reply);
    if (!isMember(visit)) return reply.redirect('/log-in?next=/settings', 303);
    const myData = await collectMyData(site, visit.account, readCookie(site, request, 'session') ?? '');
    const accountId = visit.account.id;
    await site.store.write((tx) => writeAudit(tx, 'data-downloaded', { at: site.now(), accountId }));
    reply.header('content-disposition', 'attachment; filename="my-data.json"');
    return reply.type('application/json; charset=utf-8').send(`${JSON.stringify(myData, null, 2)}\n`);
  });

  app.get('/settings/delete', async (request, reply) => {
    const visit = await openVisit(site, request, reply);
    if (!isMember(visit)) return reply.redirect('/log-in?next=/settings', 303);
    return sendForm(reply, visit, null);
  });

  app.post('/settings/delete', async (request, reply) => {
    const visit = await openFormVisit(site, request, reply);
    if (!isMember(visit)) return reply.redirect('/log-in?next=/settings', 303);
    const { account, labels } = visit;
    const password = rawFieldOf(request, 'password');
    const confirmed = await confirmPassword(site, check, { accountId: account.id, password });
    if (confirmed === 'too-many-tries') return sendForm(reply, visit, labels.tooManyTries, 429);
    if (confirmed === 'wrong') return sendForm(reply, visit, labels.wrongPassword, 422);
    const forStaff = labelsFor(visit.settings.language);
    await askForDeletion(site, account.id, {
      subject: forStaff.deletionSubject,
      text: forStaff.deletionText(account.email),
    });
    clearCookie(site, reply, 'session');
    const content = messageView({ title: labels.deletionAsked, lead: labels.deletionAskedLead });
    const page = { title: labels.deletionAsked, place: 'none', width: 'narrow', content } as const;
    return sendPage(reply, { ...visit, account: null }, page);
  });
}

/** The part of My settings that leads there. */
export function myDataView({ labels }: MemberVisit): Html {
  return html`<section class="card" id="my-data">
<h2>${labels.myData}</h2>
<p class="quiet">${labels.myDataLead}</p>
<p class="actions"><a class="button second wide" href="/settings/my-data.json" download>${labels.downloadMyData}</a></p>
<p class="hint after"><a href="/settings/delete">${labels.askForDeletion}</a></p>
</section>`;
}

function sendForm(reply: FastifyReply, visit: MemberVisit, fault: string | null, status = 200): FastifyReply {
  const { labels, account } = visit;
  const field = { name: 'password', type: 'password', autocomplete: 'current-password' } as const;
  const password = { ...field, label: labels.password, hint: labels.deletionPasswordHint };
  const content = html`<p class="back"><a href="/settings">${labels.mySettings}</a></p>
<section class="card">
<h1>${labels.askForDeletion}</h1>
<p class="lead">${labels.deletionLead}</p>
<ul class="bullets">${labels.deletionFacts.map((fact) => html`<li>${fact}</li>`)}</ul>
<form method="post" action="/settings/delete" novalidate>
${hiddenToken(visit)}${userNameField(account.email)}
${fieldView(labels, { ...password, fault: fault ?? undefined })}
<button class="button danger">${labels.deletionButton}</button>
</form>
</section>`;
  const page = { title: labels.askForDeletion, place: 'settings', width: 'narrow', content } as const;
  return sendPage(reply, visit, page, status);
}
