import { languageFor } from '../../../shared/language.ts';
import { freezeMessage } from '../mail/freeze-message.ts';
import { tagOf } from '../mail/wording/mail-language.ts';
import type { MakeShopCopy } from '../outbox/deliver-service.ts';

/** The shop's own copy of a mail that was accepted: the same text, a message of its own, no opt-out link header. */
export const makeShopCopy: MakeShopCopy = async (mail, copy) => {
  const subject = `Copy: ${mail.subject}`;
  const message = await freezeMessage({
    randomId: copy.randomId,
    senderName: '',
    senderAddress: mail.senderAddress,
    replyTo: '',
    toName: '',
    to: copy.copyTo,
    subject,
    html: mail.html,
    plain: mail.plain,
    languageTag: tagOf(languageFor(mail.language) ?? 'en'),
    date: copy.frozenAt,
    optOutUrl: null,
    oneClick: false,
    referencesRandomId: null,
  });
  return { subject, message };
};
