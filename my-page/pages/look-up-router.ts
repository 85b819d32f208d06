import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isEmailAddress } from '../accounts/email-address.ts';
import { type GuestView, readGuestView } from '../guests/guest-order-store.ts';
import { findGuestPass } from '../guests/guest-pass-store.ts';
import { askForOrder, openGuestOrder, viewMinutes } from '../guests/look-up-service.ts';
import type { Site } from '../site/site.ts';
import { readCookie, writeCookie } from './cookies.ts';
import { labelsFor } from './labels.ts';
import { sendPage } from './layout.ts';
import { guestOrderView, type LookUpForm, lookUpFormView, openLinkView } from './look-up-view.ts';
import { messageView } from './message-view.ts';
import { PageError } from './page-error.ts';
import { keepAddressSecret } from './secret-address.ts';
import { tellWait } from './too-many-tries.ts';
import { fieldOf, openFormVisit, openVisit, type Visit } from './visit.ts';

type LinkRequest = FastifyRequest<{ Params: { token: string } }>;

/** Seeing one order without an account, by a link that is mailed to the address it was ordered with (domain.md 9.29). */
export function registerLookUpRoutes(app: FastifyInstance, site: Site): void {
  const { read } = site.store;

  app.get('/look-up', async (request, reply) => {
    const visit = await openVisit(site, request, reply);
    return sendForm(reply, visit, { webOrderNo: '', email: '' });
  });

  app.post('/look-up', async (request, reply) => {
    const visit = await openFormVisit(site, request, reply);
    const { labels } = visit;
    const form = { webOrderNo: fieldOf(request, 'order-number'), email: fieldOf(request, 'email') };
    const faults = {
      ...(form.webOrderNo === '' && { webOrderNo: labels.missing }),
      ...(form.webOrderNo.length > 60 && { webOrderNo: labels.tooLong }),
      ...(!isEmailAddress(form.email) && { email: labels.faultyEmail }),
    };
    if (Object.keys(faults).length > 0) return sendForm(reply, visit, { ...form, faults }, 422);
    const waitSeconds = await askForOrder(site, { ...form, networkAddress: request.ip });
    if (waitSeconds > 0) {
      return sendForm(reply, visit, { ...form, notice: tellWait(reply, labels, waitSeconds) }, 429);
    }
    return sendMessage(reply, visit, { title: labels.lookInInbox, lead: labels.lookUpDone });
  });

  app.get('/look-up/order', async (request, reply) => {
    const visit = await openVisit(site, request, reply);
    const view = await viewOf(site, request);
    if (view === null) return sendOver(reply, visit);
    const shown = view.kind === 'published' ? view.order.webOrderNo : view.placed.webOrderNo;
    const content = guestOrderView(visit, view, null);
    return sendPage(reply, visit, { title: visit.labels.order(shown), place: 'none', content });
  });

  app.get<{ Params: { orderId: string } }>('/look-up/order/:orderId', async (request, reply) => {
    const visit = await openVisit(site, request, reply);
    const view = await viewOf(site, request);
    if (view === null) return sendOver(reply, visit);
    const backOrders = view.kind === 'published' ? view.backOrders : [];
    const backOrder = backOrders.find(({ orderId }) => orderId === request.params.orderId);
    if (!backOrder) throw new PageError('not-found');
    const content = guestOrderView(visit, view, backOrder);
    return sendPage(reply, visit, { title: visit.labels.order(backOrder.webOrderNo), place: 'none', content });
  });

  app.get('/look-up/:token', async (request: LinkRequest, reply) => {
    keepAddressSecret(reply);
    const visit = await openVisit(site, request, reply);
    const { token } = request.params;
    const pass = await findGuestPass(read, 'link', { token, now: site.now().toISOString() });
    if (pass === null) return sendSpent(reply, visit);
    const spoken = { ...visit, labels: labelsFor(languageOf(await readGuestView(read, pass), visit)) };
    const content = openLinkView(spoken, token);
    return sendPage(reply, spoken, { title: spoken.labels.guestOrder, place: 'none', width: 'narrow', content });
  });

  app.post('/look-up/:token', async (request: LinkRequest, reply) => {
    keepAddressSecret(reply);
    const visit = await openFormVisit(site, request, reply);
    const value = await openGuestOrder(site, request.params.token);
    if (value === null) return sendSpent(reply, visit);
    writeCookie(site, reply, 'guest', { value, maxAgeSeconds: viewMinutes * 60 });
    return reply.redirect('/look-up/order', 303);
  });
}

/** What this browser's pass shows, or null. */
async function viewOf(site: Site, request: FastifyRequest): Promise<GuestView | null> {
  const token = readCookie(site, request, 'guest');
  if (token === null) return null;
  const { read } = site.store;
  const pass = await findGuestPass(read, 'view', { token, now: site.now().toISOString() });
  return pass === null ? null : readGuestView(read, pass);
}

function languageOf(view: GuestView | null, visit: Visit): string {
  if (view === null) return visit.labels.language;
  return (view.kind === 'published' ? view.order.language : view.placed.order.language) ?? visit.labels.language;
}

function sendForm(reply: FastifyReply, visit: Visit, form: LookUpForm, status = 200): FastifyReply {
  const page = { title: visit.labels.lookUp, place: 'none', width: 'narrow' } as const;
  return sendPage(reply, visit, { ...page, content: lookUpFormView(visit, form) }, status);
}

function sendSpent(reply: FastifyReply, visit: Visit): FastifyReply {
  const { linkSpent, linkSpentLead } = visit.labels;
  return sendMessage(reply, visit, { title: linkSpent, lead: linkSpentLead, isOver: true }, 410);
}

function sendOver(reply: FastifyReply, visit: Visit): FastifyReply {
  const { guestOrderOver, guestOrderOverLead } = visit.labels;
  return sendMessage(reply, visit, { title: guestOrderOver, lead: guestOrderOverLead, isOver: true }, 410);
}

type Shown = { readonly title: string; readonly lead: string; readonly isOver?: boolean };

function sendMessage(reply: FastifyReply, visit: Visit, shown: Shown, status = 200): FastifyReply {
  const again = { to: '/look-up', text: visit.labels.askNewLink };
  const content = messageView({ title: shown.title, lead: shown.lead, ...(shown.isOver && { link: again }) });
  return sendPage(reply, visit, { title: shown.title, place: 'none', width: 'narrow', content }, status);
}
