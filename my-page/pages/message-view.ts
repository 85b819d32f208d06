import { type Html, html } from './html.ts';

export type Message = {
  readonly title: string;
  readonly lead: string;
  readonly link?: { readonly to: string; readonly text: string };
};

/** A page with one thing to say. */
export function messageView(message: Message): Html {
  return html`<section class="card message">
<h1>${message.title}</h1>
<p class="lead">${message.lead}</p>
${message.link && html`<p><a class="button" href="${message.link.to}">${message.link.text}</a></p>`}
</section>`;
}
