import type { FastifyInstance, FastifyReply } from 'fastify';
import { askToRegister } from '../accounts/register-service.ts';
import type { Site } from '../site/site.ts';
import {
  type CustomerField,
  type CustomerForm,
  customerFaults,
  customerFieldsView,
  emptyCustomer,
  type FormFaults,
  placeRow,
  readCustomerForm,
  toCustomer,
} from './customer-form.ts';
import { noticeView } from './form-view.ts';
import { html } from './html.ts';
import { hiddenToken, sendPage } from './layout.ts';
import { messageView } from './message-view.ts';
import { PageError } from './page-error.ts';
import { isRegistrationOpen } from './registration-open.ts';
import { tellWait } from './too-many-tries.ts';
import { openFormVisit, openVisit, type Visit } from './visit.ts';

const neededFields: readonly CustomerField[] = ['name', 'email'];

/** Registering for an account. */
export function registerRegisterRoutes(app: FastifyInstance, site: Site): void {
  app.get('/register', async (request, reply) => {
    const visit = await openVisit(site, request, reply);
    if (visit.account) return reply.redirect('/orders', 303);
    if (!isRegistrationOpen(visit.settings)) throw new PageError('not-found');
    return sendForm(reply, visit, emptyCustomer, {});
  });

  app.post('/register', async (request, reply) => {
    const visit = await openFormVisit(site, request, reply);
    const { labels, settings } = visit;
    if (!isRegistrationOpen(settings)) throw new PageError('not-found');
    const form = readCustomerForm(request);
    const faults = customerFaults(form, neededFields, labels);
    if (Object.keys(faults).length > 0) return sendForm(reply, visit, form, faults, 422);
    const asked = { customer: toCustomer(form), language: labels.language, networkAddress: request.ip };
    const waitSeconds = await askToRegister(site, asked);
    if (waitSeconds > 0) return sendForm(reply, visit, form, { email: tellWait(reply, labels, waitSeconds) }, 429);
    const content = messageView({ title: labels.lookInInbox, lead: labels.registerAsked });
    return sendPage(reply, visit, { title: labels.lookInInbox, place: 'register', width: 'narrow', content });
  });
}

function sendForm(
  reply: FastifyReply,
  visit: Visit,
  form: CustomerForm,
  faults: FormFaults<CustomerField>,
  status = 200,
): FastifyReply {
  const { labels } = visit;
  const fields = customerFieldsView(labels, form, neededFields, faults);
  const content = html`<section class="card">
<h1>${labels.register}</h1>
<p class="lead">${labels.registerLead} ${labels.registerMails}${visit.settings.approval === 'manual' && html` ${labels.registerManual}`}</p>
${status === 422 && noticeView('bad', labels.checkForm)}
<form method="post" action="/register" novalidate>
${hiddenToken(visit)}
${fields.name}${fields.email}
${fields.phone}${fields.addressLine1}${placeRow(fields.postcode, fields.city)}
<button class="button">${labels.register}</button>
</form>
</section>`;
  return sendPage(reply, visit, { title: labels.register, place: 'register', width: 'narrow', content }, status);
}
