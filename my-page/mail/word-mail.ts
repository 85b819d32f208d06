import type { AccountMailValues, AccountMailWords } from '../../shared/my-page/account-mail-texts.ts';
import { cleanName } from '../../shared/my-page/clean-text.ts';
import { accountMailsWithLink } from '../../shared/my-page/protocol.ts';
import { labelsFor } from '../pages/labels.ts';
import { builtInWords, ownWords } from './choose-words.ts';
import { renderWords } from './mail-template.ts';
import type { PreparedMail } from './prepare-mail-service.ts';

/** `hasFailed`: staff's own text could not be used, so the built-in one stands. */
export type WordedMail = { readonly words: AccountMailWords; readonly hasFailed: boolean };

/** The text of a mail: staff's own, or the built-in one where they wrote none or theirs cannot be rendered. */
export function wordMail(prepared: PreparedMail, link: string | null): WordedMail {
  const { mail, settings, site } = prepared;
  const staff = labelsFor(site.language);
  const values: AccountMailValues = {
    name: prepared.name,
    shop: cleanName(site.siteName, 120),
    link: link ?? staff.mailLinkLeftOut,
    email: prepared.email,
    order: prepared.order,
  };
  const own = ownWords(settings, mail.kind, mail.language);
  const ownRendered = own === null ? null : renderOwn(prepared, own, values);
  const words = ownRendered ?? renderWords(builtInWords(mail.kind, mail.language), values);
  return { words: mail.isCopy ? asCopy(words, prepared) : words, hasFailed: own !== null && ownRendered === null };
}

function renderOwn({ mail }: PreparedMail, own: AccountMailWords, values: AccountMailValues): AccountMailWords | null {
  try {
    const words = renderWords(own, values);
    const isOfUse = !accountMailsWithLink.includes(mail.kind) || words.text.includes(values.link);
    return isOfUse && words.subject !== '' ? words : null;
  } catch {
    return null;
  }
}

/** What staff get says whose mail it was, in the shop's language. */
function asCopy({ subject, text }: AccountMailWords, { site, email }: PreparedMail): AccountMailWords {
  const staff = labelsFor(site.language);
  return { subject: staff.mailCopy(subject), text: `${staff.mailCopyOf(email)}\n\n${text}` };
}
