import { statusMailContent } from './status-mail-content.ts';
import { statusMailHtml } from './status-mail-html.ts';
import type { StatusMailModel } from './status-mail-model.ts';
import { statusMailPlain } from './status-mail-plain.ts';

export type RenderedMail = { readonly subject: string; readonly html: string; readonly plain: string };

/**
 * Renders an order status e-mail: one section per order, what changed first, then the lines (domain.md 9.9). Pure: the
 * same model gives the same mail. Both parts say the same; every value is cleaned, and escaped in HTML.
 */
export function renderStatusMail(model: StatusMailModel): RenderedMail {
  const content = statusMailContent(model);
  return {
    subject: content.subject,
    html: statusMailHtml(model, content),
    plain: statusMailPlain(model, content),
  };
}
