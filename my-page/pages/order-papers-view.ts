import type { OrderHistory } from '../../shared/my-page/protocol.ts';
import type { HeldPaper } from '../histories/paper-store.ts';
import { formatDate } from './formats.ts';
import { type Html, html } from './html.ts';
import type { Labels } from './labels.ts';

/** Delivery notes and invoices to download. */
export function papersView(labels: Labels, order: OrderHistory, papers: readonly HeldPaper[]): Html | null {
  if (papers.length === 0) return null;
  return html`<section class="card papers">
<h2>${labels.papers}</h2>
<ul>${papers.map(
    ({ id, title, date, size }) => html`<li>
<span><strong lang="${order.language}">${title}</strong> <span class="quiet">${formatDate(date, labels.language)}, PDF, ${sizeText(size, labels.language)}</span></span>
<a class="button second small" href="/orders/${order.orderId}/papers/${id}" download>${labels.download}<span class="unseen" lang="${order.language}"> ${title}</span></a>
</li>`,
  )}</ul>
</section>`;
}

/** As people say it: "84 kB", "1.2 MB". */
function sizeText(bytes: number, language: string): string {
  const format = (value: number, digits: number): string =>
    new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
  return bytes < 1_000_000 ? `${format(Math.max(1, bytes / 1000), 0)} kB` : `${format(bytes / 1_000_000, 1)} MB`;
}
