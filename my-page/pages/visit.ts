import type { FastifyReply, FastifyRequest } from 'fastify';
import { cleanParagraphs, cleanText } from '../../shared/my-page/clean-text.ts';
import type { SiteSettings } from '../../shared/my-page/protocol.ts';
import type { Account } from '../accounts/account-store.ts';
import { findSession, markSeen } from '../accounts/session-store.ts';
import { newToken } from '../accounts/token.ts';
import type { Site } from '../site/site.ts';
import { readSiteSettings } from '../site/site-settings-store.ts';
import { minutesBefore } from '../site/time.ts';
import { readCookie, writeCookie } from './cookies.ts';
import { comesFromOwnPage, isFormToken, makeFormToken } from './form-guard.ts';
import { type Labels, labelsFor, preferredLanguage } from './labels.ts';
import { PageError } from './page-error.ts';

const seenEveryMinutes = 5;

/** What a page needs to know of who asks. */
export type Visit = {
  readonly account: Account | null;
  readonly settings: SiteSettings;
  readonly labels: Labels;
  /** Goes into every form as `form-token`. */
  readonly formToken: string;
};
export type MemberVisit = Visit & { readonly account: Account };

/** Reads who asks; a new browser gets a visitor cookie, to which its forms are bound. */
export async function openVisit(site: Site, request: FastifyRequest, reply: FastifyReply): Promise<Visit> {
  const session = readCookie(site, request, 'session');
  const { account, settings } = await whoAsks(site, session);
  const cookie = (account && session) ?? readCookie(site, request, 'visitor') ?? giveVisitorCookie(site, reply);
  return {
    account,
    settings,
    labels: labelsFor(account?.language ?? preferredLanguage(request.headers['accept-language']) ?? settings.language),
    formToken: makeFormToken(cookie, site.formSecret),
  };
}

/** The account of a session. When it was last in use is written down every few minutes, not at every page. */
async function whoAsks(site: Site, session: string | null): Promise<Pick<Visit, 'account' | 'settings'>> {
  if (session === null) return { account: null, settings: await readSiteSettings(site.store.read) };
  const now = site.now();
  const { open, settings } = await findSession(site.store.read, session, now);
  if (open && open.seenAt < minutesBefore(now, seenEveryMinutes)) {
    await site.store.write((tx) => markSeen(tx, session, now.toISOString()));
  }
  return { account: open?.account ?? null, settings };
}

/** Like openVisit, for a sent form. @throws PageError when it does not come from our own page in this browser. */
export async function openFormVisit(site: Site, request: FastifyRequest, reply: FastifyReply): Promise<Visit> {
  const visit = await openVisit(site, request, reply);
  const cookie = readCookie(site, request, visit.account ? 'session' : 'visitor');
  const token = fieldOf(request, 'form-token');
  const isOurs = comesFromOwnPage(request.headers, site.publicUrl());
  if (!isOurs || cookie === null || !isFormToken(token, cookie, site.formSecret)) throw new PageError('form-too-old');
  return visit;
}

/** Whether the visitor is logged in; narrows the visit. */
export function isMember(visit: Visit): visit is MemberVisit {
  return visit.account !== null;
}

/** One field of a sent form as one clean line; empty when it is missing. */
export function fieldOf(request: FastifyRequest, name: string): string {
  return cleanText(rawFieldOf(request, name));
}

/** A field of several lines. */
export function paragraphsOf(request: FastifyRequest, name: string): string {
  return cleanParagraphs(rawFieldOf(request, name));
}

/** One field of a sent form as typed: for passwords. */
export function rawFieldOf(request: FastifyRequest, name: string): string {
  const { body } = request;
  const value: unknown =
    typeof body === 'object' && body !== null ? Object.entries(body).find(([key]) => key === name)?.[1] : '';
  return typeof value === 'string' ? value : '';
}

function giveVisitorCookie(site: Site, reply: FastifyReply): string {
  const value = newToken();
  writeCookie(site, reply, 'visitor', { value });
  return value;
}
