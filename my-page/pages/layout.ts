import type { FastifyReply } from 'fastify';
import { type Html, html } from './html.ts';
import { isRegistrationInMenu } from './registration-open.ts';
import { styleSheetPath } from './style-sheet.ts';
import type { Visit } from './visit.ts';

export type PagePlace = 'orders' | 'shop' | 'settings' | 'log-in' | 'register' | 'none';

export type PageParts = {
  readonly title: string;
  readonly place: PagePlace;
  readonly content: Html;
  /** `narrow` for a form, `wide` for lists and orders. */
  readonly width?: 'narrow' | 'wide';
};

/** Sends a whole page. */
export function sendPage(reply: FastifyReply, visit: Visit, page: PageParts, status = 200): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(renderPage(visit, page));
}

function renderPage(visit: Visit, page: PageParts): string {
  const { labels, settings } = visit;
  const document = html`<!doctype html>
<html lang="${labels.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title} - ${settings.siteName}</title>
<link rel="stylesheet" href="${styleSheetPath(settings.colour)}">
<link rel="icon" type="image/svg+xml" href="/icon.svg">
</head>
<body>
<a class="skip" href="#content">${labels.skipToContent}</a>
<header class="top">
<div class="top-row">
<a class="shop-name" href="/"><span class="monogram" aria-hidden="true">${monogram(settings.siteName)}</span><span>${settings.siteName}</span></a>
${navigation(visit, page.place)}
</div>
</header>
<main id="content" class="${page.width ?? 'wide'}">
${page.content}
</main>
<footer>${settings.shopUrl && isWebAddress(settings.shopUrl) && html`<a href="${settings.shopUrl}">${hostOf(settings.shopUrl)}</a>`}<span>${labels.madeWith}</span></footer>
</body>
</html>
`;
  return document.markup;
}

function navigation(visit: Visit, place: PagePlace): Html {
  const { labels, account, settings } = visit;
  const link = (to: PagePlace, path: string, text: string): Html =>
    place === to
      ? html`<li><a href="${path}" aria-current="page">${text}</a></li>`
      : html`<li><a href="${path}">${text}</a></li>`;
  if (!account) {
    return html`<nav aria-label="${labels.navigation}"><ul>
${link('shop', '/shop', labels.shop)}
${isRegistrationInMenu(settings) && link('register', '/register', labels.register)}
${link('log-in', '/log-in', labels.logIn)}
</ul></nav>`;
  }
  return html`<nav aria-label="${labels.navigation}"><ul>
${link('orders', '/orders', labels.orders)}
${link('shop', '/shop', labels.shop)}
${link('settings', '/settings', labels.settings)}
<li><form method="post" action="/log-out">${hiddenToken(visit)}<button class="plain">${labels.logOut}</button></form></li>
</ul></nav>`;
}

/** Every form carries it. */
export function hiddenToken(visit: Visit): Html {
  return html`<input type="hidden" name="form-token" value="${visit.formToken}">`;
}

/** The letter that stands for the shop, where it has no picture. */
export function monogram(siteName: string): string {
  return [...siteName.trim()][0]?.toUpperCase() ?? 'W';
}

function isWebAddress(address: string): boolean {
  return URL.canParse(address) && ['http:', 'https:'].includes(new URL(address).protocol);
}

function hostOf(address: string): string {
  return new URL(address).host;
}
