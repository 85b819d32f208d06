import { createRequire } from 'node:module';
import { Html, html } from './html.ts';

type Encoder = typeof import('bwip-js/node');

let loaded: Encoder | null = null;

/** Loaded by the first page that has one: the library knows a hundred kinds of code and takes a while to read. */
function encoder(): Encoder {
  loaded ??= createRequire(import.meta.url)('bwip-js/node') as Encoder;
  return loaded;
}

/** A QR code as a drawing in the page itself: no picture to fetch, nothing the content security policy must allow. */
export function qrCode(text: string, description: string): Html {
  const drawing = encoder().toSVG({ bcid: 'qrcode', text });
  return html`<div class="qr-code" role="img" aria-label="${description}">${new Html(drawing)}</div>`;
}
