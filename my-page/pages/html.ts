/** Markup that is safe to send: made only by `html`, which escapes every value. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

export type HtmlValue = string | number | Html | false | null | undefined | readonly HtmlValue[];

/**
 * Builds markup; every value is escaped, nested `html` and lists of it are taken as they are, `false`, `null` and
 * `undefined` yield nothing. Attribute values must stand in double quotes.
 *
 * @example html`<p class="${name}">${lines.map((line) => html`<b>${line}</b>`)}</p>`
 */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let markup = parts[0] ?? '';
  for (let index = 0; index < values.length; index++) markup += markupOf(values[index]) + (parts[index + 1] ?? '');
  return new Html(markup);
}

function markupOf(value: HtmlValue): string {
  if (typeof value === 'string') return escapeHtml(value);
  if (value === undefined || value === null || value === false) return '';
  if (value instanceof Html) return value.markup;
  if (typeof value === 'number') return String(value);
  let markup = '';
  for (const part of value) markup += markupOf(part);
  return markup;
}

const special = /[&<>"']/;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  // Most texts have nothing to escape: looking is cheaper than replacing nothing.
  return special.test(text) ? text.replace(/[&<>"']/g, (character) => entities[character] ?? '') : text;
}
