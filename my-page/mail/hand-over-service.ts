import type { Logger } from 'pino';
import { cleanName } from '../../shared/my-page/clean-text.ts';
import type { Store } from '../db/store.ts';
import { labelsFor, pageLanguageFor } from '../pages/labels.ts';
import type { Metrics } from '../site/metrics.ts';
import { beginBody, type Claim, hasOneTimeLink, type QueuedMail } from './account-mail-store.ts';
import { composeMail } from './compose-mail.ts';
import { mailAddress } from './mail-address.ts';
import type { MailServer } from './mail-server.ts';
import { makeLink } from './make-link-service.ts';
import { type PreparedMail, prepareMail } from './prepare-mail-service.ts';
import type { Delivery, SmtpSession } from './smtp-client.ts';
import { wordMail } from './word-mail.ts';

export type MailParts = {
  readonly store: Store;
  readonly now: () => Date;
  readonly log: Logger;
  readonly publicUrl: () => string;
  readonly metrics: Pick<Metrics, 'countMail'>;
};

/** Something changed between claim and body: nothing was sent, and the mail is looked at anew. */
class MailBarred extends Error {}

export type HandOver = Delivery | { readonly kind: 'dropped' | 'barred'; readonly code: null };

/**
 * Hands one claimed mail over. Its text is made, and its link drawn, once the server has taken sender and receiver and
 * asks for the body. @throws NoSession when no session can be opened
 */
export async function handOver(
  parts: MailParts,
  claim: Claim,
  { server, session }: { readonly server: MailServer; readonly session: () => Promise<SmtpSession> },
): Promise<HandOver> {
  const prepared = await prepareMail(parts.store.read, claim.mail, server.from);
  if (prepared === null) return { kind: 'dropped', code: null };
  const { deliver } = await session();
  try {
    return await deliver({
      from: mailAddress(prepared.from.address),
      to: mailAddress(prepared.to),
      makeMessage: () => makeMessage(parts, claim, prepared, server),
    });
  } catch (error) {
    if (error instanceof MailBarred) return { kind: 'barred', code: null };
    throw error;
  }
}

async function makeMessage(
  { store, now, log, publicUrl }: MailParts,
  claim: Claim,
  expected: PreparedMail,
  server: MailServer,
): Promise<Buffer> {
  const date = now();
  const { prepared, link } = await store.write(async (tx) => {
    const isOurs = await beginBody(tx, claim, date);
    const found = isOurs ? await prepareMail(tx, claim.mail, server.from) : null;
    const isSame = found?.to === expected.to && found.from.address === expected.from.address;
    if (!found || !isSame) throw new MailBarred();
    return { prepared: found, link: await makeLink(tx, claim.mail, { publicUrl: publicUrl(), now: date }) };
  });
  const { mail, site } = prepared;
  const { words, hasFailed } = wordMail(prepared, link);
  if (hasFailed) log.error({ event: 'account-mail-text-failed', kind: mail.kind, language: mail.language });
  return composeMail({
    // A link is new at every try, so the mail is another one; news is the same.
    id: hasOneTimeLink(mail) ? `${mail.id}.${mail.tries}` : mail.id,
    kind: mail.isCopy ? `copy-of-${mail.kind}` : mail.kind,
    date,
    from: prepared.from,
    replyTo: prepared.settings.replyTo,
    to: prepared.to,
    words,
    link: link ?? '',
    look: {
      language: pageLanguageFor(mail.language) ?? mail.language,
      shop: cleanName(site.siteName),
      shopUrl: /^https?:\/\//i.test(site.shopUrl) ? site.shopUrl : '',
      colour: site.colour,
      button: buttonWords(mail),
    },
  });
}

/** What the link of a mail leads to, in the mail's language. */
function buttonWords({ kind, language }: QueuedMail): string {
  const labels = labelsFor(language);
  switch (kind) {
    case 'confirm-email':
      return labels.confirmEmail;
    case 'invitation':
    case 'reset':
    case 'password-changed':
      return labels.setPassword;
    case 'guest-order':
      return labels.guestOrderButton;
    case 'approved':
      return labels.logIn;
    case 'pending':
    case 'declined':
      return labels.myPage;
  }
}
