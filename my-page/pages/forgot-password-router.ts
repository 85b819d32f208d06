import type { FastifyInstance, FastifyReply } from 'fastify';
import { askForReset } from '../accounts/ask-reset-service.ts';
import { isEmailAddress } from '../accounts/email-address.ts';
import type { Site } from '../site/site.ts';
import { fieldView, noticeView } from './form-view.ts';
import { html } from './html.ts';
import { hiddenToken, sendPage } from './layout.ts';
import { messageView } from './message-view.ts';
import { tellWait } from './too-many-tries.ts';
import { fieldOf, openFormVisit, openVisit, type Visit } from './visit.ts';

type ForgotForm = { readonly email: string; readonly fault?: string; readonly notice?: string };

/** Asking for a link to choose a new password. The answer is the same for every address. */
export function registerForgotPasswordRoutes(app: FastifyInstance, site: Site): void {
  app.get('/forgot-password', async (request, reply) => {
    const visit = await openVisit(site, request, reply);
    return sendForm(reply, visit, { email: visit.account?.email ?? '' });
  });

  app.post('/forgot-password', async (request, reply) => {
    const visit = await openFormVisit(site, request, reply);
    const { labels } = visit;
    const email = fieldOf(request, 'email');
    if (!isEmailAddress(email)) return sendForm(reply, visit, { email, fault: labels.faultyEmail }, 422);
    const waitSeconds = await askForReset(site, { email, networkAddress: request.ip });
    if (waitSeconds > 0) return sendForm(reply, visit, { email, notice: tellWait(reply, labels, waitSeconds) }, 429);
    const message = { title: labels.lookInInbox, lead: labels.forgotPasswordDone };
    const content = messageView({ ...message, link: { to: '/log-in', text: labels.logIn } });
    return sendPage(reply, visit, { title: labels.lookInInbox, place: 'log-in', width: 'narrow', content });
  });
}

function sendForm(reply: FastifyReply, visit: Visit, form: ForgotForm, status = 200): FastifyReply {
  const { labels } = visit;
  const email = { name: 'email', label: labels.email, type: 'email', value: form.email, maxLength: 254 } as const;
  const content = html`<section class="card">
<h1>${labels.forgotPasswordTitle}</h1>
<p class="lead">${labels.forgotPasswordLead}</p>
${form.notice && noticeView('bad', form.notice)}
<form method="post" action="/forgot-password" novalidate>
${hiddenToken(visit)}
${fieldView(labels, { ...email, autocomplete: 'username', fault: form.fault })}
<button class="button">${labels.sendLink}</button>
</form>
</section>
<p class="aside"><a href="/log-in">${labels.logIn}</a></p>`;
  const page = { title: labels.forgotPasswordTitle, place: 'log-in', width: 'narrow', content } as const;
  return sendPage(reply, visit, page, status);
}
