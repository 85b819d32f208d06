import type { OrderHistory } from '../../shared/my-page/protocol.ts';
import { formatInstant } from './formats.ts';
import { type Html, html } from './html.ts';
import type { Visit } from './visit.ts';

/** The latest stand open; what lies further back is one press away. */
const shownAtOnce = 5;

/** What was said about the order, newest first. */
export function newsView(visit: Visit, order: OrderHistory): Html | null {
  const { news } = order;
  if (news.length === 0) return null;
  // One more behind the press would be no gain
  const open = news.length <= shownAtOnce + 1 ? news.length : shownAtOnce;
  const earlier = news.slice(open);
  return html`<section class="card news">
<h2>${visit.labels.whatHappened}</h2>
${timeline(visit, order, news.slice(0, open))}
${earlier.length > 0 && html`<details class="earlier"><summary>${visit.labels.earlierNews(earlier.length)}</summary>${timeline(visit, order, earlier)}</details>`}
</section>`;
}

function timeline({ labels, settings }: Visit, order: OrderHistory, news: OrderHistory['news']): Html {
  return html`<ol class="timeline">${news.map(
    ({ at, sentences }) => html`<li>
<time datetime="${at}">${formatInstant(at, labels.language, settings.timeZone)}</time>
<div lang="${order.language}">${sentences.map((sentence) => html`<p>${sentence}</p>`)}</div>
</li>`,
  )}</ol>`;
}
