import { cleanParagraphs, cleanText } from '../../../shared/clean-text.ts';
import type { AccountMailValues, AccountMailWords } from '../../../shared/my-page/account-mail-texts.ts';
import { type AccountMailKind, accountMailsWithLink } from '../../../shared/my-page/protocol.ts';
import type { TextFault } from '../../../shared/text-fault.ts';
import { readFault, textFault, tryTemplate } from './template.ts';

/**
 * Proves that My page can send a text: known placeholders and conditions only, and the link where the mail is of no use
 * without it. The link is looked for in what the customer would read, so one that is commented out or made upper case
 * counts as missing.
 * @throws AppError text-faulty with `place` (subject, text), `line`, `column` and `reason`
 */
export function checkAccountMailText(mail: AccountMailKind, text: AccountMailWords): void {
  if (cleanText(text.subject) === '') throw textFault('subject', 'empty-subject');
  if (cleanText(text.text) === '') throw textFault('text', 'empty-text');
  const read = renderAccountMail(text, sampleValues(mail));
  if (accountMailsWithLink.includes(mail) && !read.text.includes(sampleLink)) throw textFault('text', 'missing-link');
}

/** The first fault of a text, or null. */
export function findAccountMailFault(mail: AccountMailKind, text: AccountMailWords): TextFault | null {
  try {
    checkAccountMailText(mail, text);
    return null;
  } catch (error) {
    return readFault(error);
  }
}

/** The text with its placeholders filled in. @throws AppError text-faulty as `checkAccountMailText` does */
export function renderAccountMail(text: AccountMailWords, values: AccountMailValues): AccountMailWords {
  const render = (place: keyof AccountMailWords) => tryTemplate(place, text[place], [values])[0] ?? '';
  return { subject: cleanText(render('subject')), text: cleanParagraphs(render('text')) };
}

const sampleLink = 'https://my-page.example/set-password/Kq3vW8';

/** Made-up values to look at a text with; only a guest's mail names an order. */
export function sampleValues(mail: AccountMailKind, shop = 'Shop'): AccountMailValues {
  return {
    name: 'Kari Nordmann',
    shop,
    link: sampleLink,
    email: 'kari@customer.example',
    order: mail === 'guest-order' ? 'W-8841' : '',
  };
}
