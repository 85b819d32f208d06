import { escapeHtml, Html, html } from './html.ts';
import { type MailColours, mailColours } from './mail-colours.ts';
import { safeLink } from './safe-link.ts';
import type { LineContent, OrderContent, StatusMailContent } from './status-mail-content.ts';
import type { MailLogo, StatusMailModel } from './status-mail-model.ts';
import type { LanguageTexts } from './wording/language-texts.ts';
import { tagOf } from './wording/mail-language.ts';
import { textsFor } from './wording/texts-for.ts';

const font = "-apple-system,'Segoe UI',Helvetica,Arial,sans-serif";
const text = `font-family:${font};font-size:15px;line-height:22px;color:#1f2328`;
const small = `font-family:${font};font-size:12px;line-height:18px;color:#5b6470`;
const number = `font-family:${font};font-size:14px;line-height:20px;color:#1f2328;padding:2px 8px 12px 0;vertical-align:top`;
const breakLong = 'overflow-wrap:anywhere;word-break:break-word';

/** What depends on the shop's colour and the language, handed to every part. */
type Look = { readonly colours: MailColours; readonly texts: LanguageTexts };

/**
 * The HTML part: tables for layout (mail clients know nothing better), inline styles, dark where the reader's is. Outlook draws
 * with Word, which knows no largest width and no padding but that of cells; what is for it alone stands in its comments.
 */
export function statusMailHtml(model: StatusMailModel, content: StatusMailContent): string {
  const look: Look = { colours: mailColours(model.website.colour), texts: textsFor(model.language) };
  const { layout } = look.texts;
  const preview = content.orders[0]?.changes[0]?.sentence ?? content.websiteName;
  return html`<!DOCTYPE html>
<html lang="${tagOf(model.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">
<meta name="x-apple-disable-message-reformatting">
<title>${content.subject}</title>
${styleSheet(look.colours)}
</head>
<body class="paper" style="margin:0;padding:0;background-color:#f3f4f6">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${preview}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="paper" style="background-color:#f3f4f6"><tr><td align="center" class="edge" style="padding:24px 12px">
${outlookWidth}
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="card" style="max-width:640px;background-color:#ffffff;border-radius:8px;border-top:4px solid ${look.colours.accent}">
<tr><td class="pad" style="padding:24px 32px 0">${websiteHead(model, content)}</td></tr>
<tr><td class="pad" style="padding:16px 32px 8px">${model.mayHaveReceivedAlready ? notice(layout.mayHaveReceivedAlready) : null}${paragraphs(content.above, content)}</td></tr>
${content.orders.map((order) => orderSection(order, look))}
<tr><td class="pad" style="padding:24px 32px 24px">${paragraphs(content.below, content)}</td></tr>
</table>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:640px"><tr><td class="pad quiet" style="${small};padding:16px 32px;${breakLong}">${foot(content, look.texts)}</td></tr></table>
${outlookWidthEnd}
</td></tr></table>
</body>
</html>
`.markup;
}

const outlookWidth = new Html(
  '<!--[if mso]><table role="presentation" width="640" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->',
);
const outlookWidthEnd = new Html('<!--[if mso]></td></tr></table><![endif]-->');

/** Inline styles carry the light look; this sheet turns it dark and narrow where the client can. */
function styleSheet({ linkOnDark }: MailColours): Html {
  return new Html(`<!--[if mso]><style>table,td,th,p,li,h2,h3,a,span{font-family:'Segoe UI',Arial,sans-serif!important;mso-line-height-rule:exactly}</style><![endif]-->
<style>
@media (max-width:480px){.edge{padding:0!important}.pad{padding-left:18px!important;padding-right:18px!important}.card{border-radius:0!important}}
@media (prefers-color-scheme:dark){
.paper{background-color:#17181a!important}.card{background-color:#202124!important}.ink,h1,h2,h3,p,td,th,li{color:#e8eaed!important}
.quiet,.quiet td{color:#a9b1ba!important}.box{background-color:#2a2c30!important}.line{border-color:#3c4045!important}
.late{color:#ffb4a6!important}a.link{color:${linkOnDark}!important}}
</style>`);
}

function websiteHead({ website }: StatusMailModel, { websiteName }: StatusMailContent): Html {
  const name =
    website.logo === null
      ? html`<span class="ink" style="font-family:${font};font-size:18px;line-height:24px;font-weight:600;color:#1f2328;${breakLong}">${websiteName}</span>`
      : picture(website.logo, websiteName);
  const url = safeLink(website.url);
  return url === null ? name : html`<a href="${url}" style="text-decoration:none">${name}</a>`;
}

/** The logo on white, since it may be drawn for white paper only; its size is said twice for clients that know no style. */
function picture(logo: MailLogo, words: string): Html {
  const { width, height } = logoSize(logo);
  const type = logo.type === 'image/png' ? 'image/png' : 'image/jpeg';
  return html`<img src="data:${type};base64,${logo.base64}" alt="${words}" width="${width}" height="${height}" style="display:block;width:${width}px;max-width:100%;height:auto;border:0;background-color:#ffffff;color:#1f2328;font-family:${font};font-size:18px;font-weight:600">`;
}

const mostWidth = 240;
const mostHeight = 48;

/** How large a logo is shown: never larger than it is, and never larger than a head of a mail bears. */
export function logoSize({ widthPx, heightPx }: Pick<MailLogo, 'widthPx' | 'heightPx'>): {
  readonly width: number;
  readonly height: number;
} {
  const share = Math.min(1, mostWidth / widthPx, mostHeight / heightPx);
  return { width: Math.max(1, Math.round(widthPx * share)), height: Math.max(1, Math.round(heightPx * share)) };
}

function notice(words: string): Html {
  return html`<p class="box" style="${text};margin:0 0 16px;padding:12px 16px;background-color:#f3f4f6;border-radius:6px">${words}</p>`;
}

/** Staff's text: blank lines make paragraphs; the link to My page becomes one. */
function paragraphs(words: string, { orders }: StatusMailContent): readonly Html[] {
  const links = new Set(orders.flatMap((order) => (order.myPageUrl === null ? [] : [escapeHtml(order.myPageUrl)])));
  return words
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => {
      const markup = escapeHtml(paragraph)
        .split(/(\s)/)
        .map((word) => (links.has(word) ? `<a class="link" href="${word}">${word}</a>` : word))
        .join('')
        .replaceAll('\n', '<br>');
      return html`<p style="${text};margin:0 0 12px;${breakLong}">${new Html(markup)}</p>`;
    });
}

function orderSection(order: OrderContent, look: Look): Html {
  const { layout } = look.texts;
  return html`<tr><td class="pad" style="padding:24px 32px 0"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="line" style="border-top:1px solid #dfe3e8;padding:20px 0 0">
<h2 style="font-family:${font};font-size:18px;line-height:26px;font-weight:600;margin:0;color:#1f2328;${breakLong}">${layout.order(order.webOrderNo)}</h2>
<p class="quiet" style="${small};font-size:14px;margin:2px 0 14px">${layout.statusLabel}: <strong class="ink" style="color:#1f2328">${order.statusText}</strong></p>
${changesBox(order, look)}${linesTable(order.lines, layout)}${totalLine(order)}${shipmentsList(order, look)}${myPageButton(order, look)}
</td></tr></table></td></tr>
`;
}

function changesBox({ changes }: OrderContent, look: Look): Html | null {
  if (changes.length === 0) return null;
  const { colours, texts } = look;
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="box" style="background-color:#f3f4f6;border-left:4px solid ${colours.accent};border-radius:4px;padding:12px 16px">
<h3 style="font-family:${font};font-size:13px;line-height:18px;font-weight:600;margin:0 0 4px;color:#1f2328">${texts.layout.whatChanged(changes.length)}</h3>
<ul style="margin:0;padding:0 0 0 18px">${changes.map(
    ({ sentence, trackingUrl }) =>
      html`<li style="${text};margin:4px 0;${breakLong}">${sentence}${trackingUrl === null ? null : html` ${link(trackingUrl, texts.layout.track, colours)}`}</li>`,
  )}</ul></td></tr></table>
`;
}

/** Two rows a line, the name over its numbers: six columns side by side would not fit a telephone. */
function linesTable(lines: readonly LineContent[], layout: LanguageTexts['layout']): Html | null {
  if (lines.length === 0) return null;
  const { columns } = layout;
  const heads = [columns.ordered, columns.deliveredNow, columns.deliveredBefore, columns.toCome, columns.expected];
  return html`<table width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:20px 0 0;border-collapse:collapse;table-layout:fixed">
<caption style="font-family:${font};font-size:13px;line-height:18px;font-weight:600;text-align:left;padding:0 0 6px;color:#1f2328" class="ink">${layout.linesHeading}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col" class="quiet line" style="${small};font-weight:400;text-align:left;vertical-align:bottom;padding:0 8px 6px 0;border-bottom:1px solid #dfe3e8">${head}</th>`)}</tr></thead>
${lines.map((line) => lineRows(line, layout))}</table>
`;
}

function lineRows(line: LineContent, layout: LanguageTexts['layout']): Html {
  const no =
    line.productNo === ''
      ? null
      : html` <span class="quiet" style="font-weight:400;font-size:12px;color:#5b6470">${layout.productNo(line.productNo)}</span>`;
  const late = line.isDelayed ? html` class="late"` : null;
  return html`<tbody class="line" style="border-bottom:1px solid #dfe3e8"><tr><th scope="rowgroup" colspan="5" style="font-family:${font};font-size:14px;line-height:20px;font-weight:600;color:#1f2328;text-align:left;padding:10px 0 0;${breakLong}">${line.name}${no}</th></tr>
<tr><td style="${number}">${line.ordered}</td><td style="${number}${line.hasDeliveredNow ? ';font-weight:600' : ''}">${line.deliveredNow}</td><td style="${number}">${line.deliveredBefore}</td><td style="${number}">${line.toCome}</td><td${late} style="${number}${line.isDelayed ? ';color:#b3261e' : ''}">${line.expected}</td></tr></tbody>
`;
}

function totalLine({ total }: OrderContent): Html | null {
  if (total === '') return null;
  return html`<p class="quiet" style="${small};font-size:14px;margin:10px 0 0;${breakLong}">${total}</p>
`;
}

function shipmentsList({ shipments }: OrderContent, { colours, texts }: Look): Html | null {
  if (shipments.length === 0) return null;
  return html`<h3 style="font-family:${font};font-size:13px;line-height:18px;font-weight:600;margin:18px 0 4px;color:#1f2328">${texts.layout.shipments(shipments.length)}</h3>
${shipments.map(
  ({ words, trackingUrl }) =>
    html`<p style="${text};margin:0 0 4px;${breakLong}">${words}${trackingUrl === null ? null : html` ${link(trackingUrl, texts.layout.track, colours)}`}</p>`,
)}
`;
}

function myPageButton({ myPageUrl }: OrderContent, { colours, texts }: Look): Html | null {
  if (myPageUrl === null) return null;
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:20px 0 4px"><tr><td style="background-color:${colours.accent};border-radius:6px;mso-padding-alt:10px 18px"><a href="${myPageUrl}" style="display:inline-block;padding:10px 18px;font-family:${font};font-size:15px;line-height:20px;font-weight:600;color:${colours.onAccent};text-decoration:none">${texts.layout.showOnMyPage}</a></td></tr></table>
`;
}

function foot({ websiteName, optOutUrl }: StatusMailContent, { layout }: LanguageTexts): Html {
  const reason = html`${layout.optOutReason(websiteName)}`;
  if (optOutUrl === null) return reason;
  return html`${reason}<br><a class="quiet" href="${optOutUrl}" style="color:#5b6470">${layout.optOutLink}</a>`;
}

function link(url: string, words: string, colours: MailColours): Html {
  return html`<a class="link" href="${url}" style="color:${colours.linkOnLight}">${words}</a>`;
}
