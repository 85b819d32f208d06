/** A page as a browser has it after redirects. */
export type VisitedPage = {
  readonly url: string;
  readonly status: number;
  readonly html: string;
  readonly text: string;
};

/** Someone who looks at a website over HTTP: keeps its cookies, follows its redirects and fills in its forms. */
export type SiteVisitor = {
  readonly open: (address: string) => Promise<VisitedPage>;
  /**
   * Sends the form of a page that has the named fields, with its hidden fields (the form token) as the page gave them.
   * @throws Error when no form of the page has all of them
   */
  readonly submit: (page: VisitedPage, fields: Readonly<Record<string, string>>) => Promise<VisitedPage>;
};

const mostRedirects = 5;

/** A visitor with no cookies yet. */
export function visitSite(): SiteVisitor {
  const cookies = new Map<string, string>();
  const ask = async (address: string, init: RequestInit = {}): Promise<VisitedPage> => {
    let url = address;
    let request = init;
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(url, {
        ...request,
        redirect: 'manual',
        headers: { ...request.headers, ...(cookie === '' ? {} : { cookie }) },
      });
      for (const line of response.headers.getSetCookie()) takeCookie(cookies, line);
      const location = response.headers.get('location');
      if (location === null) {
        const html = await response.text();
        return { url, status: response.status, html, text: textOf(html) };
      }
      url = new URL(location, url).href;
      request = {};
    }
    throw new Error(`Too many redirects from ${address}`);
  };
  return {
    open: (address) => ask(address),
    submit: (page, fields) => {
      const form = formsOf(page.html).find((candidate) =>
        Object.keys(fields).every((name) => name in candidate.fields),
      );
      if (form === undefined) throw new Error(`No form with ${Object.keys(fields).join(', ')} on ${page.url}`);
      return ask(new URL(form.action, page.url).href, {
        method: 'POST',
        body: new URLSearchParams({ ...form.fields, ...fields }),
        headers: { origin: new URL(page.url).origin },
      });
    },
  };
}

/** Our sites take a cookie back by emptying it. */
function takeCookie(cookies: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';');
  const [name = '', ...parts] = pair.trim().split('=');
  const value = parts.join('=');
  if (value === '') cookies.delete(name);
  else cookies.set(name, value);
}

type Form = { readonly action: string; readonly fields: Readonly<Record<string, string>> };

/** The forms of our own server's pages: their inputs are written in one known way, so no full parser is needed. */
function formsOf(html: string): readonly Form[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, attributes = '', content = '']) => ({
    action: attribute(attributes, 'action') ?? '',
    fields: Object.fromEntries(
      [...content.matchAll(/<(?:input|textarea|select)\b([^>]*)>/gs)].flatMap(([, field = '']) => {
        const name = attribute(field, 'name');
        return name === null ? [] : [[name, attribute(field, 'value') ?? '']];
      }),
    ),
  }));
}

function attribute(attributes: string, name: string): string | null {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
  return value === undefined ? null : unescaped(value);
}

/** What a person reads of a page: no tags, single spaces. */
export function textOf(html: string): string {
  const withoutTags = html.replace(/<(style|script|title)\b.*?<\/\1>/gs, ' ').replace(/<[^>]+>/g, ' ');
  return unescaped(withoutTags).replace(/\s+/g, ' ').trim();
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function unescaped(text: string): string {
  return text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
    const isHex = name[1]?.toLowerCase() === 'x';
    return String.fromCodePoint(Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10));
  });
}
