import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { confirmPassword } from '../accounts/change-password-service.ts';
import { codeAddress } from '../accounts/one-time-code.ts';
import type { PasswordCheck } from '../accounts/passwords.ts';
import {
  type Member,
  type OwnerProof,
  offerSecondFactor,
  type ProofFault,
  readOfferedSecret,
  renewRecoveryCodes,
  turnOffSecondFactor,
  turnOnSecondFactor,
} from '../accounts/second-factor-service.ts';
import { hasSecondFactor } from '../accounts/second-factor-store.ts';
import type { Site } from '../site/site.ts';
import { beginSession } from './begin-session.ts';
import { readCookie } from './cookies.ts';
import { makeFormToken } from './form-guard.ts';
import type { Html } from './html.ts';
import type { Labels } from './labels.ts';
import { sendPage } from './layout.ts';
import {
  confirmView,
  type ProofFaults,
  secondFactorPaths as paths,
  proofView,
  recoveryCodesView,
  startView,
} from './second-factor-view.ts';
import { fieldOf, isMember, type MemberVisit, openFormVisit, openVisit, rawFieldOf } from './visit.ts';

const atLogIn = '/log-in?next=/settings';
const atSettings = '/settings#second-factor';

/** Turning the second factor on and off, and new recovery codes. */
export function registerSecondFactorRoutes(app: FastifyInstance, site: Site, check: PasswordCheck): void {
  registerTurnOn(app, site, check);
  registerConfirm(app, site);
  registerWithProof(app, site, 'off', async (given, request) => {
    const { visit } = given;
    const outcome = await turnOffSecondFactor(site, check, proofOf(site, request, visit));
    if (outcome !== 'off') return sendProof(given.reply, visit, 'off', outcome);
    await beginSession(site, request, given.reply, visit.account.id);
    return given.reply.redirect('/settings?done=second-factor-off', 303);
  });
  registerWithProof(app, site, 'newCodes', async (given, request) => {
    const { visit } = given;
    const outcome = await renewRecoveryCodes(site, check, proofOf(site, request, visit));
    if (outcome.kind !== 'made') return sendProof(given.reply, visit, 'newCodes', outcome.kind);
    return sendRecoveryCodes(site, request, given, {
      codes: outcome.recoveryCodes,
      notice: visit.labels.recoveryCodesAreNew,
    });
  });
}

function registerTurnOn(app: FastifyInstance, site: Site, check: PasswordCheck): void {
  app.get(paths.start, async (request, reply) => {
    const visit = await openVisit(site, request, reply);
    if (!isMember(visit)) return reply.redirect(atLogIn, 303);
    if (await hasSecondFactor(site.store.read, visit.account.id)) return reply.redirect(atSettings, 303);
    return send(reply, visit, startView(visit, {}));
  });

  app.post(paths.start, async (request, reply) => {
    const visit = await openFormVisit(site, request, reply);
    if (!isMember(visit)) return reply.redirect(atLogIn, 303);
    const member = memberOf(site, request, visit);
    const password = rawFieldOf(request, 'password');
    const confirmed = await confirmPassword(site, check, { accountId: member.accountId, password });
    if (confirmed === 'wrong')
      return send(reply, visit, startView(visit, { password: visit.labels.wrongPassword }), 422);
    if (confirmed !== 'right') return send(reply, visit, startView(visit, { form: visit.labels.tooManyTries }), 429);
    await offerSecondFactor(site, member);
    return reply.redirect(paths.confirm, 303);
  });
}

function registerConfirm(app: FastifyInstance, site: Site): void {
  app.get(paths.confirm, async (request, reply) => {
    const visit = await openVisit(site, request, reply);
    if (!isMember(visit)) return reply.redirect(atLogIn, 303);
    return sendConfirm(site, request, { reply, visit });
  });

  app.post(paths.confirm, async (request, reply) => {
    const visit = await openFormVisit(site, request, reply);
    if (!isMember(visit)) return reply.redirect(atLogIn, 303);
    const outcome = await turnOnSecondFactor(site, memberOf(site, request, visit), fieldOf(request, 'code'));
    switch (outcome.kind) {
      case 'too-late':
        return reply.redirect(paths.start, 303);
      case 'wrong-code':
        return sendConfirm(site, request, { reply, visit }, visit.labels.wrongCode);
      case 'on':
        return sendRecoveryCodes(
          site,
          request,
          { reply, visit },
          { codes: outcome.recoveryCodes, notice: visit.labels.secondFactorIsOn },
        );
    }
  });
}

type Given = { readonly reply: FastifyReply; readonly visit: MemberVisit };

function registerWithProof(
  app: FastifyInstance,
  site: Site,
  what: 'off' | 'newCodes',
  act: (given: Given, request: FastifyRequest) => Promise<FastifyReply>,
): void {
  app.get(paths[what], async (request, reply) => {
    const visit = await openVisit(site, request, reply);
    if (!isMember(visit)) return reply.redirect(atLogIn, 303);
    if (!(await hasSecondFactor(site.store.read, visit.account.id))) return reply.redirect(atSettings, 303);
    return send(reply, visit, proofView(visit, what, {}));
  });

  app.post(paths[what], async (request, reply) => {
    const visit = await openFormVisit(site, request, reply);
    if (!isMember(visit)) return reply.redirect(atLogIn, 303);
    if (!(await hasSecondFactor(site.store.read, visit.account.id))) return reply.redirect(atSettings, 303);
    return act({ reply, visit }, request);
  });
}

async function sendConfirm(
  site: Site,
  request: FastifyRequest,
  { reply, visit }: Given,
  fault?: string,
): Promise<FastifyReply> {
  const secret = await readOfferedSecret(site, memberOf(site, request, visit));
  if (secret === null) return reply.redirect(paths.start, 303);
  const { email } = visit.account;
  const address = codeAddress(secret, { siteName: visit.settings.siteName, email });
  const content = confirmView(visit, { secret, address, ...(fault !== undefined && { fault }) });
  return send(reply, visit, content, fault === undefined ? 200 : 422);
}

/** All sessions have ended; this browser goes on in a new one. */
async function sendRecoveryCodes(
  site: Site,
  request: FastifyRequest,
  { reply, visit }: Given,
  shown: { readonly codes: readonly string[]; readonly notice: string },
): Promise<FastifyReply> {
  const session = await beginSession(site, request, reply, visit.account.id);
  const renewed = { ...visit, formToken: makeFormToken(session, site.formSecret) };
  return send(reply, renewed, recoveryCodesView(renewed, shown.codes, shown.notice));
}

function sendProof(reply: FastifyReply, visit: MemberVisit, what: 'off' | 'newCodes', fault: ProofFault): FastifyReply {
  const status = fault === 'too-many-tries' ? 429 : 422;
  return send(reply, visit, proofView(visit, what, faultsFor(fault, visit.labels)), status);
}

function faultsFor(fault: ProofFault, labels: Labels): ProofFaults {
  switch (fault) {
    case 'wrong-password':
      return { password: labels.wrongPassword };
    case 'wrong-code':
      return { code: labels.wrongCode };
    case 'too-many-tries':
      return { form: labels.tooManyTries };
  }
}

function send(reply: FastifyReply, visit: MemberVisit, content: Html, status = 200): FastifyReply {
  const page = { title: visit.labels.secondFactor, place: 'settings', width: 'narrow', content } as const;
  return sendPage(reply, visit, page, status);
}

function memberOf(site: Site, request: FastifyRequest, { account }: MemberVisit): Member {
  return { accountId: account.id, sessionToken: readCookie(site, request, 'session') ?? '' };
}

function proofOf(site: Site, request: FastifyRequest, { account }: MemberVisit): OwnerProof {
  const typed = { password: rawFieldOf(request, 'password'), code: fieldOf(request, 'code') };
  return { accountId: account.id, deviceCookie: readCookie(site, request, 'device'), ...typed };
}
