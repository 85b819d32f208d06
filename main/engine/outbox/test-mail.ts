import type { ProgramLanguage } from '../../../shared/program-language.ts';

export type TestMailWords = { readonly subject: string; readonly plain: string };

/** What a test mail says, in the program's language: it is for the shop and cannot be taken for news of an order. */
export function testMailWords(
  language: ProgramLanguage,
  shop: { readonly name: string; readonly host: string; readonly who: string },
): TestMailWords {
  if (language === 'nb') {
    return {
      subject: `Test fra Orderbud: e-post for ${shop.name}`,
      plain: `Dette er en test. Den handler ikke om noen ordre, og ingen kunde har fått den.

Den ble sendt fra nettstedinnstillingene for ${shop.name} av ${shop.who}, gjennom e-postserveren ${shop.host}.
Ligger den i innboksen, kommer e-poster fra nettbutikken fram. Ligger den blant søppelpost, se hva Kontroller e-post
sier om SPF, DKIM og DMARC.
`,
    };
  }
  return {
    subject: `Test from Orderbud: e-mail for ${shop.name}`,
    plain: `This is a test. It is not about any order, and no customer has got it.

It was sent from the Website Settings of ${shop.name} by ${shop.who}, through the mail server ${shop.host}.
If it lies in your inbox, mails of the webshop arrive. If it lies among junk, look at what Check e-mail says of
SPF, DKIM and DMARC.
`,
  };
}
