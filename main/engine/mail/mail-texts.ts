import type { Template } from 'liquidjs';
import { cleanParagraphs, cleanText } from '../../../shared/clean-text.ts';
import type { Language } from '../../../shared/language.ts';
import { parseTemplate, renderTemplate, textFault } from './template.ts';

/** What staff can write around the changes. Plain text with Liquid placeholders; blank lines make paragraphs. */
export type MailTextSource = { readonly subject: string; readonly above: string; readonly below: string };

/** Texts parsed once per website and language, rendered for every mail. */
export type MailTexts = { readonly [Place in keyof MailTextSource]: readonly Template[] };

/** The placeholders that texts may use, in the order in which Website Settings lists them. */
export const mailPlaceholders = [
  'customer_name',
  'order_numbers',
  'order_count',
  'website_name',
  'company_name',
  'my_page_link',
] as const;
export type MailPlaceholder = (typeof mailPlaceholders)[number];
export type MailPlaceholderValues = Readonly<Record<MailPlaceholder, string | number>>;

const builtIn: Readonly<Record<Language, MailTextSource>> = {
  en: {
    subject: 'News about your order{% if order_count > 1 %}s{% endif %} {{ order_numbers }} - {{ website_name }}',
    above:
      'Hello {{ customer_name }},\n\nThere is news about your order{% if order_count > 1 %}s{% endif %} with {{ website_name }}.',
    below: 'Questions? Just reply to this e-mail.\n\nKind regards\n{{ company_name }}',
  },
  no: {
    subject:
      'Nytt om {% if order_count > 1 %}ordrene dine{% else %}ordren din{% endif %} {{ order_numbers }} - {{ website_name }}',
    above:
      'Hei, {{ customer_name }}.\n\nDet er nytt om {% if order_count > 1 %}ordrene dine{% else %}ordren din{% endif %} hos {{ website_name }}.',
    below: 'Har du spørsmål, kan du svare på denne e-posten.\n\nVennlig hilsen\n{{ company_name }}',
  },
  sv: {
    subject:
      'Nytt om {% if order_count > 1 %}dina ordrar{% else %}din order{% endif %} {{ order_numbers }} - {{ website_name }}',
    above:
      'Hej {{ customer_name }}!\n\nDet finns nyheter om {% if order_count > 1 %}dina ordrar{% else %}din order{% endif %} hos {{ website_name }}.',
    below: 'Har du frågor? Svara bara på det här mejlet.\n\nVänliga hälsningar\n{{ company_name }}',
  },
  da: {
    subject:
      'Nyt om {% if order_count > 1 %}dine ordrer{% else %}din ordre{% endif %} {{ order_numbers }} - {{ website_name }}',
    above:
      'Hej {{ customer_name }}\n\nDer er nyt om {% if order_count > 1 %}dine ordrer{% else %}din ordre{% endif %} hos {{ website_name }}.',
    below: 'Har du spørgsmål? Så svar blot på denne mail.\n\nVenlig hilsen\n{{ company_name }}',
  },
  nl: {
    subject: 'Nieuws over uw bestelling{% if order_count > 1 %}en{% endif %} {{ order_numbers }} - {{ website_name }}',
    above:
      'Beste {{ customer_name }},\n\nEr is nieuws over uw bestelling{% if order_count > 1 %}en{% endif %} bij {{ website_name }}.',
    below: 'Hebt u vragen? Beantwoord dan gewoon deze mail.\n\nMet vriendelijke groet,\n{{ company_name }}',
  },
  de: {
    subject:
      'Neues zu {% if order_count > 1 %}Ihren Bestellungen{% else %}Ihrer Bestellung{% endif %} {{ order_numbers }} - {{ website_name }}',
    above:
      'Guten Tag {{ customer_name }},\n\nes gibt Neuigkeiten zu {% if order_count > 1 %}Ihren Bestellungen{% else %}Ihrer Bestellung{% endif %} bei {{ website_name }}.',
    below: 'Haben Sie Fragen? Antworten Sie einfach auf diese E-Mail.\n\nFreundliche Grüße\n{{ company_name }}',
  },
};

/** The texts that stand until staff write their own. */
export function builtInMailTexts(language: Language): MailTextSource {
  return builtIn[language];
}

/**
 * Parses the texts and proves that nothing but the known placeholders, filters and conditions is used: no loops, no
 * files, no assignments.
 * @throws AppError text-faulty with `place` (subject, above, below), `line`, `column` and `reason` (syntax,
 * unknown-placeholder, unknown-filter, unknown-tag, too-long, empty-subject).
 */
export function parseMailTexts(source: MailTextSource): MailTexts {
  if (source.subject.trim() === '') throw textFault('subject', 'empty-subject');
  return {
    subject: parseTemplate('subject', source.subject, mailPlaceholders),
    above: parseTemplate('above', source.above, mailPlaceholders),
    below: parseTemplate('below', source.below, mailPlaceholders),
  };
}

/** One text with its placeholders filled in: plain text, not escaped. The subject comes as one line. */
export function renderMailText(texts: MailTexts, place: keyof MailTextSource, values: MailPlaceholderValues): string {
  const text = renderTemplate(texts[place], values);
  return place === 'subject' ? cleanText(text) : cleanParagraphs(text);
}
