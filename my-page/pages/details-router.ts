import type { FastifyInstance, FastifyReply } from 'fastify';
import { readDetails } from '../accounts/details-store.ts';
import { detailsOf, proposeDetails } from '../accounts/propose-details-service.ts';
import type { Site } from '../site/site.ts';
import {
  type CustomerField,
  type CustomerForm,
  customerFaults,
  type FormFaults,
  readCustomerForm,
} from './customer-form.ts';
import { neededDetails, proposeDetailsView } from './details-view.ts';
import { sendPage } from './layout.ts';
import { isMember, type MemberVisit, openFormVisit, openVisit } from './visit.ts';

/** Proposing a change of one's contact details. */
export function registerDetailsRoutes(app: FastifyInstance, site: Site): void {
  app.get('/settings/details', async (request, reply) => {
    const visit = await openVisit(site, request, reply);
    if (!isMember(visit)) return reply.redirect('/log-in?next=/settings', 303);
    const details = await readDetails(site.store.read, visit.account.id);
    return sendForm(reply, visit, details.proposed?.customer ?? detailsOf(visit.account, details), {});
  });

  app.post('/settings/details', async (request, reply) => {
    const visit = await openFormVisit(site, request, reply);
    if (!isMember(visit)) return reply.redirect('/log-in?next=/settings', 303);
    const form = readCustomerForm(request);
    const faults = customerFaults(form, neededDetails, visit.labels);
    if (Object.keys(faults).length > 0) return sendForm(reply, visit, form, faults, 422);
    const outcome = await proposeDetails(site, visit.account.id, form);
    if (outcome === 'too-many-tries') return sendForm(reply, visit, form, { form: visit.labels.tooManyProposals }, 429);
    return reply.redirect('/settings#details', 303);
  });
}

function sendForm(
  reply: FastifyReply,
  visit: MemberVisit,
  form: CustomerForm,
  faults: FormFaults<CustomerField | 'form'>,
  status = 200,
): FastifyReply {
  const content = proposeDetailsView(visit, form, faults);
  const page = { title: visit.labels.proposeChange, place: 'settings', width: 'narrow', content } as const;
  return sendPage(reply, visit, page, status);
}
