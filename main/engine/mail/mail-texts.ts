import type { Template } from 'liquidjs';
import { cleanParagraphs, cleanText } from '../../../shared/clean-text.ts';
import type { Language } from '../../../shared/language.ts';
import {
  type MailPlaceholder,
  type MailTextPlace,
  type MailTextSource,
  mailPlaceholders,
  mailTextPlaces,
} from '../../../shared/status-mail-texts.ts';
import type { TextFault } from '../../../shared/text-fault.ts';
import { parseTemplate, readFault, renderTemplate, textFault, tryTemplate } from './template.ts';

/** Texts parsed once per website and language, rendered for every mail. */
export type MailTexts = { readonly [Place in keyof MailTextSource]: readonly Template[] };

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

/**
 * Proves that customers can be sent a text: it parses, and renders for one order and for several, for a customer with My
 * page and for one without; a subject says something to each of them.
 * @throws AppError text-faulty as `parseMailTexts` does
 */
export function checkMailText(place: MailTextPlace, text: string): void {
  const read = tryTemplate(place, text, sampleValues);
  if (place === 'subject' && read.some((subject) => cleanText(subject) === '')) throw textFault(place, 'empty-subject');
}

/** The first fault of each text. */
export function findMailTextFaults(source: MailTextSource): readonly TextFault[] {
  return mailTextPlaces.flatMap((place) => {
    try {
      checkMailText(place, source[place]);
      return [];
    } catch (error) {
      return [readFault(error)];
    }
  });
}

const sampleValues: readonly MailPlaceholderValues[] = [
  {
    customer_name: 'Kari Nordmann',
    order_numbers: 'W-8841',
    order_count: 1,
    website_name: 'Shop',
    company_name: 'Shop AS',
    my_page_link: 'https://my-page.example/orders/5f1c',
  },
  {
    customer_name: 'Ola Nordmann',
    order_numbers: 'W-8841, W-8850',
    order_count: 2,
    website_name: 'Shop',
    company_name: 'Shop AS',
    my_page_link: '',
  },
];
