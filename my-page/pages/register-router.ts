import type { FastifyInstance, FastifyReply } from 'fastify';
import { registerAccount } from '../accounts/register-service.ts';
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
import { fieldView, noticeView } from './form-view.ts';
import { html } from './html.ts';
import { hiddenToken, sendPage } from './layout.ts';
import { messageView } from './message-view.ts';
import { PageError } from './page-error.ts';
import { passwordFault } from './password-fault.ts';
import { isRegistrationOpen } from './registration-open.ts';
import { tellWait } from './too-many-tries.ts';
import { openFormVisit, openVisit, rawFieldOf, type Visit } from './visit.ts';

const neededFields: readonly CustomerField[] = ['name', 'email'];
type RegisterFaults = FormFaults<CustomerField | 'password'>;

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
    const password = rawFieldOf(request, 'password');
    const context = { email: form.email, name: form.name, siteName: settings.siteName };
    const passwordText = await passwordFault(password, context, labels);
    const faults: RegisterFaults = {
      ...customerFaults(form, neededFields, labels),
      ...(passwordText !== null && { password: passwordText }),
    };
    if (Object.keys(faults).length > 0) return sendForm(reply, visit, form, faults, 422);
    const outcome = await registerAccount(site, {
      customer: toCustomer(form),
      password,
      language: labels.language,
      accountStatus: settings.approval === 'automatic' ? 'approved' : 'pending',
      networkAddress: request.ip,
    });
    if (outcome.kind === 'too-many-tries') {
      const email = tellWait(reply, labels, outcome.waitSeconds);
      return sendForm(reply, visit, form, { email }, 429);
    }
    const lead = settings.approval === 'automatic' ? labels.registerDoneAutomatic : labels.registerDoneManual;
    const content = messageView({ title: labels.registerDone, lead, link: { to: '/log-in', text: labels.logIn } });
    return sendPage(reply, visit, { title: labels.registerDone, place: 'register', width: 'narrow', content });
  });
}

function sendForm(
  reply: FastifyReply,
  visit: Visit,
  form: CustomerForm,
  faults: RegisterFaults,
  status = 200,
): FastifyReply {
  const { labels } = visit;
  const fields = customerFieldsView(labels, form, neededFields, faults);
  const password = {
    name: 'password',
    label: labels.password,
    type: 'password',
    autocomplete: 'new-password',
  } as const;
  const content = html`<section class="card">
<h1>${labels.register}</h1>
<p class="lead">${labels.registerLead}${visit.settings.approval === 'manual' && html` ${labels.registerManual}`}</p>
${status === 422 && noticeView('bad', labels.checkForm)}
<form method="post" action="/register" novalidate>
${hiddenToken(visit)}
${fields.name}${fields.email}
${fieldView(labels, { ...password, hint: labels.passwordHint, fault: faults.password })}
${fields.phone}${fields.addressLine1}${placeRow(fields.postcode, fields.city)}
<button class="button">${labels.register}</button>
</form>
</section>`;
  return sendPage(reply, visit, { title: labels.register, place: 'register', width: 'narrow', content }, status);
}
