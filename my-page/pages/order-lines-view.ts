import type { OrderHistory } from '../../shared/my-page/protocol.ts';
import { type Html, html } from './html.ts';
import type { Labels } from './labels.ts';

/** On a phone each line becomes a block with its own labels; the roles keep it a table for screen readers. */
export function linesView(labels: Labels, order: OrderHistory): Html {
  const head = (text: string, kind: '' | 'number'): Html =>
    html`<th scope="col" role="columnheader" class="${kind}">${text}</th>`;
  const cell = (label: string, text: string, kind: string): Html =>
    html`<td role="cell" class="${kind}${text === '' ? ' empty' : ''}"><span class="cell-label" aria-hidden="true">${label}</span>${text}</td>`;
  return html`<table role="table">
<thead role="rowgroup"><tr role="row">${head(labels.product, '')}${head(labels.ordered, 'number')}${head(labels.delivered, 'number')}${head(labels.toCome, 'number')}${head(labels.expected, '')}${head(labels.price, 'number')}${head(labels.amount, 'number')}</tr></thead>
<tbody role="rowgroup" lang="${order.language}">${order.lines.map(
    (line) => html`<tr role="row">
<th scope="row" role="rowheader">${line.description}${line.productNo && html`<span class="quiet product-no">${line.productNo}</span>`}</th>
${cell(labels.ordered, line.ordered, 'number')}${cell(labels.delivered, line.delivered, 'number')}${cell(labels.toCome, line.toCome, 'number')}${cell(labels.expected, line.expected, 'expected')}${cell(labels.price, line.price, 'number price')}${cell(labels.amount, line.amount, 'number amount')}
</tr>`,
  )}</tbody>
</table>
<p class="sum"><span>${labels.total} <span class="quiet">${order.pricesExclVat === true ? labels.exclVat : labels.inclVat}</span></span> <strong>${order.total}</strong></p>`;
}
