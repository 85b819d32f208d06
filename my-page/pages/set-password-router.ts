import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Account, findAccount } from '../accounts/account-store.ts';
import { findOneTimeLink } from '../accounts/one-time-link-store.ts';
import { setPasswordByLink } from '../accounts/set-password-service.ts';
import type { Site } from '../site/site.ts';
import { choosePasswordView } from './choose-password-view.ts';
import { continueLogIn } from './continue-log-in.ts';
import { labelsFor } from './labels.ts';
import { sendPage } from './layout.ts';
import { messageView } from './message-view.ts';
import { passwordFault } from './password-fault.ts';
import { keepAddressSecret } from './secret-address.ts';
import { openFormVisit, openVisit, rawFieldOf, type Visit } from './visit.ts';

type LinkRequest = FastifyRequest<{ Params: { token: string } }>;

/** Setting a password by a one-time link. Looking at the page spends nothing: mail scanners look at it first. */
export function registerSetPasswordRoutes(app: FastifyInstance, site: Site): void {
  app.get('/set-password/:token', async (request: LinkRequest, reply) => {
    keepAddressSecret(reply);
    const visit = await openVisit(site, request, reply);
    return sendForm(site, request, reply, visit);
  });

  app.post('/set-password/:token', async (request: LinkRequest, reply) => {
    keepAddressSecret(reply);
    const visit = await openFormVisit(site, request, reply);
    const password = rawFieldOf(request, 'password');
    const owner = await ownerOf(site, request.params.token);
    if (!owner) return sendSpent(reply, visit);
    const context = { email: owner.email, name: owner.name, siteName: visit.settings.siteName };
    const fault = await passwordFault(password, context, labelsFor(owner.language));
    if (fault !== null) return sendForm(site, request, reply, visit, fault);
    const accountId = await setPasswordByLink(site, request.params.token, password);
    if (!accountId) return sendSpent(reply, visit);
    return continueLogIn(site, { request, reply }, { accountId, next: '/orders' });
  });
}

async function sendForm(
  site: Site,
  request: LinkRequest,
  reply: FastifyReply,
  given: Visit,
  fault?: string,
): Promise<FastifyReply> {
  const { token } = request.params;
  const account = await ownerOf(site, token);
  if (!account) return sendSpent(reply, given);
  const visit = { ...given, labels: labelsFor(account.language) };
  const { labels } = visit;
  const form = {
    title: labels.setPassword,
    lead: labels.setPasswordFor(account.email),
    button: labels.savePassword,
    fault,
  };
  const content = choosePasswordView(visit, { ...form, action: `/set-password/${token}`, email: account.email });
  return sendPage(
    reply,
    visit,
    { title: labels.setPassword, place: 'none', width: 'narrow', content },
    fault ? 422 : 200,
  );
}

/** The account a link was made for, as long as it works. */
async function ownerOf(site: Site, token: string): Promise<Account | null> {
  const accountId = await findOneTimeLink(site.store.read, token, site.now().toISOString());
  return accountId === null ? null : findAccount(site.store.read, accountId);
}

function sendSpent(reply: FastifyReply, visit: Visit): FastifyReply {
  const { labels } = visit;
  const again = { to: '/forgot-password', text: labels.askNewLink };
  const content = messageView({ title: labels.linkSpent, lead: labels.linkSpentLead, link: again });
  return sendPage(reply, visit, { title: labels.linkSpent, place: 'none', width: 'narrow', content }, 410);
}
