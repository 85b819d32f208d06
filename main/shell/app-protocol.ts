import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { app, protocol } from 'electron';
import type { MailPages } from './mail-pages.ts';

const scheme = 'orderbud';

/** Where the window's page lives: files of the program, reached by a scheme of our own instead of file:. */
export const pageUrl = `${scheme}://app/index.html`;
export const pageOrigin = `${scheme}://app`;

const mailOrigin = `${scheme}://mail`;

/** Where a frame reads a mail that is kept by this name. */
export function mailAddress(name: string): string {
  return `${mailOrigin}/${name}`;
}

/** Whether a frame goes to a mail that it shows. */
export function isMailNavigation(url: string, isMainFrame: boolean): boolean {
  return !isMainFrame && url.startsWith(`${mailOrigin}/`);
}

/** Nothing from outside, no inline script or style, no worker, no plug-in, no frame but a mail's. */
function windowPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'none'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'none'",
    `frame-src ${mailOrigin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** A mail brings its styles and its pictures with it; it runs nothing and loads nothing. */
const mailPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors ${pageOrigin}`,
  'sandbox',
].join('; ');

/** Where the page reads the nonce of its styles. */
const noncePlace = '__STYLE_NONCE__';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

/** Has to happen before Electron is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built window from the program's own folder, and the mails that it shows; nothing else. */
export function serveApp(mailPages: MailPages): void {
  const root = join(app.getAppPath(), 'out', 'renderer');
  protocol.handle(scheme, async (request) => {
    const { host, pathname } = new URL(request.url);
    if (host === 'mail') return mailResponse(mailPages.read(pathname.slice(1)));
    const file = host === 'app' ? fileFor(root, pathname) : null;
    if (file === null) return new Response(null, { status: 404 });
    try {
      return await fileResponse(file);
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}

function mailResponse(html: string | null): Response {
  if (html === null) return new Response(null, { status: 404 });
  return new Response(html, { headers: headersFor('.html', mailPolicy) });
}

/** @throws as node:fs does */
async function fileResponse(file: string): Promise<Response> {
  const extension = extname(file);
  const content = await readFile(file);
  const nonce = randomBytes(16).toString('base64');
  const body = extension === '.html' ? content.toString('utf8').replace(noncePlace, nonce) : new Uint8Array(content);
  return new Response(body, { headers: headersFor(extension, windowPolicy(nonce)) });
}

function headersFor(extension: string, policy: string): Record<string, string> {
  return {
    'content-type': contentTypes[extension] ?? 'application/octet-stream',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
  };
}

/** The file that an address of ours names, or null when it leads outside the folder. */
function fileFor(root: string, pathname: string): string | null {
  try {
    const file = normalize(join(root, decodeURIComponent(pathname)));
    return file.startsWith(root + sep) ? file : null;
  } catch {
    // Not how a path is written
    return null;
  }
}
