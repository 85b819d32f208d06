/** What a page answered, with redirects followed by `visitor.follow` only. */
export type PageReply = {
  readonly status: number;
  readonly text: string;
  readonly location: string | null;
  readonly headers: Headers;
};

/** A browser without a screen: keeps cookies, reads form tokens, sends forms the way browsers do. */
export type Visitor = {
  readonly get: (path: string) => Promise<PageReply>;
  /** Loads the page at `from`, then sends its form with these fields and the page's own hidden ones. */
  readonly submit: (from: string, to: string, fields: Readonly<Record<string, string>>) => Promise<PageReply>;
  /** Sends a form as it is given, without looking at a page first. */
  readonly post: (
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<PageReply>;
  readonly logIn: (email: string, password: string) => Promise<PageReply>;
  readonly cookies: Map<string, string>;
};

/** Opens a browser at the site's address; `userAgent` is what it says of itself. */
export function openVisitor(url: string, userAgent?: string): Visitor {
  const cookies = new Map<string, string>();

  const send = async (path: string, init: RequestInit): Promise<PageReply> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = new Headers(init.headers);
    if (userAgent !== undefined) headers.set('user-agent', userAgent);
    if (cookie !== '') headers.set('cookie', cookie);
    const response = await fetch(new URL(path, url), { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) keepCookie(cookies, line);
    const { status } = response;
    return {
      status,
      text: await response.text(),
      location: response.headers.get('location'),
      headers: response.headers,
    };
  };

  const get: Visitor['get'] = (path) => send(path, {});
  const post: Visitor['post'] = (path, fields, headers = { origin: new URL(url).origin }) =>
    send(path, { method: 'POST', body: new URLSearchParams(fields), headers });
  const submit: Visitor['submit'] = async (from, to, fields) => {
    const page = await get(from);
    return post(to, { ...hiddenFields(page.text), ...fields });
  };
  return {
    get,
    post,
    submit,
    logIn: (email, password) => submit('/log-in', '/log-in', { email, password }),
    cookies,
  };
}

/** The hidden fields of a page's forms, by name. */
export function hiddenFields(page: string): Readonly<Record<string, string>> {
  const inputs = page.matchAll(/<input type="hidden" name="([^"]+)"[^>]* value="([^"]*)">/g);
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]));
}

function keepCookie(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';');
  const name = pair.slice(0, pair.indexOf('='));
  const value = pair.slice(pair.indexOf('=') + 1);
  const isOver = attributes.some((attribute) => /^\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(attribute));
  if (isOver || value === '') cookies.delete(name);
  else cookies.set(name, value);
}
