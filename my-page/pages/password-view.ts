import { fieldView, noticeView } from './form-view.ts';
import { type Html, html } from './html.ts';
import { hiddenToken } from './layout.ts';
import type { MemberVisit } from './visit.ts';

export type PasswordFaults = {
  readonly form?: string;
  readonly oldPassword?: string;
  readonly newPassword?: string;
};

/** Changing the password, by someone who knows the old one. */
export function passwordView(visit: MemberVisit, faults: PasswordFaults): Html {
  const { labels, account } = visit;
  const field = { type: 'password' } as const;
  const oldPassword = { ...field, name: 'old-password', label: labels.oldPassword, autocomplete: 'current-password' };
  const newPassword = { ...field, name: 'new-password', label: labels.newPassword, autocomplete: 'new-password' };
  return html`<section class="card" id="password">
<h2>${labels.changePassword}</h2>
${faults.form && noticeView('bad', faults.form)}
<form method="post" action="/settings/password#password" novalidate>
${hiddenToken(visit)}${userNameField(account.email)}
${fieldView(labels, { ...oldPassword, fault: faults.oldPassword })}
${fieldView(labels, { ...newPassword, hint: labels.passwordHint, fault: faults.newPassword })}
<button class="button second">${labels.changePassword}</button>
</form>
<p class="hint after">${labels.changePasswordHint}</p>
</section>`;
}

/** Tells password managers whose password it is; nobody else sees it. */
export function userNameField(email: string): Html {
  return html`<input type="text" class="unseen" tabindex="-1" readonly name="email" autocomplete="username" aria-hidden="true" value="${email}">`;
}
