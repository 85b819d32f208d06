import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ConfirmOutcome, confirmRegistration } from '../accounts/confirm-registration-service.ts';
import { type AskedRegistration, findLinkedRegistration } from '../accounts/registration-store.ts';
import type { Site } from '../site/site.ts';
import { choosePasswordView } from './choose-password-view.ts';
import { continueLogIn } from './continue-log-in.ts';
import { labelsFor } from './labels.ts';
import { sendPage } from './layout.ts';
import { type Message, messageView } from './message-view.ts';
import { PageError } from './page-error.ts';
import { passwordFault } from './password-fault.ts';
import { isRegistrationOpen } from './registration-open.ts';
import { keepAddressSecret } from './secret-address.ts';
import { openFormVisit, openVisit, rawFieldOf, type Visit } from './visit.ts';

type LinkRequest = FastifyRequest<{ Params: { token: string } }>;

/** Confirming the address of a registration, by choosing its password. Looking at the page spends nothing. */
export function registerConfirmEmailRoutes(app: FastifyInstance, site: Site): void {
  app.get('/register/:token', async (request: LinkRequest, reply) => {
    keepAddressSecret(reply);
    const visit = await openVisit(site, request, reply);
    const asked = await askedBy(site, visit, request);
    return asked === null ? sendSpent(reply, visit) : sendForm(request, reply, inLanguageOf(asked, visit), asked);
  });

  app.post('/register/:token', async (request: LinkRequest, reply) => {
    keepAddressSecret(reply);
    const given = await openFormVisit(site, request, reply);
    const asked = await askedBy(site, given, request);
    if (asked === null) return sendSpent(reply, given);
    const visit = inLanguageOf(asked, given);
    const { name, email } = asked.customer;
    const password = rawFieldOf(request, 'password');
    const fault = await passwordFault(password, { email, name, siteName: visit.settings.siteName }, visit.labels);
    if (fault !== null) return sendForm(request, reply, visit, asked, fault);
    const accountStatus = visit.settings.approval === 'automatic' ? 'approved' : 'pending';
    const outcome = await confirmRegistration(site, request.params.token, { password, accountStatus });
    if (outcome.kind === 'usable') {
      return continueLogIn(site, { request, reply }, { accountId: outcome.accountId, next: '/orders' });
    }
    return outcome.kind === 'spent' ? sendSpent(reply, visit) : sendMessage(reply, visit, toldOf(outcome.kind, visit));
  });
}

/** @throws PageError not-found when the shop takes no registrations any more */
async function askedBy(site: Site, visit: Visit, request: LinkRequest): Promise<AskedRegistration | null> {
  if (!isRegistrationOpen(visit.settings)) throw new PageError('not-found');
  return findLinkedRegistration(site.store.read, request.params.token, site.now().toISOString());
}

function inLanguageOf({ language }: AskedRegistration, visit: Visit): Visit {
  return { ...visit, labels: labelsFor(language) };
}

function sendForm(
  request: LinkRequest,
  reply: FastifyReply,
  visit: Visit,
  { customer }: AskedRegistration,
  fault?: string,
): FastifyReply {
  const { labels } = visit;
  const title = labels.confirmEmail;
  const lead = `${labels.setPasswordFor(customer.email)}. ${labels.confirmEmailLead}`;
  const action = `/register/${request.params.token}`;
  // What follows is a log-in, or waiting for the shop
  const form = { action, title, lead, button: labels.confirmEmail, email: customer.email, fault };
  const content = choosePasswordView(visit, form);
  return sendPage(reply, visit, { title, place: 'none', width: 'narrow', content }, fault ? 422 : 200);
}

function toldOf(kind: Exclude<ConfirmOutcome['kind'], 'usable' | 'spent'>, { labels }: Visit): Message {
  const link = { to: '/log-in', text: labels.logIn };
  switch (kind) {
    case 'pending':
      return { title: labels.registerDone, lead: labels.registerWaits, link };
    case 'declined':
      return { title: labels.register, lead: labels.accountClosed };
    case 'deletion-asked':
      return { title: labels.register, lead: labels.accountDeletionAsked };
  }
}

function sendSpent(reply: FastifyReply, visit: Visit): FastifyReply {
  const { labels } = visit;
  const link = { to: '/register', text: labels.register };
  return sendMessage(reply, visit, { title: labels.linkSpent, lead: labels.linkSpentLead, link }, 410);
}

function sendMessage(reply: FastifyReply, visit: Visit, message: Message, status = 200): FastifyReply {
  const page = { title: message.title, place: 'none', width: 'narrow', content: messageView(message) } as const;
  return sendPage(reply, visit, page, status);
}
