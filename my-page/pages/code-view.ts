import { fieldView } from './form-view.ts';
import { type Html, html } from './html.ts';
import type { Labels } from './labels.ts';
import { hiddenToken } from './layout.ts';
import type { Visit } from './visit.ts';

/** A code of the app, which is digits, or a recovery code. */
export type CodeKind = 'app' | 'recovery';

/** The page that asks for the code after the password. */
export function codeView(
  visit: Visit,
  page: { readonly kind: CodeKind; readonly title: string; readonly next: string; readonly fault?: string },
): Html {
  const { labels } = visit;
  const { kind, next } = page;
  const isApp = kind === 'app';
  const other = `/log-in/${isApp ? 'recovery-code' : 'code'}?next=${encodeURIComponent(next)}`;
  return html`<section class="card">
<h1>${page.title}</h1>
<p class="lead">${isApp ? labels.enterCodeLead : labels.enterRecoveryCodeLead}</p>
<form method="post" action="/log-in/${isApp ? 'code' : 'recovery-code'}" novalidate>
${hiddenToken(visit)}<input type="hidden" name="next" value="${next}">
${isApp ? appCodeField(labels, { fault: page.fault }) : recoveryCodeField(labels, page.fault)}
<button class="button">${labels.logIn}</button>
</form>
</section>
<p class="aside">${isApp && html`${labels.noPhone} `}<a href="${other}">${isApp ? labels.useRecoveryCode : labels.useApp}</a></p>`;
}

/** Phones offer the code of their own app here. */
export function appCodeField(
  labels: Labels,
  { fault, hint }: { readonly fault?: string | undefined; readonly hint?: string },
): Html {
  const field = { name: 'code', autocomplete: 'one-time-code', keyboard: 'numeric' } as const;
  return fieldView(labels, { ...field, label: labels.codeFromApp, fault, ...(hint !== undefined && { hint }) });
}

function recoveryCodeField(labels: Labels, fault: string | undefined): Html {
  return fieldView(labels, { name: 'code', autocomplete: 'off', label: labels.recoveryCode, fault });
}
