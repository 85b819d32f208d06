import type { AccountDetails } from '../accounts/details-store.ts';
import type { SecondFactor } from '../accounts/second-factor-store.ts';
import type { ListedSession } from '../accounts/session-store.ts';
import { detailsView } from './details-view.ts';
import { noticeView } from './form-view.ts';
import { formatInstant } from './formats.ts';
import { type Html, html } from './html.ts';
import { type Labels, pageLanguageFor, pageLanguages } from './labels.ts';
import { hiddenToken } from './layout.ts';
import { myDataView } from './my-data-router.ts';
import { type PasswordFaults, passwordView } from './password-view.ts';
import { secondFactorView } from './second-factor-view.ts';
import type { MemberVisit } from './visit.ts';

export const doneThings = ['saved', 'password', 'session', 'second-factor-off'] as const;
export type DoneThing = (typeof doneThings)[number];

export type SettingsPage = {
  readonly details: AccountDetails;
  readonly sessions: readonly ListedSession[];
  /** What has just been done, told at the top of the page. */
  readonly done: DoneThing | null;
  readonly passwordFaults: PasswordFaults;
  readonly secondFactor: SecondFactor | null;
};

/** My settings: language and e-mails, contact details, the password, where the account is logged in, one's data. */
export function settingsView(visit: MemberVisit, page: SettingsPage): Html {
  const { labels } = visit;
  return html`<div class="stack">
<section class="card">
<h1>${labels.mySettings}</h1>
${page.done && noticeView('good', doneText(page.done, labels))}
${choicesForm(visit)}
</section>
${detailsView(visit, page.details)}
${passwordView(visit, page.passwordFaults)}
${secondFactorView(visit, page.secondFactor)}
${sessionsView(visit, page.sessions)}
${myDataView(visit)}
</div>`;
}

function doneText(done: DoneThing, labels: Labels): string {
  switch (done) {
    case 'saved':
      return labels.saved;
    case 'password':
      return labels.passwordChanged;
    case 'session':
      return labels.sessionEnded;
    case 'second-factor-off':
      return labels.secondFactorIsOff;
  }
}

function choicesForm(visit: MemberVisit): Html {
  const { labels, account } = visit;
  return html`<form method="post" action="/settings">
${hiddenToken(visit)}
<div class="field">
<label for="language">${labels.pageLanguage}</label>
<select id="language" name="language" aria-describedby="language-hint">
${languageChoices(account.language).map(({ code, name }) =>
  isChosen(code, account.language)
    ? html`<option value="${code}" selected>${name}</option>`
    : html`<option value="${code}">${name}</option>`,
)}
</select>
<p class="hint" id="language-hint">${labels.pageLanguageHint}</p>
</div>
<div class="field choice">
<input type="checkbox" id="order-status-mails" name="order-status-mails" value="yes" aria-describedby="mails-hint"${account.orderStatusMails && html` checked`}>
<label for="order-status-mails">${labels.statusMails}</label>
<p class="hint" id="mails-hint">${labels.statusMailsHint}</p>
</div>
<button class="button">${labels.save}</button>
</form>`;
}

function sessionsView(visit: MemberVisit, sessions: readonly ListedSession[]): Html {
  const { labels, settings } = visit;
  const rows = sessions.map((session) => {
    const seen = formatInstant(session.seenAt, labels.language, settings.timeZone);
    const device = deviceText(visit, session.device);
    return html`<li><span>${device}</span>
<span class="quiet">${session.isThisOne ? html`<strong>${labels.thisDevice}</strong>` : labels.lastSeen(seen)}</span>
${!session.isThisOne && endSessionForm(visit, session.id, device)}</li>`;
  });
  return html`<section class="card" id="sessions">
<h2>${labels.sessions}</h2>
<ul class="facts sessions">${rows}</ul>
<form method="post" action="/settings/log-out-everywhere">
${hiddenToken(visit)}<button class="button second">${labels.logOutEverywhere}</button>
</form>
<p class="hint after">${labels.logOutEverywhereHint}</p>
</section>`;
}

/** Asks for no password: it only takes away, and whoever sees a device that is not his should not have to search for it. */
function endSessionForm(visit: MemberVisit, id: string, device: string): Html {
  return html`<form method="post" action="/settings/end-session">
${hiddenToken(visit)}<input type="hidden" name="session" value="${id}">
<button class="button second small">${visit.labels.logOut}<span class="unseen">: ${device}</span></button>
</form>`;
}

function deviceText({ labels }: MemberVisit, { browser, system }: ListedSession['device']): string {
  if (browser !== '' && system !== '') return labels.browserOn(browser, system);
  return browser || system || labels.unknownDevice;
}

/** Our languages, and the account's own where it is another one, so that saving does not change it by accident. */
function languageChoices(current: string): readonly { readonly code: string; readonly name: string }[] {
  if (pageLanguageFor(current) !== null) return pageLanguages;
  const name = new Intl.DisplayNames([current], { type: 'language' }).of(current) ?? current;
  return [...pageLanguages, { code: current, name }];
}

function isChosen(code: string, current: string): boolean {
  return code === current || code === pageLanguageFor(current);
}
