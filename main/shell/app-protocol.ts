import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { app, protocol } from 'electron';

const scheme = 'orderbud';

/** Where the window's page lives: files of the program, reached by a scheme of our own instead of file:. */
export const pageUrl = `${scheme}://app/index.html`;
export const pageOrigin = `${scheme}://app`;

/**
 * Nothing from outside, no inline script, no worker, no plug-in, no frame but a mail's, which has no address. Inline styles are allowed: Fluent UI writes its rules
 * that way, and with no address to load from they can send nothing out.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'none'",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

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
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built window from the program's own folder, and nothing else. */
export function serveApp(): void {
  const root = join(app.getAppPath(), 'out', 'renderer');
  protocol.handle(scheme, async (request) => {
    const file = fileFor(root, request.url);
    if (file === null) return new Response(null, { status: 404 });
    try {
      return new Response(new Uint8Array(await readFile(file)), {
        headers: {
          'content-type': contentTypes[extname(file)] ?? 'application/octet-stream',
          'content-security-policy': contentSecurityPolicy,
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-cache',
        },
      });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}

/** The file that an address of ours names, or null when it leads outside the folder. */
function fileFor(root: string, address: string): string | null {
  const url = new URL(address);
  if (url.host !== 'app') return null;
  try {
    const file = normalize(join(root, decodeURIComponent(url.pathname)));
    return file.startsWith(root + sep) ? file : null;
  } catch {
    // Not how a path is written
    return null;
  }
}
