import { Liquid, type Template } from 'liquidjs';
import { cleanParagraphs, cleanText } from '../../../shared/clean-text.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Language } from '../../../shared/language.ts';

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

const allowedTags = new Set(['if', 'unless', 'case', 'comment', 'raw']);
const allowedFilters = new Set(['default', 'upcase', 'downcase', 'capitalize', 'append', 'prepend', 'strip']);
const longestText = 20_000;
const longestRendered = 100_000;

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
  if (source.subject.trim() === '') throw faulty('subject', 'empty-subject', { line: 1, column: 1 });
  return {
    subject: parseText('subject', source.subject),
    above: parseText('above', source.above),
    below: parseText('below', source.below),
  };
}

/** One text with its placeholders filled in: plain text, not escaped. The subject comes as one line. */
export function renderMailText(texts: MailTexts, place: keyof MailTextSource, values: MailPlaceholderValues): string {
  const text = String(liquid.renderSync([...texts[place]], values)).slice(0, longestRendered);
  return place === 'subject' ? cleanText(text) : cleanParagraphs(text);
}

const liquid = restrictedLiquid();

/** A Liquid that can show placeholders and decide, and cannot loop, assign or read files. */
function restrictedLiquid(): Liquid {
  const engine = new Liquid({
    strictFilters: true,
    strictVariables: true,
    lenientIf: true,
    jsTruthy: true,
    ownPropertyOnly: true,
    templates: {},
    parseLimit: longestText * 2,
  });
  for (const name of Object.keys(engine.tags)) if (!allowedTags.has(name)) delete engine.tags[name];
  for (const name of Object.keys(engine.filters)) if (!allowedFilters.has(name)) delete engine.filters[name];
  return engine;
}

function parseText(place: keyof MailTextSource, text: string): Template[] {
  if (text.length > longestText) throw faulty(place, 'too-long', { line: 1, column: 1 });
  const templates = parsed(place, text);
  const { variables } = liquid.analyzeSync(templates);
  for (const [name, uses] of Object.entries(variables)) {
    const badUse = uses.find((use) => !isPlaceholder(name) || use.segments.length > 1);
    if (badUse !== undefined) {
      throw faulty(place, 'unknown-placeholder', { line: badUse.location.row, column: badUse.location.col });
    }
  }
  return templates;
}

function parsed(place: keyof MailTextSource, text: string): Template[] {
  try {
    return liquid.parse(text);
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    const [line = 1, column = 1] =
      'token' in cause && hasPosition(cause.token) ? cause.token.getPosition() : ([1, 1] as const);
    throw faulty(place, reasonOf(cause.message), { line, column }, cause);
  }
}

function reasonOf(message: string): string {
  if (/^tag .* not found/.test(message)) return 'unknown-tag';
  return /^undefined filter/.test(message) ? 'unknown-filter' : 'syntax';
}

function hasPosition(token: unknown): token is { getPosition(): [number, number] } {
  return typeof token === 'object' && token !== null && 'getPosition' in token;
}

function isPlaceholder(name: string): name is MailPlaceholder {
  return (mailPlaceholders as readonly string[]).includes(name);
}

function faulty(
  place: keyof MailTextSource,
  reason: string,
  at: { readonly line: number; readonly column: number },
  cause?: Error,
): AppError {
  return new AppError('text-faulty', { place, reason, line: at.line, column: at.column }, cause ? { cause } : {});
}
