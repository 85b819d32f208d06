import { fieldView } from './form-view.ts';
import { type Html, html } from './html.ts';
import { hiddenToken } from './layout.ts';
import { userNameField } from './password-view.ts';
import type { Visit } from './visit.ts';

/** The form behind a link that came by mail: one field, for a new password. */
export function choosePasswordView(
  visit: Visit,
  form: {
    readonly action: string;
    readonly title: string;
    readonly lead: string;
    readonly email: string;
    readonly button: string;
    readonly fault: string | undefined;
  },
): Html {
  const { labels } = visit;
  const password = {
    name: 'password',
    label: labels.password,
    type: 'password',
    autocomplete: 'new-password',
  } as const;
  return html`<section class="card">
<h1>${form.title}</h1>
<p class="lead">${form.lead}</p>
<form method="post" action="${form.action}" novalidate>
${hiddenToken(visit)}${userNameField(form.email)}
${fieldView(labels, { ...password, hint: labels.passwordHint, fault: form.fault })}
<button class="button">${form.button}</button>
</form>
</section>`;
}
