import { groupsOf } from '../accounts/one-time-code.ts';
import { fewRecoveryCodes } from '../accounts/recovery-codes.ts';
import type { SecondFactor } from '../accounts/second-factor-store.ts';
import { appCodeField } from './code-view.ts';
import { fieldView, noticeView } from './form-view.ts';
import { formatInstant } from './formats.ts';
import { type Html, html } from './html.ts';
import { hiddenToken } from './layout.ts';
import { userNameField } from './password-view.ts';
import { qrCode } from './qr-code.ts';
import type { MemberVisit } from './visit.ts';

export const secondFactorPaths = {
  start: '/settings/second-factor',
  confirm: '/settings/second-factor/confirm',
  off: '/settings/second-factor/off',
  newCodes: '/settings/second-factor/new-codes',
} as const;

/** The part of My settings that says whether the second factor is on, and leads to all that can be done with it. */
export function secondFactorView(visit: MemberVisit, factor: SecondFactor | null): Html {
  const { labels, settings } = visit;
  if (!factor) {
    return html`<section class="card" id="second-factor">
<h2>${labels.secondFactor}</h2>
<p class="quiet">${labels.secondFactorLead}</p>
<p class="actions"><a class="button second wide" href="${secondFactorPaths.start}">${labels.turnOn}</a></p>
</section>`;
  }
  const since = formatInstant(factor.madeAt, labels.language, settings.timeZone);
  const left = labels.recoveryCodesLeft(String(factor.recoveryCodesLeft));
  return html`<section class="card" id="second-factor">
<h2>${labels.secondFactor}</h2>
<p>${labels.secondFactorOnSince(since)}</p>
<p class="quiet">${left}</p>
${factor.recoveryCodesLeft < fewRecoveryCodes && noticeView('bad', labels.fewRecoveryCodes)}
<p class="actions"><a class="button second wide" href="${secondFactorPaths.newCodes}">${labels.newRecoveryCodes}</a></p>
<p class="hint after"><a href="${secondFactorPaths.off}">${labels.turnOff}</a></p>
</section>`;
}

export type ProofFaults = { readonly form?: string; readonly password?: string; readonly code?: string };

/** The first step: what it is good for, what it takes, and the password once more. */
export function startView(visit: MemberVisit, faults: ProofFaults): Html {
  const { labels } = visit;
  return html`${backToSettings(visit)}
<section class="card">
<h1>${labels.secondFactor}</h1>
<p class="lead">${labels.secondFactorLead} ${labels.secondFactorNeeds}</p>
${faults.form && noticeView('bad', faults.form)}
<form method="post" action="${secondFactorPaths.start}" novalidate>
${hiddenToken(visit)}${userNameField(visit.account.email)}${passwordField(visit, faults.password)}
<button class="button">${labels.next}</button>
</form>
</section>`;
}

/** The second step: the secret as a picture, as a link for the phone one holds, and as text; then a first code. */
export function confirmView(
  visit: MemberVisit,
  offer: { readonly secret: string; readonly address: string; readonly fault?: string },
): Html {
  const { labels } = visit;
  return html`${backToSettings(visit)}
<section class="card">
<h1>${labels.addToApp}</h1>
<p class="lead">${labels.scanCode}</p>
${qrCode(offer.address, labels.scanCode)}
<p><a class="button second wide" href="${offer.address}">${labels.openApp}</a></p>
<p class="hint after">${labels.typeKey}</p>
<p class="code-key">${groupsOf(offer.secret).map((group) => html`<span>${group}</span> `)}</p>
<form method="post" action="${secondFactorPaths.confirm}" novalidate>
${hiddenToken(visit)}
${appCodeField(labels, { hint: labels.codeHint, fault: offer.fault })}
<button class="button">${labels.turnOn}</button>
</form>
</section>`;
}

/** Shown once: nobody can look them up afterwards. Made to be printed. */
export function recoveryCodesView(visit: MemberVisit, codes: readonly string[], notice: string): Html {
  const { labels, settings, account } = visit;
  return html`<section class="card recovery-codes">
<h1>${labels.recoveryCodes}</h1>
<p class="lead">${settings.siteName}, ${account.email}</p>
${noticeView('good', notice)}
<p class="after">${labels.recoveryCodesLead}</p>
<ul>${codes.map((code) => html`<li>${code}</li>`)}</ul>
<p class="unprinted"><a class="button wide" href="/settings">${labels.recoveryCodesKept}</a></p>
</section>`;
}

/** What takes password and code: turning it off, or new recovery codes. */
export function proofView(visit: MemberVisit, what: 'off' | 'newCodes', faults: ProofFaults): Html {
  const { labels } = visit;
  const isOff = what === 'off';
  const title = isOff ? labels.turnOff : labels.newRecoveryCodes;
  const code = { name: 'code', autocomplete: 'one-time-code', label: labels.codeFromApp, fault: faults.code };
  return html`${backToSettings(visit)}
<section class="card">
<h1>${isOff ? html`${labels.secondFactor}: ${title}` : title}</h1>
<p class="lead">${isOff ? labels.turnOffLead : labels.newRecoveryCodesLead}</p>
${faults.form && noticeView('bad', faults.form)}
<form method="post" action="${secondFactorPaths[what]}" novalidate>
${hiddenToken(visit)}${userNameField(visit.account.email)}${passwordField(visit, faults.password)}
${fieldView(labels, { ...code, hint: labels.codeOrRecoveryHint })}
<button class="button${isOff && ' danger'}">${title}</button>
</form>
</section>`;
}

function passwordField({ labels }: MemberVisit, fault: string | undefined): Html {
  const field = { name: 'password', type: 'password', autocomplete: 'current-password' } as const;
  return fieldView(labels, { ...field, label: labels.password, hint: labels.deletionPasswordHint, fault });
}

function backToSettings({ labels }: MemberVisit): Html {
  return html`<p class="back"><a href="/settings#second-factor">${labels.mySettings}</a></p>`;
}
