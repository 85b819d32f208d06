import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import {
  accountMailSettingsAnswer,
  enquiriesPage,
  enquiry,
  heldHistoriesAnswer,
  oneTimeLinkAnswer,
  optOutSecretAnswer,
  passwordMailAnswer,
  publishAccountsAnswer,
  publishHistoriesAnswer,
  siteSettings,
  stateAnswer,
} from '../../../shared/my-page/protocol.ts';
import { callJson, type JsonCall, type JsonHttpParts } from './json-http-client.ts';
import { apiAddressOf } from './site-address.ts';
import {
  type PasswordMailOutcome,
  passwordMailRefusals,
  type ReceivedEnquiry,
  type WebsiteConnector,
} from './website-connector.ts';

/** Only the frame of a page: each enquiry is judged by itself, so that one of a newer kind holds back no other. */
const receivedPage = enquiriesPage.extend({ enquiries: z.array(z.looseObject({ id: z.uuid() })) });
/** What a shop answers beside success is its own affair. */
const acknowledgement = z.unknown();

export type WebsiteClientParts = {
  /** Where My page, or a shop that speaks its protocol, answers. */
  readonly siteAddress: string;
  /** The bearer key, from the keychain. */
  readonly key: string;
} & Pick<JsonHttpParts, 'timeoutMs' | 'wait'>;

/**
 * The connector of the My page protocol over HTTPS.
 * @throws AppError 'bad-input' for an address that is none, or plain HTTP off loopback
 */
export function connectWebsite(parts: WebsiteClientParts): WebsiteConnector {
  const http: JsonHttpParts = { ...parts, address: apiAddressOf(parts.siteAddress) };
  const bodyOf = async <Schema extends z.ZodType>(call: JsonCall<Schema>): Promise<z.infer<Schema>> => {
    const answer = await callJson(http, call);
    if (answer.kind === 'body') return answer.body;
    throw new AppError('website-bad-answer', { status: answer.status });
  };
  const orNull = async <Schema extends z.ZodType>(call: JsonCall<Schema>): Promise<z.infer<Schema> | null> => {
    const answer = await callJson(http, { ...call, expectedStatuses: [404] });
    return answer.kind === 'body' ? answer.body : null;
  };
  const put = <Schema extends z.ZodType>(path: string, body: unknown, answer: Schema, signal?: AbortSignal) =>
    bodyOf({ method: 'PUT', path, body, answer, signal });
  return {
    fetchEnquiries: (after, limit, signal) => fetchEnquiries(http, { after, limit }, signal),
    publishHistories: (histories, signal) => put('order-histories', { histories }, publishHistoriesAnswer, signal),
    publishPaper: async ({ orderId, paperId, bytes }, signal) => {
      const path = `order-histories/${encodeURIComponent(orderId)}/documents/${encodeURIComponent(paperId)}`;
      const file = { bytes, type: 'application/pdf' };
      await bodyOf({ method: 'PUT', path, file, answer: acknowledgement, signal });
    },
    publishOutcomes: async (outcomes, signal) => {
      const call = { method: 'PUT', path: 'enquiry-outcomes', body: { outcomes }, answer: acknowledgement } as const;
      // A site from before this end point answers 404 or 405
      const answer = await callJson(http, { ...call, expectedStatuses: [404, 405], signal });
      return answer.kind === 'body';
    },
    heldHistories: (after, signal) =>
      orNull({
        method: 'GET',
        path: `order-histories${after === null ? '' : `?after=${after}`}`,
        answer: heldHistoriesAnswer,
        signal,
      }),
    state: (from, signal) => bodyOf({ method: 'GET', path: `state?from=${from}`, answer: stateAnswer, signal }),
    publishAccounts: (accounts, signal) => put('accounts', { accounts }, publishAccountsAnswer, signal),
    eraseAccounts: (accounts, signal) => {
      const erased = accounts.map((account) => ({ ...account, erased: true }));
      return put('accounts', { accounts: erased }, publishAccountsAnswer, signal);
    },
    publishProducts: async (products, signal) => void (await put('products', { products }, acknowledgement, signal)),
    publishSiteSettings: async (settings, signal) =>
      void (await put('site-settings', settings, acknowledgement, signal)),
    optOutSecret: async (signal) =>
      (await orNull({ method: 'GET', path: 'opt-out-secret', answer: optOutSecretAnswer, signal }))?.secret ?? null,
    oneTimeLink: (accountId, signal) =>
      orNull({
        method: 'POST',
        path: `accounts/${encodeURIComponent(accountId)}/one-time-link`,
        answer: oneTimeLinkAnswer,
        signal,
      }),
    publishAccountMails: (settings, signal) =>
      orNull({ method: 'PUT', path: 'account-mails', body: settings, answer: accountMailSettingsAnswer, signal }),
    sendPasswordMail: (accountId, signal) => sendPasswordMail(http, accountId, signal),
    readSiteSettings: (signal) => orNull({ method: 'GET', path: 'site-settings', answer: siteSettings, signal }),
  };
}

async function sendPasswordMail(
  http: JsonHttpParts,
  accountId: string,
  signal: AbortSignal | undefined,
): Promise<PasswordMailOutcome> {
  const path = `accounts/${encodeURIComponent(accountId)}/mails`;
  try {
    const answer = await callJson(http, { method: 'POST', path, answer: passwordMailAnswer, signal });
    if (answer.kind === 'body') return { kind: 'asked', ...answer.body };
    throw new AppError('website-bad-answer', { status: answer.status });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'website-bad-answer') throw error;
    const { status, problem } = error.details;
    const refusal = passwordMailRefusals.find((known) => known === problem);
    if (refusal !== undefined) return { kind: refusal };
    if (status === 404) return { kind: 'not-known' };
    throw error;
  }
}

async function fetchEnquiries(
  http: JsonHttpParts,
  page: { readonly after: string; readonly limit: number },
  signal: AbortSignal | undefined,
): ReturnType<WebsiteConnector['fetchEnquiries']> {
  const path = `enquiries?${new URLSearchParams({ after: page.after, limit: String(page.limit) })}`;
  const answer = await callJson(http, { method: 'GET', path, answer: receivedPage, expectedStatuses: [410], signal });
  if (answer.kind === 'status') return { kind: 'unknown-cursor' };
  const { enquiries, cursor, more } = answer.body;
  return { kind: 'page', enquiries: enquiries.map(receive), cursor, more };
}

function receive(raw: { readonly id: string; readonly [field: string]: unknown }): ReceivedEnquiry {
  const parsed = enquiry.safeParse(raw);
  const read = parsed.success ? parsed.data : null;
  return {
    siteEnquiryId: raw.id,
    kind: read?.kind ?? 'unreadable',
    body: JSON.stringify(read ?? raw),
    enquiry: read,
  };
}
