import type { FastifyInstance } from 'fastify';
import { languageCode } from '../../shared/my-page/protocol.ts';
import { changeSettings } from '../accounts/customer-settings-service.ts';
import type { Site } from '../site/site.ts';
import { noticeView } from './form-view.ts';
import { type Html, html } from './html.ts';
import { pageLanguages } from './labels.ts';
import { hiddenToken, sendPage } from './layout.ts';
import { fieldOf, isMember, type MemberVisit, openFormVisit, openVisit } from './visit.ts';

/** My settings: language, and order status e-mails on or off. */
export function registerSettingsRoutes(app: FastifyInstance, site: Site): void {
  app.get<{ Querystring: { saved?: unknown } }>('/settings', async (request, reply) => {
    const visit = await openVisit(site, request, reply);
    if (!isMember(visit)) return reply.redirect('/log-in?next=/settings', 303);
    const content = settingsView(visit, request.query.saved === '1');
    return sendPage(reply, visit, { title: visit.labels.mySettings, place: 'settings', width: 'narrow', content });
  });

  app.post('/settings', async (request, reply) => {
    const visit = await openFormVisit(site, request, reply);
    if (!isMember(visit)) return reply.redirect('/log-in?next=/settings', 303);
    const language = languageCode.safeParse(fieldOf(request, 'language'));
    await changeSettings(site, visit.account.id, {
      language: language.success ? language.data : visit.account.language,
      orderStatusMails: fieldOf(request, 'order-status-mails') === 'yes',
    });
    return reply.redirect('/settings?saved=1', 303);
  });
}

function settingsView(visit: MemberVisit, isSaved: boolean): Html {
  const { labels, account } = visit;
  return html`<section class="card">
<h1>${labels.mySettings}</h1>
<p class="lead">${account.name}<br><span class="quiet">${account.email}</span></p>
${isSaved && noticeView('good', labels.saved)}
<form method="post" action="/settings">
${hiddenToken(visit)}
<div class="field">
<label for="language">${labels.pageLanguage}</label>
<select id="language" name="language" aria-describedby="language-hint">
${languageChoices(account.language).map(({ code, name }) =>
  code === account.language
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
</form>
</section>`;
}

/** Our languages, and the account's own where it is another one, so that saving does not change it by accident. */
function languageChoices(current: string): readonly { readonly code: string; readonly name: string }[] {
  if (pageLanguages.some(({ code }) => code === current)) return pageLanguages;
  const name = new Intl.DisplayNames([current], { type: 'language' }).of(current) ?? current;
  return [...pageLanguages, { code: current, name }];
}
