import { type Language, languageFor } from '../../../shared/language.ts';

const words: Readonly<Record<Language, string>> = {
  en: 'Erased customer',
  no: 'Slettet kunde',
  sv: 'Raderad kund',
  da: 'Slettet kunde',
  nl: 'Gewiste klant',
  de: 'Gelöschter Kunde',
};

/** What stands where a customer's name was, in the company's language: "Erased customer 12". */
export function erasedName(companyLanguage: string, contactId: number): string {
  return `${words[languageFor(companyLanguage) ?? 'en']} ${contactId}`;
}
