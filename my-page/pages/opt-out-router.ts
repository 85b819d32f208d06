import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readOptOutToken } from '../../shared/my-page/opt-out-token.ts';
import { uuid } from '../../shared/my-page/protocol.ts';
import { findAccountsOfContact } from '../accounts/account-store.ts';
import { optOutContact } from '../accounts/customer-settings-service.ts';
import type { Site } from '../site/site.ts';
import { html } from './html.ts';
import { labelsFor } from './labels.ts';
import { sendPage } from './layout.ts';
import { messageView } from './message-view.ts';
import { openVisit, type Visit } from './visit.ts';

type LinkRequest = FastifyRequest<{ Params: { token: string } }>;

/**
 * The opt-out link of every order status mail. The signed link is the authority: a mail program posts to it with
 * neither cookie nor origin (RFC 8058), so these forms carry no form token.
 */
export function registerOptOutRoutes(app: FastifyInstance, site: Site): void {
  app.get('/opt-out/:token', async (request: LinkRequest, reply) => {
    const contactId = contactOf(site, request);
    const visit = await visitOf(site, request, reply, contactId);
    if (contactId === null) return sendBadLink(reply, visit);
    const { labels } = visit;
    const content = html`<section class="card message">
<h1>${labels.optOut}</h1>
<p class="lead">${labels.optOutLead}</p>
<form method="post" action="/opt-out/${request.params.token}"><button class="button">${labels.optOutButton}</button></form>
</section>`;
    return sendPage(reply, visit, { title: labels.optOut, place: 'none', width: 'narrow', content });
  });

  app.post('/opt-out/:token', async (request: LinkRequest, reply) => {
    const contactId = contactOf(site, request);
    const visit = await visitOf(site, request, reply, contactId);
    if (contactId === null) return sendBadLink(reply, visit);
    await optOutContact(site, contactId);
    const content = messageView({ title: visit.labels.optOutDone, lead: visit.labels.optOutDoneLead });
    return sendPage(reply, visit, { title: visit.labels.optOutDone, place: 'none', width: 'narrow', content });
  });
}

function contactOf(site: Site, request: LinkRequest): string | null {
  const contactId = readOptOutToken(request.params.token, site.optOutSecret);
  return uuid.safeParse(contactId).success ? contactId : null;
}

/** In the contact's language where he has an account, else the browser's, else the shop's. */
async function visitOf(
  site: Site,
  request: LinkRequest,
  reply: FastifyReply,
  contactId: string | null,
): Promise<Visit> {
  const visit = await openVisit(site, request, reply);
  const [account] = contactId === null ? [] : await findAccountsOfContact(site.store.read, contactId);
  return account ? { ...visit, labels: labelsFor(account.language) } : visit;
}

function sendBadLink(reply: FastifyReply, visit: Visit): FastifyReply {
  const { labels } = visit;
  const content = messageView({ title: labels.optOutBadLink, lead: labels.optOutBadLinkLead });
  return sendPage(reply, visit, { title: labels.optOutBadLink, place: 'none', width: 'narrow', content }, 404);
}
